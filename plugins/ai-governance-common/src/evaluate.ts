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
import { RecordState, SubjectState } from './state';

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

const earlier = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && b < a) ? b : a;

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
  const evaluated: Evaluated = {
    state,
    policy,
    overridesEnd,
    exemptions: withData<Exemption>(state.records.exemption ?? []),
    ...contexts(state, policy, tierAt),
  };
  const results = controls.map(control =>
    evaluateControl(control, evaluated, at),
  );
  const tierChanges = tiersToCome(at, overridesEnd, tierAt);
  const sum = summarize(controls, results);
  return {
    tier: tierAt(at),
    tierChanges,
    results,
    ...sum,
    validUntil: earlier(sum.validUntil, tierChanges[0]?.at ?? null),
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

interface Evaluated extends ReturnType<typeof contexts> {
  state: SubjectState;
  policy: GovernancePolicy;
  /** When a decision on another tier may end. */
  overridesEnd: readonly Instant[];
  exemptions: readonly RecordState<Exemption>[];
}

/**
 * What controls read of a subject at an instant, one for all of them, for there are many controls and few instants; and what one of them has
 * read since it was last asked for, sorted.
 */
function contexts(
  state: SubjectState,
  policy: GovernancePolicy,
  tierAt: (at: Instant) => HeldTier,
) {
  const implied = [
    `entity:${state.ref}`,
    'policy',
    `stream:${state.ref}`,
  ].sort();
  let read = new Set<string>();
  const made = new Map<Instant, ControlContext>();
  const declaredAt = state.ref.startsWith('aisystem:')
    ? 'spec'
    : 'spec.aiGovernance';
  const make = (when: Instant): ControlContext => ({
    at: when,
    policy,
    ref: state.ref,
    profile: state.profile,
    declaredAt,
    tier: tierAt(when),
    entity: ref => {
      read.add(`entity:${ref}`);
      return state.entities[ref];
    },
    governed: state.governed,
    modelFeed: () => {
      modelKeysOf(state.profile).forEach(key => read.add(key));
      return state.modelFeed;
    },
    person: (ref, type) => {
      read.add(`stream:${ref}`);
      return state.people[ref]?.[type] ?? [];
    },
    document: type => {
      const latest = state.records[type]?.[0];
      return latest?.data === null ? undefined : latest;
    },
    entries: type => state.records[type] ?? [],
  });
  return {
    contextAt: (when: Instant): ControlContext => {
      const context = made.get(when) ?? make(when);
      made.set(when, context);
      return context;
    },
    takeInputs: (): string[] => {
      if (read.size === 0) return implied;
      implied.forEach(key => read.add(key));
      const inputs = [...read].sort();
      read = new Set();
      return inputs;
    },
  };
}

function evaluateControl(
  control: Control,
  evaluated: Evaluated,
  at: Instant,
): ControlResult {
  const { overridesEnd } = evaluated;
  // most subjects have none, and there are many controls
  const exemptions =
    evaluated.exemptions.length === 0
      ? evaluated.exemptions
      : evaluated.exemptions.filter(e => e.data.control === control.id);
  const judge = (when: Instant): Finding => {
    const context = evaluated.contextAt(when);
    return exempted(
      judged(control, context),
      exemptions,
      { tier: context.tier.tier, governed: evaluated.state.governed },
      when,
    );
  };
  const changes =
    exemptions.length > 0
      ? [...overridesEnd, ...exemptions.flatMap(e => standingInstants(e))]
      : overridesEnd;
  const finding = overTime(at, changes, judge);
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
    inputs: evaluated.takeInputs(),
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

/** A control to see to; its level, its rank in `urgency` and where it stands in the catalogue as places. */
interface Urgent {
  id: string;
  rank: number;
  level: number;
  runsOut: boolean;
  place: number;
}

const moreUrgent = (a: Urgent, b: Urgent) =>
  (Number(a.runsOut) - Number(b.runsOut) ||
    a.level - b.level ||
    a.rank - b.rank ||
    a.place - b.place) < 0;

interface Catalogue {
  /** By id. */
  controls: Map<
    string,
    Pick<Control, 'family'> & Pick<Urgent, 'level' | 'place'>
  >;
  /** For each level whether there is a control of it. */
  hasLevel: boolean[];
}

const catalogues = new WeakMap<readonly Control[], Catalogue>();

/** What is read of controls to add up results, made once: every subject is added up several times. */
function catalogueOf(controls: readonly Control[]): Catalogue {
  const known = catalogues.get(controls);
  if (known) return known;
  const made: Catalogue = {
    controls: new Map(
      controls.map(({ id, family, level }, place) => [
        id,
        { family, level: levels.indexOf(level), place },
      ]),
    ),
    hasLevel: levels.map(level => controls.some(c => c.level === level)),
  };
  catalogues.set(controls, made);
  return made;
}

/** What the results of one subject add up to. `first` is, among equals, in the order of `controls`. */
export function summarize(
  controls: readonly Control[],
  results: readonly Pick<ControlResult, 'controlId' | 'state' | 'validUntil'>[],
): Omit<Evaluation, 'tier' | 'tierChanges' | 'results'> {
  const catalogue = catalogueOf(controls);
  const families: Record<string, StateCounts> = {};
  const counts = noCounts();
  const broken = levels.map(() => false);
  let first: Urgent | undefined;
  let validUntil: Instant | null = null;
  for (const { controlId: id, state, validUntil: until } of results) {
    validUntil = earlier(validUntil, until);
    const control = catalogue.controls.get(id);
    if (!control) continue;
    const { family, level, place } = control;
    families[family] ??= noCounts();
    families[family][state] += 1;
    counts[state] += 1;
    if (asked(state) && !holds(state)) broken[level] = true;
    const rank = urgency.indexOf(state);
    if (rank < 0) continue;
    const urgent = { id, rank, level, runsOut: state === 'warning', place };
    if (!first || moreUrgent(urgent, first)) first = urgent;
  }

  let level: Level | null = null;
  // Of whom nothing is asked has shown nothing; and a level that the catalogue has no control for cannot be reached.
  if (share(counts) !== null) {
    for (const [i, of] of levels.entries()) {
      if (broken[i]) break;
      if (catalogue.hasLevel[i]) level = of;
    }
  }
  return { level, counts, families, first: first?.id, validUntil };
}
