import { InputError } from '@backstage/errors';
import { issuesOf } from '../records/validate';
import { GovernancePolicy, policySchema } from './schema';

export { policyHash } from './policyHash';
export { policyTier } from './policyTier';
export {
  policySchema,
  type GovernancePolicy,
  type GovernancePolicyInput,
} from './schema';

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
