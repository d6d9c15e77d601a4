import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  isOfCase,
  RecordType,
  RegisterEntry,
  RiskAssessment,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { caseSearch } from '../../assurance';
import { ProblemPanel, Sentence, StandingLabel } from '../../components';
import { tabPaths } from '../../entity/places';
import {
  FieldFacts,
  fieldsOf,
  formSchemaOf,
  RecordHistory,
  RecordReader,
  StreamRecords,
} from '../../records';
import { useTexts } from '../../translation';
import { useReading } from '../useReading';
import { tabOf } from './registers';
import { RiskScenarios } from './RiskScenarios';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1, 2) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
  history: { marginTop: theme.spacing(2) },
}));

/** A record as it reads, with its history and the way to where it is revised. */
export function OpenRecord(props: {
  type: RecordType<any>;
  entry: RegisterEntry;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { type, entry } = props;
  const entityLink = useEntityRefLink();
  const [history, setHistory] = useState(false);
  const tab = tabOf(t, type);
  const page = entityLink(parseEntityRef(entry.subject.ref));
  return (
    <div className={classes.root}>
      {type.decides && <Standing entry={entry} />}
      {entry.data === null ? (
        <Typography>{t('pages.registers.record.erased')}</Typography>
      ) : (
        <StreamRecords subject={entry.subject.ref}>
          <Content type={type} entry={entry} />
        </StreamRecords>
      )}
      <div className={classes.actions}>
        <Button
          size="small"
          variant="outlined"
          aria-expanded={history}
          onClick={() => setHistory(!history)}
        >
          {t(
            history
              ? 'pages.registers.record.hideHistory'
              : 'pages.registers.record.history',
          )}
        </Button>
        <LinkButton size="small" variant="outlined" to={`${page}/${tab.path}`}>
          {t('pages.registers.record.revise', {
            tab: tab.title,
            system: entry.subject.title,
          })}
        </LinkButton>
        {isOfCase(type.type, entry.data) && (
          <LinkButton
            size="small"
            variant="outlined"
            to={`${page}/${tabPaths.assurance}${caseSearch(entry.recordId)}`}
            aria-label={t('pages.registers.record.caseOf', {
              record: entry.summary,
            })}
          >
            {t('pages.registers.record.case')}
          </LinkButton>
        )}
      </div>
      {history && (
        <div className={classes.history}>
          <RecordHistory type={type} head={entry} headingLevel={4} />
        </div>
      )}
    </div>
  );
}

function Content(props: { type: RecordType<any>; entry: RegisterEntry }) {
  const { type, entry } = props;
  if (type.type === 'risk-assessment') {
    return (
      <RiskScenarios
        subject={entry.subject}
        assessment={entry.data as RiskAssessment}
      />
    );
  }
  const schema = formSchemaOf(type);
  return type.shape === 'document' ? (
    <RecordReader schema={schema} data={entry.data} />
  ) : (
    <Typography component="div" variant="body2">
      <FieldFacts fields={fieldsOf(schema)} data={entry.data} />
    </Typography>
  );
}

/** How a decision stands now, which its text alone does not say. */
function Standing({ entry }: { entry: RegisterEntry }) {
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useReading(
    () => api.decisions(entry.subject.ref),
    [api, entry.subject.ref],
  );
  if (error) return <ProblemPanel error={error} retry={reload} />;
  const standing = value?.items.find(
    ({ recordId }) => recordId === entry.recordId,
  )?.standing;
  return standing ? (
    <Typography variant="body2" paragraph>
      <StandingLabel state={standing.state} />{' '}
      <Sentence text={standing.reason} />
    </Typography>
  ) : null;
}
