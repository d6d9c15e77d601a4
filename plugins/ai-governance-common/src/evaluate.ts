import { Control, ControlContext, controls as allControls } from './controls';
import { TierDecision, tierOf } from './entity/tier';
import { Instant } from './instant';
import { GovernancePolicy } from './policy';
import {
  addCounts,
  ControlResult,
  Level,
  levels,
  noCounts,
  ResultState,
  share,
  StateCounts,
} from './results';
import { SubjectState } from './state';

/** Everything that is derived of one subject at one instant. */
export interface Evaluation {
  tier: TierDecision;
  results: ControlResult[];
  /** The highest level all of whose applicable, non-exempt controls hold, and those of the lower ones; null: none, or nothing is asked. */
  level: Level | null;
  counts: StateCounts;
  /** Counts by control family. */
  families: Record<string, StateCounts>;
  /** The control to see to first; undefined when every one holds. */
  first?: string;
  /** The earliest `validUntil` of the results; null: time alone changes nothing. */
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
const holds = (state: ResultState) => state === 'pass' || state === 'warning';
const asked = (state: ResultState) =>
  state !== 'not-applicable' && state !== 'exempt';

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
  const tier = tierOf(state.profile, policy);
  const results = controls.map(control =>
    evaluateControl(control, state, policy, tier, at),
  );
  return { tier, results, ...summarize(controls, results) };
}

function evaluateControl(
  control: Control,
  state: SubjectState,
  policy: GovernancePolicy,
  tier: TierDecision,
  at: Instant,
): ControlResult {
  const inputs = new Set([
    `stream:${state.ref}`,
    `entity:${state.ref}`,
    'policy',
  ]);
  const context: ControlContext = {
    at,
    policy,
    profile: state.profile,
    declaredAt: state.ref.startsWith('aisystem:')
      ? 'spec'
      : 'spec.aiGovernance',
    tier,
    entity: ref => {
      inputs.add(`entity:${ref}`);
      return state.entities[ref];
    },
    governed: state.governed,
    person: (ref, type) => {
      inputs.add(`stream:${ref}`);
      return state.people[ref]?.[type] ?? [];
    },
    document: type => {
      const latest = state.records[type]?.[0];
      return latest?.data === null ? undefined : latest;
    },
    entries: type => state.records[type] ?? [],
  };
  const result = (finding: ReturnType<Control['evaluate']>): ControlResult => ({
    controlId: control.id,
    controlVersion: control.version,
    state: finding.state,
    reason: finding.reason,
    validUntil: finding.next?.at ?? null,
    nextState: finding.next?.state ?? null,
    nextReason: finding.next?.reason ?? null,
    inputs: [...inputs].sort(),
  });
  try {
    if (state.profile.lifecycle === 'retired') {
      return result({
        state: 'not-applicable',
        reason: 'Retired: nothing more is asked.',
      });
    }
    const notApplicable = control.notApplicable?.(context);
    if (notApplicable !== undefined) {
      return result({ state: 'not-applicable', reason: notApplicable });
    }
    return result(control.evaluate(context));
  } catch (error) {
    // one broken control must not take the others with it
    return result({
      state: 'error',
      reason: `The control could not be evaluated: ${
        error instanceof Error ? error.message : String(error)
      }`,
    });
  }
}

/** What the results of one subject add up to. `first` is, among equals, in the order of `controls`. */
export function summarize(
  controls: readonly Control[],
  results: readonly Pick<ControlResult, 'controlId' | 'state' | 'validUntil'>[],
): Omit<Evaluation, 'tier' | 'results'> {
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
    validUntil: results.reduce<Instant | null>(
      (earliest, { validUntil }) =>
        validUntil && (!earliest || validUntil < earliest)
          ? validUntil
          : earliest,
      null,
    ),
  };
}
