import { makeStyles, useTheme } from '@material-ui/core/styles';
import { ResultState } from 'backstage-plugin-ai-governance-common';
import { stateFill, stateLooks } from '../../components';

const useStyles = makeStyles(theme => ({
  key: {
    ...theme.typography.caption,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1),
    '& span': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
  swatch: { width: 16, height: 12 },
  lineSwatch: {
    width: 20,
    height: 0,
    borderTop: `2px solid ${theme.palette.text.primary}`,
  },
}));

/** What the line and the colours of the chart stand for. */
export function TrendKey({ states }: { states: readonly ResultState[] }) {
  const classes = useStyles();
  const theme = useTheme();
  return (
    <div className={classes.key}>
      <span>
        <i className={classes.lineSwatch} />
        Share that holds
      </span>
      {states.map(state => (
        <span key={state}>
          <i
            className={classes.swatch}
            style={{ background: stateFill(theme, state) }}
          />
          {stateLooks[state].word}
          {state === 'exempt' && ', counted apart'}
        </span>
      ))}
    </div>
  );
}
