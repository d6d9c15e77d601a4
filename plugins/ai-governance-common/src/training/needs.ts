import { GovernedState } from '../decisions/governedState';
import { standingInstants, standingOf } from '../decisions/standing';
import { Profile } from '../entity/profile';
import { endOfDay, Instant, minus, startOfDay } from '../instant';
import { GovernancePolicy } from '../policy/schema';
import { Approval } from '../records/approval';
import { courseKey, Training } from '../records/training';
import { Tier } from '../results';
import { EntityFacts, RecordState } from '../state';

/** The part that somebody has in a system, by which the policy asks for courses. */
export const trainingRoles = ['owner', 'reviewer', 'user'] as const;
export type TrainingRole = (typeof trainingRoles)[number];

/** How somebody stands with a course, from what is to be done first. */
export const trainingStates = [
  'lapsed',
  'missing',
  'runs-out',
  'holds',
] as const;
export type TrainingState = (typeof trainingStates)[number];

/** What training is judged by: a subject, who has a part in it, and what is recorded of them. References are full and lower case. */
export interface TrainingContext {
  policy: Pick<GovernancePolicy, 'training' | 'warningWindow'>;
  profile: Profile;
  tier: Tier;
  governed: GovernedState;
  /** Latest revisions of the approvals of the subject. */
  approvals: readonly RecordState<Approval | null>[];
  /** Undefined: the catalog has none such. */
  entity(ref: string): EntityFacts | undefined;
  /** Latest revisions of what is recorded of a person. */
  completionsOf(person: string): readonly RecordState<Training | null>[];
}

/** One person and one course that their part in the subject asks for. */
export interface TrainingNeed {
  person: string;
  /** As the policy writes it. */
  course: string;
  /** The parts that ask for it, in the order of `trainingRoles`. */
  roles: TrainingRole[];
  state: TrainingState;
  /** Of the completion that counts longest, or counted last. */
  held?: {
    completed: string;
    expires?: string;
    /** From when it runs out soon, and from when it has lapsed; absent: it lasts. */
    warnFrom?: Instant;
    endsAt?: Instant;
  };
}

/** The parts for which the policy names courses. */
export const rolesWithCourses = ({
  training,
}: Pick<GovernancePolicy, 'training'>): TrainingRole[] =>
  trainingRoles.filter(role => training[role].length > 0);

const given = (
  approvals: TrainingContext['approvals'],
): RecordState<Approval>[] =>
  approvals.filter(
    (a): a is RecordState<Approval> => a.data?.decided !== undefined,
  );

/** Everybody who has decided an approval, whether or not it stands. */
export const deciders = (approvals: TrainingContext['approvals']): string[] => [
  ...new Set(given(approvals).map(a => a.data.decided!.by)),
];

/** Who has a part in the subject at an instant, and which. Who is named and not in the catalog is left to INV-01 and INV-02. */
function peopleByRole(
  context: TrainingContext,
  at: Instant,
): Record<TrainingRole, string[]> {
  const { profile, entity, approvals, tier, governed } = context;
  const there = (ref: string | undefined) =>
    ref !== undefined && entity(ref)?.present ? [ref] : [];
  const behind = (ref: string | undefined) =>
    ref?.startsWith('group:') ? entity(ref)?.memberRefs ?? [] : there(ref);
  const once = (refs: readonly string[]) =>
    [...new Set(refs)].filter(ref => ref.startsWith('user:')).sort();
  return {
    owner: once([...behind(profile.owner), ...there(profile.accountable)]),
    reviewer: once(
      given(approvals)
        .filter(a => standingOf(a, { tier, governed }, at).state === 'valid')
        .flatMap(a => there(a.data.decided!.by)),
    ),
    user: once((profile.usedBy ?? []).flatMap(behind)),
  };
}

/** Everybody whose completions may matter to a subject, at whatever instant. */
export function peopleAsked(context: TrainingContext): string[] {
  const asked = rolesWithCourses(context.policy);
  // a standing differs from instant to instant; whose completions are looked at does not
  const now = peopleByRole({ ...context, approvals: [] }, '');
  return [
    ...new Set([
      ...asked.flatMap(role => now[role]),
      ...(asked.includes('reviewer') ? deciders(context.approvals) : []),
    ]),
  ].sort();
}

/** How somebody stands with a course by what is recorded of them. */
function courseStanding(
  course: string,
  completions: readonly RecordState<Training | null>[],
  at: Instant,
  warningWindow: GovernancePolicy['warningWindow'],
): Pick<TrainingNeed, 'state' | 'held'> {
  const key = courseKey(course);
  const ends = ({ expires }: Training) => expires ?? '9999-12-31';
  const [best] = completions
    .flatMap(({ data }) => (data && !data.withdrawn ? [data] : []))
    .filter(c => courseKey(c.course) === key && startOfDay(c.completed) <= at)
    .sort(
      (a, b) =>
        ends(b).localeCompare(ends(a)) ||
        b.completed.localeCompare(a.completed),
    );
  if (!best) return { state: 'missing' };
  const { completed, expires } = best;
  if (!expires) return { state: 'holds', held: { completed } };
  const endsAt = endOfDay(expires);
  const warnFrom = minus(endsAt, warningWindow);
  const held = { completed, expires, warnFrom, endsAt };
  if (at >= endsAt) return { state: 'lapsed', held };
  return { state: at >= warnFrom ? 'runs-out' : 'holds', held };
}

/** Who needs which course at an instant, and how they stand with it; by person, then in the order of the policy. */
export function trainingNeeds(
  context: TrainingContext,
  at: Instant,
): TrainingNeed[] {
  const { policy, completionsOf } = context;
  const by = peopleByRole(context, at);
  const needs = new Map<string, TrainingNeed>();
  for (const role of trainingRoles) {
    for (const person of by[role]) {
      for (const course of policy.training[role]) {
        const key = `${person} ${courseKey(course)}`;
        const known = needs.get(key);
        if (known) {
          if (!known.roles.includes(role)) known.roles.push(role);
          continue;
        }
        needs.set(key, {
          person,
          course,
          roles: [role],
          ...courseStanding(
            course,
            completionsOf(person),
            at,
            policy.warningWindow,
          ),
        });
      }
    }
  }
  // stable: courses of a person stay in the order of the policy
  return [...needs.values()].sort(
    (a, b) => Number(a.person > b.person) - Number(a.person < b.person),
  );
}

/** The instants at which what `trainingNeeds` gives may change by time alone. */
export function trainingInstants(context: TrainingContext): Instant[] {
  const { policy, approvals, completionsOf } = context;
  const dates = peopleAsked(context).flatMap(person =>
    completionsOf(person).flatMap(({ data }) => {
      if (!data || data.withdrawn) return [];
      const { completed, expires } = data;
      return [
        startOfDay(completed),
        ...(expires
          ? [endOfDay(expires), minus(endOfDay(expires), policy.warningWindow)]
          : []),
      ];
    }),
  );
  return [...dates, ...given(approvals).flatMap(a => standingInstants(a))];
}
