import { TierDecision } from '../entity/tier';
import { ControlContext } from './Control';

// Whom several controls ask: each says why it does not apply, or nothing when it does.

type Asked = (context: ControlContext) => string | undefined;

export const isFromVendor = ({ profile: { sourcing } }: ControlContext) =>
  sourcing === 'vendor' || sourcing === 'vendor-feature';

export const ofHighAndLimited = ({
  tier,
}: {
  tier: Pick<TierDecision, 'tier'>;
}) =>
  tier.tier === 'minimal' ? 'Asked of high and limited tiers only.' : undefined;

/** A lifecycle in which the policy says that a system is at work. */
export const inProduction: Asked = ({ profile: { lifecycle }, policy }) =>
  lifecycle !== undefined && policy.inProduction.includes(lifecycle)
    ? undefined
    : `Asked in production only (${policy.inProduction.join(', ')}).`;

export const ofVendors: Asked = context =>
  isFromVendor(context)
    ? undefined
    : 'Asked of products and features of vendors only.';

export const ofOwnBuild: Asked = context =>
  isFromVendor(context)
    ? 'Asked of what is built in-house or open-source.'
    : undefined;
