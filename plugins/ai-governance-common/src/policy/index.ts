import { InputError } from '@backstage/errors';
import { controlIds } from '../controls';
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
 * The schema of a policy that is to be in force: what it says of controls must be said of controls that there are. A version of the past is
 * read by `policySchema`, for its controls may be gone.
 *
 * @param ids - of the controls that there are
 */
export const policySchemaFor = (ids: readonly string[] = controlIds) =>
  policySchema.superRefine(({ levels }, ctx) => {
    for (const id of Object.keys(levels).filter(key => !ids.includes(key))) {
      ctx.addIssue({
        code: 'custom',
        path: ['levels', id],
        message: `there is no control ${id}`,
      });
    }
  });

/**
 * Reads a policy, as it stands in `aiGovernance.policy` of the configuration, and fills in its defaults.
 *
 * @param ids - of the controls that there are; default: those of the suite
 * @throws InputError naming the path of everything that is wrong with it
 */
export function parsePolicy(
  input: unknown,
  ids: readonly string[] = controlIds,
): GovernancePolicy {
  const parsed = policySchemaFor(ids).safeParse(input);
  if (parsed.success) return parsed.data;
  const wrong = issuesOf(parsed.error)
    .map(({ path, message }) => {
      const at = ['aiGovernance.policy', path].filter(Boolean).join('.');
      return `${at}: ${message}`;
    })
    .join('; ');
  throw new InputError(`The governance policy is not valid: ${wrong}`);
}
