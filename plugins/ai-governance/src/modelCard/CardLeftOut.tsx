import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { LeftOut } from 'backstage-plugin-ai-governance-common/model-cards';
import { originWords } from './cardWords';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer' },
  list: { margin: theme.spacing(0, 0, 1), paddingLeft: theme.spacing(3) },
}));

const reasons = ['says-nothing', 'no-field'] as const;

/** What of a card is not proposed, and why. */
export function CardLeftOut(props: {
  id: string;
  leftOut: readonly LeftOut[];
  open: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { id, leftOut, open } = props;
  if (leftOut.length === 0) return null;
  return (
    <details className={classes.root} open={open}>
      <summary className={classes.summary}>
        {t('modelCard.leftOut.title', { count: leftOut.length })}
      </summary>
      {reasons.map(reason => {
        const of = leftOut.filter(left => left.reason === reason);
        if (of.length === 0) return null;
        return (
          <div key={reason}>
            <Typography variant="body2" id={`${id}-${reason}`}>
              {t(`modelCard.leftOut.${reason}`)}
            </Typography>
            <ul className={classes.list} aria-labelledby={`${id}-${reason}`}>
              {of.map(({ origin, text }, index) => (
                <Typography
                  key={`${origin.where} ${index}`}
                  variant="body2"
                  component="li"
                >
                  {text
                    ? t('modelCard.leftOut.item', {
                        origin: originWords(t, [origin]),
                        text,
                      })
                    : originWords(t, [origin])}
                </Typography>
              ))}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
