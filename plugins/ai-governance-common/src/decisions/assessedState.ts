import { canonicalJson, sha256 } from '../canonical';
import { GovernedState } from './governedState';

/**
 * What the acceptance of a risk is about: the scenario as it was assessed, the profile, and the material changes until then. Whether
 * its treatment goes on, and what other scenarios say, is something else.
 */
export function assessedState(
  scenario: object,
  governed: Pick<GovernedState, 'profile' | 'changes'>,
): string {
  const assessed: Record<string, unknown> = { ...scenario };
  delete assessed.treatment;
  delete assessed.target;
  return sha256(
    canonicalJson({
      scenario: assessed,
      profile: governed.profile,
      changes: governed.changes,
    }),
  );
}
