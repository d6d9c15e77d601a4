import { RegisterQuery } from 'backstage-plugin-ai-governance-common';
import { usePagedAddress } from '../pagedAddress';
import { registerOf } from './registers';

const DEFAULT_SIZE = 20;

/** The register of an address with its filters, order and page. */
export function useRegisterQuery() {
  const address = usePagedAddress();
  const { params, cursor } = address;
  const type = registerOf(params.get('type'));
  const owner = params.getAll('owner');
  const tier = params.getAll('tier');
  const team = params.get('team') ?? '';
  const q = params.get('q') ?? '';
  const filter: Omit<RegisterQuery, 'limit' | 'cursor'> = {
    type: type.type,
    ...(owner.length > 0 && { owner }),
    ...(team && { team }),
    ...(tier.length > 0 && { tier }),
    ...(q && { q }),
    order: params.get('order') === 'asc' ? 'asc' : 'desc',
  };
  const limit = Number(params.get('limit')) || DEFAULT_SIZE;
  return {
    address,
    type,
    values: { owner, tier, team, q },
    /** Nothing is filtered by. */
    plain: !owner.length && !tier.length && !team && !q,
    filter,
    limit,
    query: { ...filter, limit, cursor },
    clear: () => address.change({ owner: '', tier: '', team: '', q: '' }),
    /** The address of another register, with the same filters. */
    searchOf: (id: string) => {
      const next = new URLSearchParams(params);
      next.delete('cursor');
      next.set('type', id);
      return `?${next}`;
    },
  };
}

export type Register = ReturnType<typeof useRegisterQuery>;
