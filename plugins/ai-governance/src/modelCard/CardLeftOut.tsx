import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { LeftOut } from 'backstage-plugin-ai-governance-common/model-cards';
import { originWords } from './cardWords';

const useStyles = makeStyles(theme => ({
  root: { overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer' },
  list: { margin: theme.spacing(0, 0, 1), paddingLeft: theme.spacing(3) },
}));

const reasons = [
  {
    reason: 'says-nothing',
    title: 'Nobody filled it in, so it documents nothing',
  },
  { reason: 'no-field', title: 'About what these forms do not ask' },
] as const;

/** What of a card is not proposed, and why. */
export function CardLeftOut(props: {
  id: string;
  leftOut: readonly LeftOut[];
  open: boolean;
}) {
  const classes = useStyles();
  const { id, leftOut, open } = props;
  if (leftOut.length === 0) return null;
  return (
    <details className={classes.root} open={open}>
      <summary className={classes.summary}>
        Left out of it: {leftOut.length}
      </summary>
      {reasons.map(({ reason, title }) => {
        const of = leftOut.filter(left => left.reason === reason);
        if (of.length === 0) return null;
        return (
          <div key={reason}>
            <Typography variant="body2" id={`${id}-${reason}`}>
              {title}:
            </Typography>
            <ul className={classes.list} aria-labelledby={`${id}-${reason}`}>
              {of.map(({ origin, text }, index) => (
                <Typography
                  key={`${origin.where} ${index}`}
                  variant="body2"
                  component="li"
                >
                  {originWords([origin])}
                  {text && <>: “{text}”</>}
                </Typography>
              ))}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
