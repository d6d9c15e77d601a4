import { Config } from '@backstage/config';
import {
  GovernancePolicy,
  parsePolicy,
} from 'backstage-plugin-ai-governance-common';

/**
 * The governance policy of the configuration.
 *
 * @throws Error that says what to set when there is none, or names the path of everything that is wrong with it
 */
export function readPolicy(config: Config): GovernancePolicy {
  const policy = config.getOptional('aiGovernance.policy');
  if (policy === undefined) {
    throw new Error(
      'There is no governance policy: set aiGovernance.policy in the configuration, for example to { $include: ./governance-policy.yaml }.',
    );
  }
  return parsePolicy(policy);
}
