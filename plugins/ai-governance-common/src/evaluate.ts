import {
  Control,
  ControlContext,
  controls as allControls,
  Finding,
} from './controls';
import { exempted } from './controls/exempted';
import { withData } from './controls/lastToEnd';
import { overTime } from './controls/overTime';
import { standingInstants } from './decisions/standing';
import { HeldTier, tierUnder } from './decisions/tierUnder';
import { Instant } from './instant';
import { modelKeysOf } from './models';
import { GovernancePolicy } from './policy';
import { Exemption } from './records/exemption';
import { TierOverride } from './records/tierOverride';
import {
  addCounts,
  ControlResult,
  heldStates,
  Level,
  levels,
  noCounts,
  ResultState,
  share,
  StateCounts,
  Tier,
  unaskedStates,
} from './results';
import { SubjectState } from './state';

/** Everything that is derived of one subject at one instant. */
export interface Evaluation {
  /** By rule, or by a decision on another tier that holds at the instant. */
  tier: HeldTier;
  /** The tiers to come when nothing happens: each from the instant at which a decision on another tier ends. */
  tierChanges: { at: Instant; tier: Tier }[];
  results: ControlResult[];
  /** The highest level all of whose applicable, non-exempt controls hold, and those of the lower ones; null: none, or nothing is asked. */
  level: Level | null;
  counts: StateCounts;
  /** Counts by control family. */
  families: Record<string, StateCounts>;
  /** The control to see to first; undefined when every one holds. */
  first?: string;
  /** The earliest instant at which a result or the tier changes; null: time alone changes nothing. */
  validUntil: Instant | null;
}

// Worst first. What to see to first is what is wrong before what runs out, then the lower level, on which more depends, then this.
const urgency: readonly ResultState[] = [
  'error',
  'expired',
  'fail',
  'not-reported',
  'warning',
];
const holds = (state: ResultState) => heldStates.includes(state);
const asked = (state: ResultState) => !unaskedStates.includes(state);

const earliest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.filter(i => i !== null).sort()[0] ?? null;

/**
 * Judges a subject by every control, for an instant. Pure and deterministic: the same input gives the same output,
 * in the backend, in a preview, and for any instant in the past or to come.
 *
 * @param at - ISO 8601, UTC, with milliseconds
 */
export function evaluate(
  state: SubjectState,
  policy: GovernancePolicy,
  at: Instant,
  controls: readonly Control[] = allControls,
): Evaluation {
  const overrides = withData<TierOverride>(
    state.records['tier-override'] ?? [],
  );
  const tiersAt = new Map<Instant, HeldTier>();
  const tierAt = (when: Instant) => {
    const tier =
      tiersAt.get(when) ?? tierUnder({ ...state, overrides }, policy, when);
    tiersAt.set(when, tier);
    return tier;
  };
  const overridesEnd = overrides.flatMap(o => standingInstants(o));
  const results = controls.map(control =>
    evaluateControl(control, { state, policy, tierAt, overridesEnd }, at),
  );
  const tierChanges = tiersToCome(at, overridesEnd, tierAt);
  const sum = summarize(controls, results);
  return {
    tier: tierAt(at),
    tierChanges,
    results,
    ...sum,
    validUntil: earliest([sum.validUntil, tierChanges[0]?.at ?? null]),
  };
}

function tiersToCome(
  at: Instant,
  changes: readonly Instant[],
  tierAt: (at: Instant) => HeldTier,
): Evaluation['tierChanges'] {
  let { tier } = tierAt(at);
  return [...changes].sort().flatMap(change => {
    if (change <= at || tierAt(change).tier === tier) return [];
    tier = tierAt(change).tier;
    return [{ at: change, tier }];
  });
}

interface Evaluated {
  state: SubjectState;
  policy: GovernancePolicy;
  tierAt: (at: Instant) => HeldTier;
  /** When a decision on another tier may end. */
  overridesEnd: readonly Instant[];
}

