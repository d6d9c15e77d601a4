import { RegisterQuery } from 'backstage-plugin-ai-governance-common';
import { usePagedAddress } from '../pagedAddress';
import { registerOf, risksId } from './registers';

const DEFAULT_SIZE = 20;

const orders = ['due', 'severity', 'status'] as const;

/** The register of an address with its filters, order and page. */
export function useRegisterQuery() {
  const address = usePagedAddress();
  const { params, cursor } = address;
  const type = registerOf(params.get('type'));
  const owner = params.getAll('owner');
  const tier = params.getAll('tier');
  const team = params.get('team') ?? '';
  const q = params.get('q') ?? '';
  const { register } = type;
  // what the records of this register do not have is left out: filters are kept from one to the next
  const ofRecord = {
    status: register?.status ? params.getAll('status') : [],
    severity: register?.severity ? params.getAll('severity') : [],
    assignee: register?.owner ? params.getAll('assignee') : [],
  };
  const overdue =
    register?.due && register.status && params.get('overdue') === 'true';
  const orderBy = orders.find(
    name =>
      name === params.get('orderBy') && register?.[name as 'due'] !== undefined,
  );
  const filter: Omit<RegisterQuery, 'limit' | 'cursor'> = {
    type: type.type,
    ...(owner.length > 0 && { owner }),
    ...(team && { team }),
    ...(tier.length > 0 && { tier }),
    ...(q && { q }),
    ...Object.fromEntries(
      Object.entries(ofRecord).filter(([, values]) => values.length > 0),
    ),
    ...(overdue && { overdue: 'true' as const }),
    ...(orderBy && { orderBy }),
    order: params.get('order') === 'asc' ? 'asc' : 'desc',
  };
  const limit = Number(params.get('limit')) || DEFAULT_SIZE;
  return {
    address,
    /** Which register is open, as the address calls it. */
    id: params.get('type') === risksId ? risksId : type.type,
    type,
    values: { owner, tier, team, q, ...ofRecord, overdue: Boolean(overdue) },
    /** Nothing is filtered by. */
    plain:
      !owner.length &&
      !tier.length &&
      !team &&
      !q &&
      !overdue &&
      Object.values(ofRecord).every(values => values.length === 0),
    orderBy: orderBy ?? ('recordedAt' as const),
    /** The record that the address opens. */
    opened: params.get('open') ?? undefined,
    open: (recordId: string | undefined) =>
      address.keep({ open: recordId ?? '' }),
    filter,
    limit,
    query: { ...filter, limit, cursor },
    clear: () =>
      address.change({
        owner: '',
        tier: '',
        team: '',
        q: '',
        status: '',
        severity: '',
        assignee: '',
        overdue: '',
      }),
    /** The address of another register, with the same filters. */
    searchOf: (id: string) => {
      const next = new URLSearchParams(params);
      for (const key of ['cursor', 'open', 'orderBy']) next.delete(key);
      next.set('type', id);
      return `?${next}`;
    },
  };
}

export type Register = ReturnType<typeof useRegisterQuery>;
