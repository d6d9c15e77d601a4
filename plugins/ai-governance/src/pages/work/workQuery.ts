import { Tier, tiers, WorkQuery } from 'backstage-plugin-ai-governance-common';
import { usePagedAddress } from '../pagedAddress';

export const scopes = ['mine', 'team', 'all'] as const;
export const workKinds = [
  'control',
  'decision',
  'acknowledgement',
  'training',
] as const;
type WorkKind = (typeof workKinds)[number];
const DEFAULT_SIZE = 20;

/** What the address of My work asks for; what it does not know it leaves out. */
export function useWorkQuery() {
  const address = usePagedAddress();
  const { params, cursor } = address;
  const scope = scopes.find(s => s === params.get('scope')) ?? 'mine';
  const owner = params.getAll('owner');
  const kind = params
    .getAll('kind')
    .filter((k): k is WorkKind => (workKinds as readonly string[]).includes(k));
  const tier = params
    .getAll('tier')
    .filter((t): t is Tier => (tiers as readonly string[]).includes(t));
  const limit = Number(params.get('limit')) || DEFAULT_SIZE;
  const query: WorkQuery = {
    scope,
    ...(scope === 'team' && { owner }),
    ...(kind.length > 0 && { kind }),
    ...(tier.length > 0 && { tier }),
    limit,
    cursor,
  };
  return { address, scope, owner, kind, tier, limit, query };
}
