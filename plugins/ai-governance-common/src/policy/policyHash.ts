import { canonicalJson, sha256 } from '../canonical';
import { GovernancePolicy } from './schema';

/** Names a version of a policy by what it says: SHA-256 of its canonical JSON. */
export const policyHash = (policy: GovernancePolicy) =>
  sha256(canonicalJson(policy));
