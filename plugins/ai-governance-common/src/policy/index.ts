import { InputError } from '@backstage/errors';
import { canonicalJson, sha256 } from '../canonical';
import { issuesOf } from '../records/validate';
import { Tier } from '../results';
import { GovernancePolicy, policySchema } from './schema';

export { policySchema, type GovernancePolicy } from './schema';

/**
 * Reads a policy, as it stands in `aiGovernance.policy` of the configuration, and fills in its defaults.
 *
 * @throws InputError naming the path of everything that is wrong with it
 */
export function parsePolicy(input: unknown): GovernancePolicy {
  const parsed = policySchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const wrong = issuesOf(parsed.error)
    .map(({ path, message }) => {
      const at = ['aiGovernance.policy', path].filter(Boolean).join('.');
      return `${at}: ${message}`;
    })
    .join('; ');
  throw new InputError(`The governance policy is not valid: ${wrong}`);
}

/** Names a version of a policy by what it says: SHA-256 of its canonical JSON. */
export const policyHash = (policy: GovernancePolicy) =>
  sha256(canonicalJson(policy));

/** The tier whose numbers hold; a prohibited use is held to what a high one is. */
export const policyTier = (tier: Tier) =>
  tier === 'prohibited' ? ('high' as const) : tier;
