import { Profile } from '../entity/profile';
import { TierDecision, tierOf } from '../entity/tier';
import { Instant } from '../instant';
import { GovernancePolicy } from '../policy/schema';
import type { TierOverride } from '../records/tierOverride';
import { Tier } from '../results';
import { RecordState } from '../state';
import { GovernedState } from './governedState';
import { standingOf } from './standing';

/** The tier that a subject is held to, and the decision that gives another one than the rule. */
export interface HeldTier extends TierDecision {
  override?: { record: RecordState<TierOverride>; rule: Tier };
}

/**
 * The tier by rule, or by the latest decision on another one that holds at the instant. What the rule prohibits stays prohibited.
 *
 * @param overrides - latest revisions of the stream's records of the type `tier-override`; data null when erased
 */
export function tierUnder(
  state: {
    profile: Profile;
    governed: GovernedState;
    overrides: readonly RecordState<TierOverride | null>[];
  },
  policy: Pick<GovernancePolicy, 'uses' | 'regulations'>,
  at: Instant,
): HeldTier {
  const { profile, governed, overrides } = state;
  const rule = tierOf(profile, policy);
  if (rule.tier === 'prohibited') return rule;
  const holding = overrides
    .filter((o): o is RecordState<TierOverride> => {
      const { data } = o;
      return (
        data !== null &&
        standingOf(
          { type: o.type, data },
          // the tier that it was decided for is what it changes: the rule's
          { tier: rule.tier, governed },
          at,
        ).state === 'valid'
      );
    })
    .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt))[0];
  if (!holding || holding.data.tier === rule.tier) return rule;
  const { tier, decided, expires } = holding.data;
  return {
    tier,
    reasons: [
      {
        tier,
        text: `Held to this tier until ${expires} by a decision of ${decided?.by}: ${holding.data.reason}`,
      },
      ...rule.reasons,
    ],
    override: { record: holding, rule: rule.tier },
  };
}
