import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { countsText } from '../../components';
import { percent } from '../percent';
import { TrendPoint } from './useTrend';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1), maxWidth: 260 },
}));

/** What a point of the chart says, beside the mouse. */
export function TrendTip({ point }: { point?: TrendPoint }) {
  const classes = useStyles();
  if (!point) return null;
  const { at, subjects, share, counts } = point;
  return (
    <Paper variant="outlined" className={classes.root}>
      <Typography variant="subtitle2" component="div">
        {DateTime.fromISO(at).toLocaleString(DateTime.DATE_FULL)}
      </Typography>
      <Typography variant="caption" component="div">
        {subjects === 0
          ? 'No AI system yet'
          : `${percent(share)} hold. ${countsText(counts)}`}
      </Typography>
    </Paper>
  );
}
