import { useCallback, useEffect, useRef } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Case } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import {
  Day,
  Loading,
  printedAlone,
  ProblemPanel,
  LookLabel,
  statusOf,
  useAiGovernanceSignal,
  useLoad,
  usePrintAlone,
} from '../../components';
import { tabPaths } from '../../entity/places';
import { inWords } from '../../records';
import { Assurance } from '../useAssurance';
import { useMe } from '../useMe';
import { useTexts } from '../../translation';
import { CaseStepItem } from './CaseStepItem';
import { caseLooks, caseWaits } from './caseWords';
import { waysOn } from './stepWays';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(3) },
  title: { outline: 'none', overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    marginBottom: theme.spacing(3),
  },
  steps: { margin: 0, padding: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
    '@media print': { display: 'none' },
  },
}));

/** The whole case that a record belongs to: what went wrong, what was done, and what is missing next. */
export function CaseView(props: { assurance: Assurance; recordId: string }) {
  const t = useTexts();
  const { assurance, recordId } = props;
  const { subject } = assurance;
  const api = useApi(aiGovernanceApiRef);
  const load = useCallback(
    () => api.caseOf(subject, recordId),
    [api, subject, recordId],
  );
  const { value, error, reload } = useLoad(load, [load]);
  useAiGovernanceSignal(reload);
  if (error && statusOf(error) === 404) return <NoCase />;
  if (error) return <ProblemPanel error={error} retry={reload} />;
  if (!value) return <Loading label={t('assurance.cases.whole.loading')} />;
  return <Whole whole={value} assurance={assurance} />;
}

function NoCase() {
  const t = useTexts();
  return (
    <Alert severity="info" role="alert" action={<ToAssurance />}>
      {t('assurance.cases.whole.noCase')}
    </Alert>
  );
}

function ToAssurance() {
  const t = useTexts();
  const { entity } = useEntity();
  const page = useEntityRefLink()(entity);
  return (
    <LinkButton
      variant="outlined"
      size="small"
      to={`${page}/${tabPaths.assurance}`}
    >
      {t('assurance.cases.whole.toAll')}
    </LinkButton>
  );
}

function Whole({ whole, assurance }: { whole: Case; assurance: Assurance }) {
  const t = useTexts();
  const classes = useStyles();
  const { entity } = useEntity();
  const page = useEntityRefLink()(entity);
  const me = useMe();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  usePrintAlone();

  const missing = caseWaits(whole).length;
  return (
    <Paper
      className={classes.root}
      component="section"
      aria-labelledby="case-title"
      {...printedAlone}
    >
      <Typography
        variant="h5"
        component="h2"
        id="case-title"
        className={classes.title}
        tabIndex={-1}
        ref={title}
        gutterBottom
      >
        {t('assurance.cases.whole.title', { title: whole.title })}
      </Typography>
      <Typography component="div" className={classes.facts}>
        <LookLabel
          word={t(`assurance.cases.standing.${whole.standing}`)}
          look={caseLooks[whole.standing]}
        />
        {whole.severity && (
          <span>
            {t('assurance.severity', { level: inWords(whole.severity) })}
          </span>
        )}
        <span>
          {t('assurance.cases.began', { day: <Day day={whole.began} /> })}
        </span>
        {whole.due && (
          <span>
            {t('assurance.cases.deadline', { day: <Day day={whole.due} /> })}
          </span>
        )}
        <span>
          {missing === 0
            ? t('assurance.cases.whole.nothing')
            : t('assurance.cases.whole.waits', { count: missing })}
        </span>
      </Typography>
      <ol className={classes.steps}>
        {whole.steps.map(step => (
          <CaseStepItem
            key={`${step.stage} ${step.recordId} ${step.of} ${step.title}`}
            // said above, of the whole case
            step={
              step.severity === whole.severity
                ? { ...step, severity: undefined }
                : step
            }
            ways={waysOn(t, step, assurance, me)}
            page={page}
          />
        ))}
      </ol>
      <div className={classes.actions}>
        <ToAssurance />
        <Button variant="outlined" size="small" onClick={() => window.print()}>
          {t('assurance.cases.whole.print')}
        </Button>
      </div>
    </Paper>
  );
}
