import { InfoCard } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { SubjectSummary } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import {
  LevelLabel,
  Loading,
  ProblemPanel,
  StateLabel,
  TierLabel,
} from '../components';
import { nothingFirst } from '../pages/nothingFirst';
import { useReading } from '../pages/useReading';
import { aiSystemsOf } from './ServiceCardSystems';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  link: {
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    fontWeight: 600,
  },
  facts: {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    '& span': { display: 'inline-flex', alignItems: 'center' },
  },
  fact: { gap: theme.spacing(0.5) },
}));

/** The AI that a service rests on, each with its standing; nothing when it rests on none. */
export function ServiceCard() {
  const { entity } = useEntity();
  const refs = aiSystemsOf(entity);
  return refs.length > 0 ? <Systems refs={refs} /> : null;
}

function Systems({ refs }: { refs: string[] }) {
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useReading(
    () => api.subjects({ ref: refs, limit: 500 }),
    [api, refs.join()],
  );
  const known = new Set(value?.items.map(subject => subject.ref));
  const others = value ? refs.filter(ref => !known.has(ref)) : [];
  return (
    <InfoCard
      title="AI systems it rests on"
      titleTypographyProps={{ component: 'h2' }}
    >
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label="Loading AI systems" />}
      {value && (
        <ul className={classes.list}>
          {value.items.map(subject => (
            <li key={subject.ref} className={classes.item}>
              <System subject={subject} />
            </li>
          ))}
          {others.map(ref => (
            <li key={ref} className={classes.item}>
              <EntityRefLink entityRef={ref} className={classes.link} />
              <Typography variant="body2" color="textSecondary">
                No standing: not read from the catalog yet, or not visible to
                you.
              </Typography>
            </li>
          ))}
        </ul>
      )}
    </InfoCard>
  );
}

function System({ subject }: { subject: SubjectSummary }) {
  const classes = useStyles();
  const { ref, title, tier, level, first } = subject;
  return (
    <>
      <EntityRefLink
        entityRef={ref}
        className={classes.link}
        hideIcon
        disableTooltip
      >
        {title}
      </EntityRefLink>
      <div className={classes.facts}>
        <span className={classes.fact}>
          Tier: <TierLabel tier={tier} />
        </span>
        <span className={classes.fact}>
          Level: <LevelLabel level={level} />
        </span>
      </div>
      <Typography variant="body2" component="div">
        {first ? (
          <>
            <StateLabel state={first.state} />
            <div>
              {first.title}. {first.reason}
            </div>
          </>
        ) : (
          `${nothingFirst(subject)}.`
        )}
      </Typography>
    </>
  );
}
