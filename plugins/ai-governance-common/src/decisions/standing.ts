import { Instant, dayOf, endOfDay, minus } from '../instant';
import { RecordState } from '../state';
import { Tier, tiers } from '../results';
import { DecisionData } from './decisionFields';
import { GovernedState, stateHash } from './governedState';
import { isApproved } from './admitDecision';
import type { HumanDuration } from '@backstage/types';

/**
 * How a decision stands. `lapsed`: what it was about has changed, or a condition was not met in time; `expired`: its time has passed.
 */
export const standingStates = [
  'valid',
  'requested',
  'lapsed',
  'expired',
  'rejected',
  'suspended',
  'withdrawn',
] as const;
export type StandingState = (typeof standingStates)[number];

export interface Standing {
  state: StandingState;
  /** A sentence that a person can act on. */
  reason: string;
}

/** What a decision is held against. */
export interface StandingContext {
  tier: Tier;
  governed: GovernedState;
  /** Of a risk acceptance: what the scenario that it is about looks like now; undefined when the assessment has no such scenario any more. */
  assessed?: string;
}

const count = (n: number, one: string, many: string) =>
  `${n} ${n === 1 ? one : many}`;

/** What of the governed state is not as it was when the decision was made, in words: `the profile`, `the intended use`. Empty: nothing. */
export function changedSince(
  covers: Pick<GovernedState, 'profile' | 'changes'> & {
    documents: Record<string, { revision: number; dataHash: string }>;
  },
  governed: GovernedState,
): string[] {
  const changed: string[] = [];
  if (covers.profile !== governed.profile) changed.push('the profile');
  const types = new Set([
    ...Object.keys(covers.documents),
    ...Object.keys(governed.documents),
  ]);
  for (const type of [...types].sort()) {
    const before = covers.documents[type];
    const now = governed.documents[type];
    if (before?.dataHash === now?.dataHash) continue;
    const words = `the ${type.replaceAll('-', ' ')}`;
    if (!before) changed.push(`${words} (new)`);
    else {
      changed.push(
        `${words} (revision ${before.revision} → ${now?.revision ?? 'none'})`,
      );
    }
  }
  const added = governed.changes.filter(id => !covers.changes.includes(id));
  const removed = covers.changes.filter(id => !governed.changes.includes(id));
  if (added.length > 0) {
    changed.push(count(added.length, 'material change', 'material changes'));
  }
  if (removed.length > 0) {
    changed.push(
      count(
        removed.length,
        'change that is material no longer',
        'changes that are material no longer',
      ),
    );
  }
  return changed;
}

const gravity = (tier: Tier) => tiers.length - tiers.indexOf(tier);

/** How a decision stands at an instant. Pure; the instants at which it may change by time alone are those of `standingInstants`. */
export function standingOf(
  { type, data }: Pick<RecordState<DecisionData>, 'type' | 'data'>,
  { tier, governed, assessed }: StandingContext,
  at: Instant,
): Standing {
  const { decision, decided, requested, expires } = data;
  if (decision === 'requested') {
    return {
      state: 'requested',
      reason: `Asked for by ${requested?.by} on ${dayOf(
        requested?.at ?? at,
      )}; nobody has decided yet.`,
    };
  }
  if (decision === 'withdrawn' || decision === 'suspended') {
    return {
      state: decision,
      reason: `${decision === 'withdrawn' ? 'Withdrawn' : 'Suspended'} by ${
        data.ended?.by ?? decided?.by
      } on ${dayOf(data.ended?.at ?? decided?.at ?? at)}.`,
    };
  }
  if (!decided) {
    return {
      state: 'lapsed',
      reason: 'It does not say who decided: decide anew.',
    };
  }
  const given = `by ${decided.by} on ${dayOf(decided.at)}`;
  if (!isApproved(decision)) {
    return { state: 'rejected', reason: `Rejected ${given}.` };
  }
  if (expires && at >= endOfDay(expires)) {
    return { state: 'expired', reason: `Given ${given}; ended on ${expires}.` };
  }
  const late = (data.conditions ?? []).find(
    ({ due, met }) => !met && at >= endOfDay(due),
  );
  if (late) {
    return {
      state: 'lapsed',
      reason: `Given ${given} on a condition that was not met by ${late.due}: ${late.text}`,
    };
  }
  if (gravity(tier) > gravity(decided.tier)) {
    return {
      state: 'lapsed',
      reason: `Given ${given} for the tier ${decided.tier}, and it is ${tier} now.`,
    };
  }
  if (type === 'approval' && stateHash(governed) !== decided.stateHash) {
    return {
      state: 'lapsed',
      reason: `Given ${given}; changed since: ${changedSince(
        decided.covers,
        governed,
      ).join(', ')}.`,
    };
  }
  if (type === 'risk-acceptance' && assessed !== decided.assessed) {
    return {
      state: 'lapsed',
      reason: assessed
        ? `Given ${given}; the scenario, the profile or a material change has come since.`
        : `Given ${given}; the risk assessment has no such scenario any more.`,
    };
  }
  if (type === 'tier-override' && governed.profile !== decided.covers.profile) {
    return {
      state: 'lapsed',
      reason: `Given ${given}; the profile has changed since.`,
    };
  }
  return {
    state: 'valid',
    reason: `Given ${given}${expires ? `, until ${expires}` : ''}.`,
  };
}

/** The instants at which a decision's standing may change by time alone, and those from which to warn of it. Sorted. */
export function standingInstants(
  { data }: Pick<RecordState<DecisionData>, 'data'>,
  window?: HumanDuration,
): Instant[] {
  const ends = [
    ...(data.expires ? [endOfDay(data.expires)] : []),
    ...(data.conditions ?? []).filter(c => !c.met).map(c => endOfDay(c.due)),
  ];
  return [
    ...new Set([...ends, ...(window ? ends.map(e => minus(e, window)) : [])]),
  ].sort();
}
