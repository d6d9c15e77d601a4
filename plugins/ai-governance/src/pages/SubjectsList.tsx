import { ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SubjectFilter } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, ProblemPanel } from '../components';
import { pageSizes, useListQuery } from './listQuery';
import { SubjectsTable } from './SubjectsTable';
import { useReading } from './useReading';

const useStyles = makeStyles(theme => ({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1),
  },
  total: { flexGrow: 1 },
}));

/** Subjects in pages of the server; order, page size and page stand in the address. */
export function SubjectsList(props: {
  label: string;
  filter: SubjectFilter;
  list: ReturnType<typeof useListQuery>;
  /** Shown when there is nothing. */
  empty: ReactNode;
}) {
  const { label, filter, list, empty } = props;
  const { query, change } = list;
  const { orderBy, order, limit, cursor, trail } = query;
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const { value, error, pending, reload } = useReading(
    () => api.subjects({ ...filter, orderBy, order, limit, cursor }),
    [api, JSON.stringify(filter), orderBy, order, limit, cursor],
  );
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label={`Loading ${label}`} />
    );
  }
  const { items, totalItems, nextCursor } = value;
  if (totalItems === 0 && !error && !pending) return <>{empty}</>;
  const from = cursor && !trail.length ? undefined : trail.length * limit + 1;
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      <Paper variant="outlined">
        <SubjectsTable
          label={label}
          subjects={items}
          orderBy={orderBy}
          order={order}
          onOrder={(by, direction) => change({ orderBy: by, order: direction })}
          busy={pending}
        />
        <div className={classes.foot}>
          <Typography
            variant="body2"
            className={classes.total}
            role="status"
            aria-live="polite"
          >
            {from === undefined || items.length === 0
              ? `${totalItems} in all`
              : `${from}–${from + items.length - 1} of ${totalItems}`}
          </Typography>
          <TextField
            select
            size="small"
            label="Rows"
            id="ai-governance-rows"
            value={limit}
            SelectProps={{ native: true }}
            onChange={event => change({ limit: event.target.value })}
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
            onClick={trail.length ? list.previous : list.first}
          >
            {trail.length || !cursor ? 'Previous page' : 'First page'}
          </Button>
          <Button
            size="small"
            disabled={!nextCursor || pending}
            onClick={() => list.next(nextCursor!)}
          >
            Next page
          </Button>
        </div>
      </Paper>
    </>
  );
}
