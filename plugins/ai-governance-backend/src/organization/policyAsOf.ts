import {
  GovernancePolicy,
  Instant,
  parsePolicy,
} from 'backstage-plugin-ai-governance-common';
import { Ledger } from '../ledger/Ledger';
import { ORGANIZATION } from './PolicyVersions';

/** The policy that was in force at an instant, as far as this version can read it; undefined also before the ledger held any. */
export async function policyAsOf(
  ledger: Ledger,
  at: Instant,
): Promise<GovernancePolicy | undefined> {
  const stream = await ledger.findStream(ORGANIZATION);
  if (!stream) return undefined;
  const [revision] = await ledger.records(stream.id, {
    type: 'policy',
    asOf: at,
  });
  if (!revision?.data) return undefined;
  try {
    return parsePolicy(JSON.parse(revision.data));
  } catch {
    // written by a version with another schema
    return undefined;
  }
}
