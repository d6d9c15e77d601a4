import { canonicalJson, sha256 } from '../canonical';
import { GovernancePolicy } from './schema';

// One policy judges thousands of subjects, and is never changed once it is read.
const known = new WeakMap<GovernancePolicy, string>();

/** Names a version of a policy by what it says: SHA-256 of its canonical JSON. */
export function policyHash(policy: GovernancePolicy): string {
  const hash = known.get(policy) ?? sha256(canonicalJson(policy));
  known.set(policy, hash);
  return hash;
}
