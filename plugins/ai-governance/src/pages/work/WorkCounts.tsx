import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Work } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    margin: theme.spacing(0, 0, 1),
    '& dd': { margin: 0 },
    '& > div': { display: 'flex', flexDirection: 'column-reverse' },
  },
}));

/** How much waits, is overdue and runs out soon; whatever is filtered by. */
export function WorkCounts(props: {
  work: Pick<Work, 'overdue' | 'dueSoon' | 'requested'>;
  /** What waits for the reader to decide is among their own work only. */
  mine: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { work, mine } = props;
  const facts: [string, number][] = [
    ...(mine
      ? [[t('pages.work.counts.requested'), work.requested] as [string, number]]
      : []),
    [t('pages.work.counts.overdue'), work.overdue],
    [t('pages.work.counts.dueSoon'), work.dueSoon],
  ];
  return (
    <dl className={classes.root}>
      {facts.map(([word, count]) => (
        <div key={word}>
          <Typography component="dt" variant="body2">
            {word}
          </Typography>
          <Typography component="dd" variant="h5">
            {count}
          </Typography>
        </div>
      ))}
    </dl>
  );
}
