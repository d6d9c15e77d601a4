import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { diffWordsWithSpace } from 'diff';
import { outOfSight, shade } from '../components';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: 'inherit',
  },
  added: {
    padding: '0 2px',
    textDecoration: 'underline',
    textDecorationThickness: 2,
    textDecorationColor: shade(theme, 'success'),
    backgroundColor: theme.palette.action.selected,
  },
  removed: {
    padding: '0 2px',
    textDecoration: 'line-through',
    textDecorationThickness: 2,
    textDecorationColor: shade(theme, 'error'),
    opacity: 0.85,
  },
  spoken: outOfSight,
}));

/** What became of a text, word by word: removed words struck through, added ones underlined. */
export function TextDiff({ from, to }: { from: string; to: string }) {
  const t = useTexts();
  const classes = useStyles();
  const parts = useMemo(() => diffWordsWithSpace(from, to), [from, to]);
  return (
    <div className={classes.root}>
      {parts.map((part, index) => {
        if (part.added) {
          return (
            <ins key={index} className={classes.added}>
              <span className={classes.spoken}>{t('records.diff.added')} </span>
              {part.value}
              <span className={classes.spoken}>]</span>
            </ins>
          );
        }
        if (part.removed) {
          return (
            <del key={index} className={classes.removed}>
              <span className={classes.spoken}>
                {t('records.diff.removed')}{' '}
              </span>
              {part.value}
              <span className={classes.spoken}>]</span>
            </del>
          );
        }
        return <span key={index}>{part.value}</span>;
      })}
    </div>
  );
}
