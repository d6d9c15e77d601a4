import {
  filterPredicateToFilterFunction,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import { canonicalJson, sha256 } from '../canonical';
import { standingInstants, standingOf } from '../decisions/standing';
import { Profile } from '../entity/profile';
import { recordTypes } from '../records';
import { Approval } from '../records/approval';
import { Tier } from '../results';
import { Instant } from '../instant';
import { Control, ControlContext, fail, Finding, pass } from './Control';
import { lastToEnd, withData } from './lastToEnd';
import { overTime } from './overTime';

/** A control that is written as data, in `aiGovernance.controls` of the configuration. */
export interface ControlDefinition
  extends Pick<
    Control,
    | 'id'
    | 'title'
    | 'family'
    | 'level'
    | 'holdsWhen'
    | 'appliesTo'
    | 'references'
    | 'remediation'
  > {
  /** A filter predicate over the `StateView`: whom it asks. Absent: every subject. */
  applies?: unknown;
  /** A filter predicate over the `StateView`: what must be true. */
  holds: unknown;
  /** What is said where it does not hold: a sentence that a person can act on. */
  otherwise?: string;
}

/** A subject as the predicates of defined controls see it: plain JSON. */
export interface StateView {
  /** Full lower-case reference. */
  ref: string;
  /** Lower case. */
  kind: string;
  /** By rule, or by a decision that holds. */
  tier: Tier;
  /** The declared facts; what is missing or not valid is absent. */
  profile: Profile;
  /** By type, the data of the latest revision of each record, in the order in which they were recorded; none of what was erased. */
  records: Record<string, unknown[]>;
  /** Of the approvals that hold, the one that holds longest; absent when none does. */
  approval?: Approval;
}

/** The names that the path of a field may begin with. */
export const stateViewFields: readonly (keyof StateView)[] = [
  'ref',
  'kind',
  'tier',
  'profile',
  'records',
  'approval',
];

const approvalsOf = ({ entries }: ControlContext) =>
  withData<Approval>(entries<Approval | null>('approval'));

/** The view of a subject, to be asked for at any instant: only its approval changes by time. */
function viewOf(context: ControlContext): (at: Instant) => StateView {
  const { ref, profile, tier, governed, entries } = context;
  const approvals = approvalsOf(context);
  const constant = {
    ref,
    kind: ref.split(':')[0],
    tier: tier.tier,
    profile,
    records: Object.fromEntries(
      recordTypes.flatMap(({ type }) => {
        const all = withData(entries<unknown>(type)).map(r => r.data);
        return all.length > 0 ? [[type, all]] : [];
      }),
    ),
  };
  return at => {
    const approval = lastToEnd(
      approvals.filter(
        a => standingOf(a, { tier: tier.tier, governed }, at).state === 'valid',
      ),
    );
    return { ...constant, ...(approval && { approval: approval.data }) };
  };
}

/** What no two definitions share that differ in anything: 28 bits, so that every database keeps it as a number. */
const versionOf = (definition: ControlDefinition) =>
  parseInt(sha256(canonicalJson(definition)).slice(0, 7), 16) + 1;

/**
 * The control that a definition describes. Its predicates read no clock: what time alone changes of it is only whether an approval holds, and
 * that is foretold. A predicate that cannot be evaluated throws, as any control does that is broken.
 *
 * @throws InputError when `applies` or `holds` is no filter predicate
 */
export function definedControl(definition: ControlDefinition): Control {
  const { applies, holds, otherwise, ...described } = definition;
  const predicate = (source: unknown) =>
    filterPredicateToFilterFunction<StateView>(parseFilterPredicate(source));
  const asked = applies === undefined ? () => true : predicate(applies);
  const held = predicate(holds);

  const judge = (view: StateView): Finding => {
    if (!asked(view)) {
      return {
        state: 'not-applicable',
        reason: `Asked of: ${described.appliesTo}.`,
      };
    }
    if (held(view)) return pass(`It holds: ${described.holdsWhen}.`);
    return fail(otherwise ?? `It does not hold: ${described.holdsWhen}.`);
  };

  return {
    ...described,
    version: versionOf(definition),
    evaluate: context => {
      const viewAt = viewOf(context);
      return overTime(
        context.at,
        approvalsOf(context).flatMap(a => standingInstants(a)),
        at => judge(viewAt(at)),
      );
    },
  };
}
