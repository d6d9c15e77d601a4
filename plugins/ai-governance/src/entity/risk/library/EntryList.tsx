import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../translation';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** The first of many, and a button for the next ones. */
export function EntryList<T>(props: {
  items: readonly T[];
  /** How many at first, and with each press. */
  step: number;
  children: (item: T) => ReactNode;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { items, step } = props;
  const [count, setCount] = useState(step);
  const rest = items.length - count;
  return (
    <>
      <ul className={classes.list}>
        {items.slice(0, count).map(props.children)}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setCount(count + step)}>
          {t('entity.library.next', {
            count: Math.min(rest, step),
            all: rest,
          })}
        </Button>
      )}
    </>
  );
}
