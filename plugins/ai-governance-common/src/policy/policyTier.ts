import { Tier } from '../results';

/** The tier whose numbers hold; a prohibited use is held to what a high one is. */
export const policyTier = (tier: Tier) =>
  tier === 'prohibited' ? ('high' as const) : tier;
