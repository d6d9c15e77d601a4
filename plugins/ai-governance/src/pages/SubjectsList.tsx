import { ReactNode, useEffect } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import {
  mostAtOnce,
  SubjectFilter,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, ProblemPanel } from '../components';
import { useTexts } from '../translation';
import { ListFoot } from './ListFoot';
import { useListQuery } from './listQuery';
import { SelectionBar } from './bulk/SelectionBar';
import { useSelection } from './bulk/useSelection';
import { SubjectsTable } from './SubjectsTable';
import { useReading } from './useReading';

/** Subjects in pages of the server; order, page size and page stand in the address. */
export function SubjectsList(props: {
  label: string;
  filter: SubjectFilter;
  /** The instant that is shown; undefined: now. */
  asOf?: string;
  list: ReturnType<typeof useListQuery>;
  /** Told why the list could not be read, or that it could; without it the list says so itself. */
  onError?: (error: Error | undefined) => void;
  /** Shown when there is nothing. */
  empty: ReactNode;
  /** What is done with many at once; choosing rows is for this alone. */
  actions?: (refs: readonly string[], done: () => void) => ReactNode;
}) {
  const t = useTexts();
  const { label, filter, asOf, list, onError, empty, actions } = props;
  const selection = useSelection(JSON.stringify(filter));
  const { query, change } = list;
  const { orderBy, order, limit, cursor, trail } = query;
  const api = useApi(aiGovernanceApiRef);
  const { value, error, pending, reload } = useReading(
    () => api.subjects({ ...filter, asOf, orderBy, order, limit, cursor }),
    [api, JSON.stringify(filter), asOf, orderBy, order, limit, cursor],
  );
  useEffect(() => onError?.(error), [onError, error]);
  const problem = error && !onError && (
    <ProblemPanel error={error} retry={reload} />
  );
  if (!value) {
    return error ? (
      <>{problem}</>
    ) : (
      <Loading label={t('pages.inventory.list.loading', { list: label })} />
    );
  }
  const { items, totalItems, nextCursor } = value;
  if (totalItems === 0 && !error && !pending) return <>{empty}</>;
  return (
    <>
      {problem}
      <Paper variant="outlined">
        {actions && (
          <SelectionBar
            selection={selection}
            totalItems={totalItems}
            all={async () => {
              const most = await api.subjects({
                ...filter,
                orderBy,
                order,
                limit: mostAtOnce,
              });
              return most.items.map(({ ref }) => ref);
            }}
          >
            {actions(selection.chosen, async () => {
              selection.clear();
              await reload();
            })}
          </SelectionBar>
        )}
        <SubjectsTable
          label={label}
          subjects={items}
          asOf={asOf}
          orderBy={orderBy}
          order={order}
          onOrder={(by, direction) => change({ orderBy: by, order: direction })}
          busy={pending}
          selection={actions && selection}
        />
        <ListFoot
          address={{ ...list, cursor, trail }}
          limit={limit}
          onLimit={size => change({ limit: size })}
          shown={items.length}
          totalItems={totalItems}
          nextCursor={nextCursor}
          pending={pending}
        />
      </Paper>
    </>
  );
}
