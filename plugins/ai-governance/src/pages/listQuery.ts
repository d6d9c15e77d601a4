import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import {
  SubjectFilter,
  SubjectsQuery,
} from 'backstage-plugin-ai-governance-common';
import { usePagedAddress } from './pagedAddress';

const many = [
  'owner',
  'tier',
  'level',
  'lifecycle',
  'sourcing',
  'type',
  'kind',
  'state',
] as const;
const single = ['team', 'family', 'control', 'withoutTeam', 'q'] as const;

export type ManyFilter = (typeof many)[number];
export type SingleFilter = (typeof single)[number];
export type OrderBy = NonNullable<SubjectsQuery['orderBy']>;

const DEFAULT_SIZE = 20;

/** What a list of subjects shows, as its address says it. */
export interface ListQuery {
  values: Record<ManyFilter, string[]> & Record<SingleFilter, string>;
  /** Nothing is filtered by. */
  plain: boolean;
  orderBy: OrderBy;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string;
  /** Cursors of the pages before this one, the first page's is ''. Unknown to one who came by a link. */
  trail: string[];
}

/** Reads the query of an address. What it does not know it leaves alone. */
function readListQuery(
  params: URLSearchParams,
  trail: string[] = [],
): ListQuery {
  const values = {
    ...Object.fromEntries(many.map(key => [key, params.getAll(key)])),
    ...Object.fromEntries(single.map(key => [key, params.get(key) ?? ''])),
  } as ListQuery['values'];
  return {
    values,
    plain: Object.values(values).every(value => value.length === 0),
    orderBy: (params.get('orderBy') ?? 'tier') as OrderBy,
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    limit: Number(params.get('limit')) || DEFAULT_SIZE,
    cursor: params.get('cursor') ?? undefined,
    trail,
  };
}

/** The filter for the API. */
export function filterOf({ values }: ListQuery): SubjectFilter {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value.length > 0),
  );
}

/** The list of an address, and how to move to another: filters, order and size begin at the first page again. */
export function useListQuery() {
  const { params, trail, change, clear, next, previous, first } =
    usePagedAddress();
  const { state } = useLocation();
  const query = useMemo(
    () => readListQuery(params, trail),
    // the trail comes with the state
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [params, state],
  );
  return {
    query,
    change: change as (
      changes: Partial<
        Record<
          ManyFilter | SingleFilter | 'orderBy' | 'order' | 'limit',
          string | readonly string[]
        >
      >,
      options?: { replace?: boolean },
    ) => void,
    clear,
    next,
    previous,
    first,
  };
}
