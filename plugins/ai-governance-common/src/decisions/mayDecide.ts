import { Profile } from '../entity/profile';
import { policyTier } from '../policy/policyTier';
import { GovernancePolicy } from '../policy/schema';
import { Tier } from '../results';
import { RiskLevel } from '../risk/matrix';
import { Author } from './authors';
import { locationOfAuthor } from './sourceAuthor';

/** What groups and people there are. References are full and lower case. */
export interface People {
  /** Everybody in a group and in the groups below it; nobody when there is no such group. */
  membersOf(group: string): readonly string[];
  /** Those in the group itself. */
  directMembersOf(group: string): readonly string[];
  /** The group right above; undefined at the top. */
  parentOf(group: string): string | undefined;
}

export const decisionKinds = [
  'approval',
  'risk-acceptance',
  'exemption',
  'tier-override',
  'connector',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What is to be decided. A risk acceptance is about a scenario of a level. */
export type Question =
  | { kind: Exclude<DecisionKind, 'risk-acceptance'> }
  | { kind: 'risk-acceptance'; level: RiskLevel };

/** Somebody has named the person as their stand-in, now. */
export interface StandIn {
  /** Whose authority it is. */
  from: string;
  decisions: readonly DecisionKind[];
}

/** Under what somebody decides. */
export interface Authority {
  /** A word or reference of the policy, or for a small team the group above the owner. */
  holder: string;
  rule: 'policy' | 'stand-in' | 'small-team';
  /** Whose authority it is, of a stand-in. */
  onBehalfOf?: string;
}

export type Verdict =
  | { may: true; authority: Authority }
  | { may: false; reason: string };

export interface DecisionContext {
  policy: GovernancePolicy;
  profile: Profile;
  tier: Tier;
  people: People;
  /** Who may not decide, because it is their own work or wish: see `authorsSince`. */
  authors: readonly Author[];
  /** Of the person that is asked about. */
  standIns: readonly StandIn[];
}

const refs = { user: 'user:', group: 'group:' };

/** Whether the profile names a use that the policy restricts. */
export const restrictedUses = (
  profile: Profile,
  policy: Pick<GovernancePolicy, 'uses'>,
) =>
  (profile.uses ?? []).filter(
    id => policy.uses.find(u => u.id === id)?.standing === 'restricted',
  );

/** Who decides, in the words of the policy: `accountable`, `owner`, references. Empty: the policy names nobody. */
export function holdersOf(
  question: Question,
  context: Pick<DecisionContext, 'policy' | 'profile' | 'tier'>,
): readonly string[] {
  const { policy, profile, tier } = context;
  const { authorities } = policy;
  switch (question.kind) {
    case 'approval':
      return authorities.restrictedUse &&
        restrictedUses(profile, policy).length > 0
        ? authorities.restrictedUse
        : authorities.approval[policyTier(tier)];
    case 'connector':
      return authorities.approval[policyTier(tier)];
    case 'exemption':
      return authorities.exemption[policyTier(tier)];
    case 'tier-override':
      return authorities.tierOverride;
    case 'risk-acceptance':
      return question.level === 'very-low'
        ? authorities.riskAcceptance.low
        : authorities.riskAcceptance[question.level];
    default:
      throw new Error(`There is no such decision: ${question}`);
  }
}

/** The people behind a word of the policy. */
function peopleOf(
  holder: string,
  { profile, people }: Pick<DecisionContext, 'profile' | 'people'>,
): readonly string[] {
  if (holder === 'accountable') {
    return profile.accountable ? [profile.accountable] : [];
  }
  if (holder === 'owner') {
    return profile.owner ? peopleOf(profile.owner, { profile, people }) : [];
  }
  return holder.startsWith(refs.group) ? people.membersOf(holder) : [holder];
}

/** What binds somebody: their own work or wish, or what came from a repository that everybody of the owner writes. */
function workOf(
  person: string,
  context: Pick<DecisionContext, 'authors' | 'profile' | 'people'>,
): Author | undefined {
  return context.authors.find(
    ({ ref }) =>
      ref === person ||
      (locationOfAuthor(ref) !== undefined &&
        peopleOf('owner', context).includes(person)),
  );
}

/**
 * The nearest group above the owner in which somebody could decide, when the policy says so and all behind its words are authors.
 * A word behind which there is nobody, such as a group without members, is a fault to be mended and no small team.
 */
function groupAbove(
  behind: readonly string[],
  context: DecisionContext,
): string | undefined {
  const { policy, profile, people } = context;
  if (policy.separationOfDuties.smallTeam !== 'parent-group') return undefined;
  const anybodyElse = behind.some(ref => !workOf(ref, context));
  if (behind.length === 0 || anybodyElse) return undefined;
  const seen = new Set<string>();
  let group = profile.owner?.startsWith(refs.group)
    ? people.parentOf(profile.owner)
    : undefined;
  while (group && !seen.has(group)) {
    seen.add(group);
    const able = people
      .directMembersOf(group)
      .some(member => !workOf(member, context));
    if (able) return group;
    group = people.parentOf(group);
  }
  return undefined;
}

/** A holder in words that a person can act on. */
const named = (holder: string, profile: Profile) => {
  if (holder === 'accountable') {
    return profile.accountable
      ? `the accountable leader ${profile.accountable}`
      : 'the accountable leader, whom the profile does not name';
  }
  if (holder === 'owner') {
    return profile.owner
      ? `the owner ${profile.owner}`
      : 'the owner, whom the profile does not name';
  }
  return holder;
};

/**
 * Whether a person may decide, under which authority, or why not. Pure; the only place where this is judged.
 * Nobody decides on their own work or wish, whatever their authority; an administrator is a person like any other.
 */
export function mayDecide(
  person: string,
  question: Question,
  context: DecisionContext,
): Verdict {
  const { profile, people } = context;
  if (!person.startsWith(refs.user)) {
    return { may: false, reason: 'Only a person can decide.' };
  }
  const own = workOf(person, context);
  if (own) return { may: false, reason: own.why };

  const holders = holdersOf(question, context);
  const behind = new Map(holders.map(h => [h, peopleOf(h, context)]));
  const holding = (ref: string) =>
    holders.find(holder => behind.get(holder)!.includes(ref));

  const holder = holding(person);
  if (holder) return { may: true, authority: { holder, rule: 'policy' } };

  for (const { from, decisions } of context.standIns) {
    const theirs = decisions.includes(question.kind) && holding(from);
    if (!theirs) continue;
    // nobody's stand-in gets round what binds themselves
    const alsoOwn = workOf(from, context);
    if (alsoOwn) {
      return {
        may: false,
        reason: `As the stand-in of ${from}: ${alsoOwn.why}`,
      };
    }
    return {
      may: true,
      authority: { holder: theirs, rule: 'stand-in', onBehalfOf: from },
    };
  }

  const above = groupAbove([...behind.values()].flat(), context);
  if (above && people.directMembersOf(above).includes(person)) {
    return { may: true, authority: { holder: above, rule: 'small-team' } };
  }
  if (above) {
    return {
      may: false,
      reason: `Everybody who holds the authority is an author here, so ${above} decides.`,
    };
  }
  return {
    may: false,
    reason:
      holders.length === 0
        ? 'The policy names nobody who decides this.'
        : `It takes the authority of ${holders
            .map(h => named(h, profile))
            .join(' or ')}.`,
  };
}

/** Everybody who could decide if nothing bound them: those behind the policy's words, and for a small team those above the owner. */
export function candidates(
  question: Question,
  context: DecisionContext,
): string[] {
  const holders = holdersOf(question, context);
  const behind = holders.flatMap(h => peopleOf(h, context));
  const above = groupAbove(behind, context);
  return [
    ...new Set([
      ...behind,
      ...(above ? context.people.directMembersOf(above) : []),
    ]),
  ].sort();
}
