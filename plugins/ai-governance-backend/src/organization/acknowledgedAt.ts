import {
  acknowledges,
  GovernancePolicy,
} from 'backstage-plugin-ai-governance-common';
import { Ledger } from '../ledger/Ledger';

/**
 * When a person first acknowledged this very policy; null when they have not.
 *
 * @param person - full lower-case reference
 */
export async function acknowledgedAt(
  ledger: Ledger,
  person: string,
  policy: GovernancePolicy,
): Promise<string | null> {
  const stream = await ledger.findStream(person);
  if (!stream) return null;
  const isOfIt = acknowledges(policy);
  const stated = await ledger.records(stream.id, {
    type: 'policy-acknowledgement',
  });
  const found = stated.find(({ data }) => isOfIt(data && JSON.parse(data)));
  return found?.recordedAt ?? null;
}
