import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  Scorecard,
  SubjectFilter,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { CountsBar, shareText, useAsOf } from '../components';
import { useLocale, useTexts } from '../translation';
import { Before, compare } from './compare';
import { Distribution } from './Distribution';
import { inventorySearch } from './inventorySearch';
import { levelsFromTop } from './levelsFromTop';
import { percent } from './percent';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    marginBottom: theme.spacing(3),
  },
  value: { ...theme.typography.h4, margin: 0, lineHeight: 1.2 },
  name: {
    ...theme.typography.body2,
    color: theme.palette.text.secondary,
    margin: 0,
  },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  since: { marginBottom: theme.spacing(0.5) },
}));

/** A scorecard in one line: subjects, share, what is overdue, levels and tiers. */
export function ScorecardLine(props: {
  scorecard: Scorecard;
  /** Of the subjects that it covers. */
  filter: SubjectFilter;
  /** Address of the inventory; without it nothing links there. */
  inventory?: string;
  /** How it was a month before; without it nothing is compared. */
  before?: Before;
}) {
  const t = useTexts();
  const locale = useLocale();
  const { scorecard, filter, inventory, before } = props;
  const classes = useStyles();
  const { asOf } = useAsOf();
  const since = compare(t, locale, scorecard, before);
  const to = (more: SubjectFilter) =>
    inventory && `${inventory}${inventorySearch({ ...filter, ...more, asOf })}`;
  const linked = (count: number, more: SubjectFilter, label: string) => {
    const address = count > 0 && to(more);
    return address ? (
      <Link to={address} className={classes.link} aria-label={label}>
        {count}
      </Link>
    ) : (
      count
    );
  };
  return (
    <Paper variant="outlined" className={classes.root}>
      <Figure
        name={t('scorecards.line.systems')}
        value={linked(
          scorecard.subjects,
          {},
          t('scorecards.line.systemsAre', { count: scorecard.subjects }),
        )}
      >
        <Since words={since.subjects} />
        {scorecard.unevaluated > 0 && (
          <Typography variant="body2">
            {t('scorecards.line.waiting', { count: scorecard.unevaluated })}
          </Typography>
        )}
      </Figure>
      <Figure
        name={t('scorecards.line.holds')}
        value={percent(scorecard.share)}
      >
        <Since words={since.share} />
        <CountsBar counts={scorecard.counts} />
        <Typography variant="body2">
          {shareText(t, scorecard.share, scorecard.counts)}
        </Typography>
      </Figure>
      <Figure
        name={t('scorecards.line.overdue')}
        value={linked(
          scorecard.overdue,
          { state: 'expired' },
          t('scorecards.line.overdueAre', { count: scorecard.overdue }),
        )}
      >
        <Since words={since.overdue} />
      </Figure>
      <Figure name={t('scorecards.line.level')}>
        <Distribution
          label={t('scorecards.line.byLevel')}
          items={levelsFromTop.map(level => ({
            word: t(`words.level.${level}`),
            count: scorecard.levels[level],
            to: to({ level }),
          }))}
        />
      </Figure>
      <Figure name={t('scorecards.line.tier')}>
        <Distribution
          label={t('scorecards.line.byTier')}
          items={tiers.map(tier => ({
            word: t(`words.tier.${tier}`),
            count: scorecard.tiers[tier],
            to: to({ tier }),
          }))}
        />
      </Figure>
    </Paper>
  );
}

function Figure(props: {
  name: string;
  value?: ReactNode;
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div>
      {props.value !== undefined && (
        <p className={classes.value}>{props.value}</p>
      )}
      <p className={classes.name}>{props.name}</p>
      {props.children}
    </div>
  );
}

/** How a figure has changed; nothing when there was nothing to compare with. */
function Since({ words }: { words?: string }) {
  const classes = useStyles();
  return words === undefined ? null : (
    <Typography variant="body2" className={classes.since}>
      {words}
    </Typography>
  );
}
