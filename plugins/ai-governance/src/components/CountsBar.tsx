import { makeStyles, Theme, useTheme } from '@material-ui/core/styles';
import {
  ResultState,
  resultStates,
  StateCounts,
} from 'backstage-plugin-ai-governance-common';
import { Texts, useTexts } from '../translation';
import { stateLooks } from './states';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    height: theme.spacing(1),
    minWidth: theme.spacing(8),
    width: '100%',
    gap: 1,
    borderRadius: theme.shape.borderRadius,
    overflow: 'hidden',
    backgroundColor: theme.palette.action.disabledBackground,
  },
}));

// Two states of like colour stay apart by their hatching.
const hatched: readonly ResultState[] = ['expired', 'warning', 'exempt'];

/** The colour of a state and its hatching, as a background. */
export function stateFill(theme: Theme, state: ResultState): string {
  const color = stateLooks[state].color(theme);
  return hatched.includes(state)
    ? `repeating-linear-gradient(45deg, ${color} 0 4px, ${theme.palette.background.paper} 4px 6px)`
    : color;
}

/** "7 pass, 2 fail": every state that occurs, in words. */
export function countsText(t: Texts, counts: StateCounts): string {
  const parts = resultStates
    .filter(state => counts[state] > 0)
    .map(state => t(`components.counts.${state}`, { count: counts[state] }));
  return parts.join(', ') || t('components.counts.none');
}

/** How many results are in each state, as a thin stacked bar; what does not apply takes no room in it. */
export function CountsBar({ counts }: { counts: StateCounts }) {
  const t = useTexts();
  const classes = useStyles();
  const theme = useTheme();
  const text = countsText(t, counts);
  return (
    <div role="img" aria-label={text} title={text} className={classes.root}>
      {resultStates
        .filter(state => state !== 'not-applicable' && counts[state] > 0)
        .map(state => (
          <span
            key={state}
            style={{
              flexGrow: counts[state],
              background: stateFill(theme, state),
            }}
          />
        ))}
    </div>
  );
}
