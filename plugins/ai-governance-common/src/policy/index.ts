import { canonicalJson, sha256 } from '../canonical';
import { jsonPath } from '../records/validate';
import { Tier } from '../results';
import { GovernancePolicy, policySchema } from './schema';

export { policySchema, type GovernancePolicy } from './schema';

/**
 * Reads a policy.
 *
 * @throws Error naming the path of everything that is wrong with it.
 */
export function parsePolicy(input: unknown): GovernancePolicy {
  const parsed = policySchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues
    .map(i => `aiGovernance.policy.${jsonPath(i.path)}: ${i.message}`)
    .join('; ');
  throw new Error(`The governance policy is not valid: ${wrong}`);
}

/** Names a version of a policy by what it says: SHA-256 of its canonical JSON. */
export const policyHash = (policy: GovernancePolicy) =>
  sha256(canonicalJson(policy));

/** The tier whose numbers hold; a prohibited use is held to what a high one is. */
export const policyTier = (tier: Tier) =>
  tier === 'prohibited' ? ('high' as const) : tier;
