import { useMemo, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  GovernancePolicy,
  policySchema,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { Day, Loading, ProblemPanel, When } from '../../components';
import { TextDiff } from '../../records/TextDiff';
import { useTexts } from '../../translation';
import { useReading } from '../useReading';
import { FactTable } from './FactTable';
import { Party } from './Holders';
import { changedTexts } from './policyTexts';
import { Section } from './Section';

const useStyles = makeStyles(theme => ({
  choice: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0),
  },
  part: {
    maxWidth: 800,
    padding: theme.spacing(1, 2),
    marginTop: theme.spacing(1),
    borderLeft: `4px solid ${theme.palette.divider}`,
  },
}));

type Titles = Readonly<Record<string, string>>;
interface Version {
  revision: RevisionView;
  /** Undefined when it was erased, or written by rules that are no more. */
  policy?: GovernancePolicy;
}

/** Each version that was loaded, and what differs between any two. */
export function PolicyVersions({ titles }: { titles: Titles }) {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useReading(
    () => api.policyVersions(),
    [api],
  );
  const versions = useMemo(
    () =>
      value?.map(revision => ({
        revision,
        policy: policySchema.safeParse(revision.data).data,
      })),
    [value],
  );
  return (
    <Section title={t('pages.policy.versions.title')}>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!versions && !error && (
        <Loading label={t('pages.policy.versions.loading')} />
      )}
      {versions && (
        <>
          <FactTable
            label={t('pages.policy.versions.label')}
            head={[
              t('pages.policy.versions.version'),
              t('pages.policy.versions.since'),
              t('pages.policy.versions.approvedBy'),
              t('pages.policy.versions.loaded'),
            ]}
            rows={versions.map(({ revision, policy }) => ({
              key: String(revision.revision),
              cells: [
                policy?.version ??
                  t('pages.policy.versions.revision', {
                    revision: revision.revision,
                  }),
                policy && <Day key="from" day={policy.effectiveFrom} />,
                policy?.approved ? (
                  <Party
                    key="by"
                    entityRef={policy.approved.by}
                    titles={titles}
                  />
                ) : (
                  t('pages.policy.versions.nobody')
                ),
                <When key="at" at={revision.recordedAt} />,
              ],
            }))}
          />
          {versions.length > 1 && (
            <Comparison
              key={versions[0].revision.revision}
              versions={versions}
              titles={titles}
            />
          )}
          {versions.length === 1 && (
            <Typography variant="body2">
              {t('pages.policy.versions.alone')}
            </Typography>
          )}
        </>
      )}
    </Section>
  );
}

function Comparison(props: { versions: Version[]; titles: Titles }) {
  const t = useTexts();
  const classes = useStyles();
  const { versions, titles } = props;
  const [from, setFrom] = useState(versions[1].revision.revision);
  const [to, setTo] = useState(versions[0].revision.revision);
  const at = (revision: number) =>
    versions.find(v => v.revision.revision === revision)?.policy;
  const choose = (
    of: 'compare' | 'with',
    value: number,
    onChange: (revision: number) => void,
  ) => (
    <TextField
      select
      id={`ai-governance-policy-${of}`}
      label={t(`pages.policy.versions.${of}`)}
      variant="outlined"
      size="small"
      value={value}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event => onChange(Number(event.target.value))}
    >
      {versions.map(({ revision, policy }) => (
        <option key={revision.revision} value={revision.revision}>
          {t('pages.policy.versions.option', {
            version: policy?.version ?? t('pages.policy.versions.unreadable'),
            day: revision.recordedAt.slice(0, 10),
          })}
        </option>
      ))}
    </TextField>
  );
  const [before, after] = [at(from), at(to)];
  const changed =
    before && after ? changedTexts(t, before, after, titles) : undefined;
  return (
    <>
      <div className={classes.choice}>
        {choose('compare', from, setFrom)}
        {choose('with', to, setTo)}
      </div>
      {!changed && <Typography>{t('pages.policy.versions.erased')}</Typography>}
      {changed?.length === 0 && (
        <Typography>{t('pages.policy.versions.same')}</Typography>
      )}
      {changed?.map(part => (
        <div key={part.title} className={classes.part}>
          <Typography variant="subtitle1" component="h4">
            {part.title}
          </Typography>
          <TextDiff from={part.from} to={part.to} />
        </div>
      ))}
    </>
  );
}
