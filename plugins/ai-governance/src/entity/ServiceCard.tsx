import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  GraphEntity,
  SubjectSummary,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import {
  LevelLabel,
  Loading,
  ProblemPanel,
  Sentence,
  StateLabel,
  TierLabel,
} from '../components';
import { nothingFirst } from '../pages/nothingFirst';
import { useReading } from '../pages/useReading';
import { useTexts } from '../translation';
import { CutNote } from './graph/CutNote';
import { Way } from './graph/Way';
import { mayRestOnAI, namesAISystem } from './restsOnAI';

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
  way: {
    '& a': {
      color: theme.palette.text.primary,
      textDecoration: 'underline',
    },
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

/** The AI that a service rests on, also through others, each with the way there and its standing; nothing when it rests on none. */
export function ServiceCard() {
  const { entity } = useEntity();
  return mayRestOnAI(entity) ? (
    <Systems
      entityRef={stringifyEntityRef(entity)}
      expected={namesAISystem(entity)}
    />
  ) : null;
}

function Systems(props: { entityRef: string; expected: boolean }) {
  const t = useTexts();
  const { entityRef, expected } = props;
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useReading(
    () => api.restsOn(entityRef),
    [api, entityRef],
  );
  // most entities rest on none: their pages do not show a card that goes away
  if (!value && !error && !expected) return null;
  if (value && !error && value.items.length === 0 && !value.cut) return null;
  return (
    <InfoCard
      title={t('entity.service.title')}
      titleTypographyProps={{ component: 'h2' }}
    >
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label={t('entity.service.loading')} />}
      {value && (
        <>
          <ul className={classes.list}>
            {value.items.map(item => (
              <li key={item.ref} className={classes.item}>
                <System item={item} />
              </li>
            ))}
          </ul>
          <CutNote list={value} />
        </>
      )}
    </InfoCard>
  );
}

function System({ item }: { item: GraphEntity }) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <>
      <EntityRefLink
        entityRef={item.ref}
        className={classes.link}
        hideIcon
        disableTooltip
      >
        {item.title}
      </EntityRefLink>
      <Typography variant="body2" color="textSecondary" className={classes.way}>
        <Way entity={item} from="page" />
      </Typography>
      {item.subject ? (
        <Standing subject={item.subject} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('entity.service.noStanding')}
        </Typography>
      )}
    </>
  );
}

function Standing({ subject }: { subject: SubjectSummary }) {
  const t = useTexts();
  const classes = useStyles();
  const { tier, level, first } = subject;
  return (
    <>
      <div className={classes.facts}>
        <span className={classes.fact}>
          {t('entity.service.tier', { tier: <TierLabel tier={tier} /> })}
        </span>
        <span className={classes.fact}>
          {t('entity.service.level', { level: <LevelLabel level={level} /> })}
        </span>
      </div>
      <Typography variant="body2" component="div">
        {first ? (
          <>
            <StateLabel state={first.state} />
            <div>
              {first.title}. <Sentence text={first.reason} />
            </div>
          </>
        ) : (
          `${nothingFirst(t, subject)}.`
        )}
      </Typography>
    </>
  );
}