function evaluateControl(
  control: Control,
  { state, policy, tierAt, overridesEnd }: Evaluated,
  at: Instant,
): ControlResult {
  const inputs = new Set([
    `stream:${state.ref}`,
    `entity:${state.ref}`,
    'policy',
  ]);
  const contextAt = (when: Instant): ControlContext => ({
    at: when,
    policy,
    ref: state.ref,
    profile: state.profile,
    declaredAt: state.ref.startsWith('aisystem:')
      ? 'spec'
      : 'spec.aiGovernance',
    tier: tierAt(when),
    entity: ref => {
      inputs.add(`entity:${ref}`);
      return state.entities[ref];
    },
    governed: state.governed,
    modelFeed: () => {
      modelKeysOf(state.profile).forEach(key => inputs.add(key));
      return state.modelFeed;
    },
    person: (ref, type) => {
      inputs.add(`stream:${ref}`);
      return state.people[ref]?.[type] ?? [];
    },
    document: type => {
      const latest = state.records[type]?.[0];
      return latest?.data === null ? undefined : latest;
    },
    entries: type => state.records[type] ?? [],
  });
  const exemptions = withData<Exemption>(state.records.exemption ?? []).filter(
    e => e.data.control === control.id,
  );
  const judge = (when: Instant): Finding => {
    const context = contextAt(when);
    return exempted(
      judged(control, context),
      exemptions,
      { tier: context.tier.tier, governed: state.governed },
      when,
    );
  };
  const finding = overTime(
    at,
    [...overridesEnd, ...exemptions.flatMap(e => standingInstants(e))],
    judge,
  );
  return {
    controlId: control.id,
    controlVersion: control.version,
    state: finding.state,
    reason: finding.reason,
    validUntil: finding.next?.at ?? null,
    nextState: finding.next?.state ?? null,
    nextReason: finding.next?.reason ?? null,
    remedy: finding.remedy,
    nextRemedy: finding.next?.remedy,
    inputs: [...inputs].sort(),
  };
}

function judged(control: Control, context: ControlContext): Finding {
  try {
    if (context.profile.lifecycle === 'retired') {
      return {
        state: 'not-applicable',
        reason: 'Retired: nothing more is asked.',
      };
    }
    const notApplicable = control.notApplicable?.(context);
    if (notApplicable !== undefined) {
      return { state: 'not-applicable', reason: notApplicable };
    }
    return control.evaluate(context);
  } catch (error) {
    // one broken control must not take the others with it
    return {
      state: 'error',
      reason: `The control could not be evaluated: ${
        error instanceof Error ? error.message : String(error)
      }`,
    };
  }
}

/** What the results of one subject add up to. `first` is, among equals, in the order of `controls`. */
export function summarize(
  controls: readonly Control[],
  results: readonly Pick<ControlResult, 'controlId' | 'state' | 'validUntil'>[],
): Omit<Evaluation, 'tier' | 'tierChanges' | 'results'> {
  const byId = new Map(results.map(r => [r.controlId, r]));
  const families: Record<string, StateCounts> = {};
  for (const control of controls) {
    const found = byId.get(control.id);
    if (!found) continue;
    families[control.family] ??= noCounts();
    families[control.family][found.state] += 1;
  }
  const counts = Object.values(families).reduce(addCounts, noCounts());

  let level: Level | null = null;
  // Of whom nothing is asked has shown nothing; and a level that the catalogue has no control for cannot be reached.
  if (share(counts) !== null) {
    for (const candidate of levels) {
      const ofLevel = controls.filter(c => c.level === candidate);
      const states = ofLevel.flatMap(c => byId.get(c.id)?.state ?? []);
      if (!states.filter(asked).every(holds)) break;
      if (ofLevel.length > 0) level = candidate;
    }
  }

  const first = controls
    .flatMap(control => {
      const found = byId.get(control.id);
      const rank = found ? urgency.indexOf(found.state) : -1;
      return rank < 0
        ? []
        : [
            {
              id: control.id,
              rank,
              level: levels.indexOf(control.level),
              runsOut: found?.state === 'warning',
            },
          ];
    })
    .sort(
      (a, b) =>
        Number(a.runsOut) - Number(b.runsOut) ||
        a.level - b.level ||
        a.rank - b.rank,
    )[0];

  return {
    level,
    counts,
    families,
    first: first?.id,
    validUntil: earliest(results.map(r => r.validUntil)),
  };
}
