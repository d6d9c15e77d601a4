import { makeStyles, useTheme } from '@material-ui/core/styles';
import { ResultState } from 'backstage-plugin-ai-governance-common';
import { stateLooks } from './states';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    verticalAlign: 'bottom',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
  },
}));

/** The state of a result as sign and word: colour never says it alone. */
export function StateLabel({ state }: { state: ResultState }) {
  const classes = useStyles();
  const theme = useTheme();
  const { word, Icon, color } = stateLooks[state];
  return (
    <span className={classes.root}>
      <Icon aria-hidden fontSize="small" style={{ color: color(theme) }} />
      {word}
    </span>
  );
}
