import { RisksQuery } from 'backstage-plugin-ai-governance-common';
import { usePagedAddress } from '../pagedAddress';

const DEFAULT_SIZE = 20;

export type RiskOrder = NonNullable<RisksQuery['orderBy']>;

/** Filters that take any of several values, as they are called in the address and in the API. */
const many = [
  'owner',
  'tier',
  'inherent',
  'current',
  'target',
  'category',
] as const;

/** The register of risks of an address with its filters, order and page. */
export function useRiskQuery() {
  const address = usePagedAddress();
  const { params, cursor } = address;
  const chosen = Object.fromEntries(
    many.map(name => [name, params.getAll(name)]),
  ) as Record<(typeof many)[number], string[]>;
  const team = params.get('team') ?? '';
  const q = params.get('q') ?? '';
  const aboveTolerance = params.get('aboveTolerance') === 'true';
  const orderBy: RiskOrder =
    (['inherent', 'target'] as const).find(
      name => name === params.get('orderBy'),
    ) ?? 'current';
  const order = params.get('order') === 'asc' ? 'asc' : 'desc';
  const filters = {
    ...Object.fromEntries(
      Object.entries(chosen).filter(([, values]) => values.length > 0),
    ),
    ...(team && { team }),
    ...(q && { q }),
    ...(aboveTolerance && { aboveTolerance: 'true' as const }),
  };
  const filter: Omit<RisksQuery, 'limit' | 'cursor'> = {
    ...filters,
    orderBy,
    order,
  };
  const limit = Number(params.get('limit')) || DEFAULT_SIZE;
  return {
    address,
    values: { ...chosen, team, q, aboveTolerance },
    /** Nothing is filtered by. */
    plain: Object.keys(filters).length === 0,
    orderBy,
    order: order as 'asc' | 'desc',
    filter,
    limit,
    query: { ...filter, limit, cursor },
    clear: () =>
      address.change(
        Object.fromEntries(
          [...many, 'team', 'q', 'aboveTolerance'].map(name => [name, '']),
        ),
      ),
  };
}

export type RiskRegisterQuery = ReturnType<typeof useRiskQuery>;
