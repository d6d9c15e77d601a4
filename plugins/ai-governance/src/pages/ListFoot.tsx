import { useId } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation';
import { PagedAddress } from './pagedAddress';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1),
  },
  total: { flexGrow: 1 },
}));

const pageSizes = [10, 20, 50, 100];

/** Below a list in pages: which of how many, how many a page, and the way to the other pages. */
export function ListFoot(props: {
  address: Pick<
    PagedAddress,
    'cursor' | 'trail' | 'next' | 'previous' | 'first'
  >;
  limit: number;
  onLimit: (limit: string) => void;
  /** How many this page shows. */
  shown: number;
  totalItems: number;
  nextCursor?: string;
  pending: boolean;
}) {
  const t = useTexts();
  const { address, limit, shown, totalItems, nextCursor, pending } = props;
  const { cursor, trail, next, previous, first } = address;
  const classes = useStyles();
  const rows = useId();
  const from = cursor && !trail.length ? undefined : trail.length * limit + 1;
  return (
    <div className={classes.root}>
      <Typography
        variant="body2"
        className={classes.total}
        role="status"
        aria-live="polite"
      >
        {from === undefined || shown === 0
          ? t('pages.frame.list.inAll', { count: totalItems })
          : t('pages.frame.list.shown', {
              from,
              to: from + shown - 1,
              count: totalItems,
            })}
      </Typography>
      <TextField
        select
        size="small"
        label={t('pages.frame.list.rows')}
        id={rows}
        value={limit}
        SelectProps={{ native: true }}
        onChange={event => props.onLimit(event.target.value)}
      >
        {[...new Set([...pageSizes, limit])]
          .sort((a, b) => a - b)
          .map(size => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
      </TextField>
      <Button
        size="small"
        disabled={!cursor}
        onClick={trail.length ? previous : first}
      >
        {trail.length || !cursor
          ? t('pages.frame.list.previous')
          : t('pages.frame.list.first')}
      </Button>
      <Button
        size="small"
        disabled={!nextCursor || pending}
        onClick={() => next(nextCursor!)}
      >
        {t('pages.frame.list.next')}
      </Button>
    </div>
  );
}
