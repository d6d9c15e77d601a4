import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { canonicalJson } from '../canonical';
import { dayOf, endOfDay, plus } from '../instant';
import { Admission, SubjectAtHand } from './Admission';
import { Author } from './authors';
import { Deciding } from './Deciding';
import { DecisionData } from './decisionFields';
import { stateHash } from './governedState';
import { mayDecide, Question } from './mayDecide';
import type { HumanDuration } from '@backstage/types';

/** How one kind of decision differs from the others. */
export interface DecisionRules<T extends DecisionData> extends Deciding<T> {
  /** What stays as it was asked for, whoever decides. */
  fixed: readonly (keyof T & string)[];
  /** What its owners keep up to date once it is decided, whatever was decided. What was decided on is in `binds`. */
  reported?: readonly (keyof T & string)[];
  /** The longest it may last; undefined: as long as it says. */
  longest?(data: T, admission: Admission<T>): HumanDuration | undefined;
  /** Fills in when it expires, if the author did not. */
  expires?(data: T, admission: Admission<T>): string | undefined;
  /** What beside the governed state it binds to. */
  binds?(data: T, subject: SubjectAtHand): Partial<DecisionData['decided']>;
}

const isDecided = (decision: string) =>
  decision !== 'requested' && decision !== 'withdrawn';
export const isApproved = (decision: string) =>
  decision === 'approved' || decision === 'approved-with-conditions';
const ends = (decision: string) =>
  decision === 'withdrawn' || decision === 'suspended';

const same = (a: unknown, b: unknown) =>
  canonicalJson({ a }) === canonicalJson({ a: b });

/** Which permission a step of a decision takes: what owners do is asked for, the rest is decided. */
export function decisionTakes(
  data: DecisionData,
  previous?: DecisionData,
): 'request' | 'decide' {
  if (data.decision === 'requested') return 'request';
  if (data.decision === 'withdrawn') {
    return previous && isApproved(previous.decision) ? 'decide' : 'request';
  }
  // nothing is decided: something is reported
  return data.decision === previous?.decision ? 'request' : 'decide';
}

/**
 * One step of a decision: asked for, decided, a condition reported as met, ended. Everything it binds to is filled in here. Nothing that is
 * sent is left out in silence: what a step does not write is refused when it says something else than before.
 *
 * @throws NotAllowedError when the author may not, saying who may; ConflictError when it is decided already; InputError with the path
 */
export function admitDecision<T extends DecisionData>(
  admission: Admission<T>,
  rules: DecisionRules<T>,
): T {
  const { data, previous, author, at, subject } = admission;
  if (!subject) throw new InputError('data: a decision is about a subject');
  const before = previous?.data ?? undefined;
  if (previous && !before) {
    throw new ConflictError('data: what was asked for was erased');
  }
  // also when it is only asked for: nobody is to be asked for what cannot be decided
  const question = rules.question(data, subject, admission);
  if (!before) {
    if (data.decision === 'requested') {
      checkExpiry(data, admission, rules);
      return { ...data, requested: { by: author, at } };
    }
    if (ends(data.decision)) {
      throw new InputError(
        `data.decision: there is nothing to be ${data.decision}`,
      );
    }
    return decide(data, admission, rules, question);
  }

  const reports = isDecided(before.decision) || before.decision === 'withdrawn';
  const reported =
    reports && data.decision === before.decision ? rules.reported ?? [] : [];
  for (const field of rules.fixed) {
    if (!reported.includes(field) && !same(data[field], before[field])) {
      throw new InputError(
        `data.${field}: stays what it was when it was asked for`,
      );
    }
  }
  if (reported.length > 0) return withReported(data, before, reported);
  if (before.decision === 'requested') {
    if (data.decision === 'requested') {
      if (before.requested?.by !== author) {
        throw new NotAllowedError(
          `Only ${before.requested?.by} can change what they asked for.`,
        );
      }
      checkExpiry(data, admission, rules);
      return data;
    }
    if (data.decision === 'withdrawn') {
      refuseOtherwise(data, before, ['decision'], 'asked for');
      return { ...before, decision: 'withdrawn', ended: { by: author, at } };
    }
    if (data.decision === 'suspended') {
      throw new InputError('data.decision: there is nothing to be suspended');
    }
    return decide(data, admission, rules, question);
  }
  if (isApproved(before.decision)) {
    if (ends(data.decision)) {
      // ending takes the authority, and no distance
      const verdict = mayDecide(author, question, {
        ...admission,
        ...subject,
        authors: [],
      });
      // who decided under another rule, such as that of a small team, takes it back as well
      if (!verdict.may && before.decided?.by !== author) {
        throw new NotAllowedError(verdict.reason);
      }
      refuseOtherwise(data, before, ['decision', 'note'], 'decided');
      return {
        ...before,
        decision: data.decision,
        note: (data as { note?: string }).note,
        ended: { by: author, at },
      } as T;
    }
    if (data.decision === before.decision && data.conditions) {
      return withConditionsMet(data, before, at);
    }
  }
  throw new ConflictError(
    `data.decision: it is ${before.decision} already; ask for a new one`,
  );
}

/**
 * What ends stays what it was; what is left out, too.
 *
 * @param open - the fields that the end writes
 * @throws InputError naming every other field that says something else than before: it would be lost without a word
 */
function refuseOtherwise<T extends DecisionData>(
  data: T,
  before: T,
  open: readonly string[],
  was: 'asked for' | 'decided',
) {
  const others = (Object.keys(data) as (keyof T & string)[]).filter(
    field =>
      data[field] !== undefined &&
      !open.includes(field) &&
      !same(data[field], before[field]),
  );
  if (others.length === 0) return;
  throw new InputError(
    others
      .map(
        field =>
          `data.${field}: stays what it was when it was ${was}; ending it writes ${open.join(
            ' and ',
          )} only`,
      )
      .join('; '),
  );
}

function decide<T extends DecisionData>(
  data: T,
  admission: Admission<T>,
  rules: DecisionRules<T>,
  question: Question,
): T {
  const { author, at, policy, seen, previous } = admission;
  const subject = admission.subject!;
  const requested = previous?.data?.requested;
  const asked: Author[] = requested
    ? [{ ref: requested.by, why: `${requested.by} asked for it.` }]
    : [];
  const verdict = mayDecide(author, question, {
    ...admission,
    ...subject,
    authors: [...asked, ...rules.authors(data, subject, admission)],
  });
  if (!verdict.may) throw new NotAllowedError(verdict.reason);
  const hash = stateHash(subject.governed);
  if (seen === undefined) {
    throw new InputError(
      'stateHash: say which state you decide on: the stateHash that you looked at',
    );
  }
  if (seen !== hash) {
    throw new ConflictError(
      'stateHash: the subject has changed since you looked at it; look again, then decide',
    );
  }
  if (data.conditions?.length && data.decision !== 'approved-with-conditions') {
    throw new InputError(
      'data.conditions: go with the decision approved-with-conditions',
    );
  }
  if (
    !data.conditions?.length &&
    data.decision === 'approved-with-conditions'
  ) {
    throw new InputError('data.conditions: name at least one condition');
  }
  data.conditions?.forEach(({ due, met }, i) => {
    if (endOfDay(due) <= at) {
      throw new InputError(
        `data.conditions[${i}].due: must not be past, and is ${due}`,
      );
    }
    if (met) {
      throw new InputError(
        `data.conditions[${i}].met: is reported once the condition is set`,
      );
    }
  });
  const approved = isApproved(data.decision);
  const expires = approved
    ? data.expires ?? rules.expires?.(data, admission)
    : data.expires;
  const complete = { ...data, ...(expires && { expires }) };
  if (approved) checkExpiry(complete, admission, rules);
  const { profile, documents, changes } = subject.governed;
  const profileRevision = subject.records.profile?.[0]?.revision;
  return {
    ...complete,
    ...(requested && { requested }),
    decided: {
      by: author,
      at,
      authority: verdict.authority,
      tier: subject.tier,
      policy: policy.version,
      stateHash: hash,
      covers: {
        profile,
        ...(profileRevision && { profileRevision }),
        documents: { ...documents },
        changes: [...changes],
      },
      ...rules.binds?.(data, subject),
    },
  };
}

function checkExpiry<T extends DecisionData>(
  { expires }: DecisionData,
  admission: Admission<T>,
  rules: DecisionRules<T>,
) {
  if (!expires) return;
  if (endOfDay(expires) <= admission.at) {
    throw new InputError(`data.expires: must not be past, and is ${expires}`);
  }
  const longest = rules.longest?.(admission.data, admission);
  const last = longest && dayOf(plus(admission.at, longest));
  if (last && expires > last) {
    throw new InputError(
      `data.expires: the policy allows it until ${last} at most, and it is ${expires}`,
    );
  }
}

/** What was decided as before, and what is reported of it as it is now. */
function withReported<T extends DecisionData>(
  data: T,
  before: T,
  reported: readonly (keyof T & string)[],
): T {
  const now: Partial<T> = {};
  for (const field of reported) now[field] = data[field];
  const next = { ...before, ...now };
  const { requested, decided, ended } = before;
  if (!same({ ...data, requested, decided, ended }, next)) {
    throw new ConflictError(
      `data: it is decided already; all that can be reported is: ${reported.join(
        ', ',
      )}`,
    );
  }
  return next;
}

/** Conditions as before, but for those that are reported as met now. */
function withConditionsMet<T extends DecisionData>(
  data: T,
  before: T,
  at: string,
): T {
  const conditions = before.conditions ?? [];
  const now = data.conditions ?? [];
  const untouched =
    now.length === conditions.length &&
    now.every(({ met, ...rest }, i) => {
      const { met: earlier, ...old } = conditions[i];
      return same(rest, old) && (!earlier || same(met, earlier));
    });
  const others = {
    ...data,
    conditions: [],
    requested: 0,
    decided: 0,
    ended: 0,
  };
  const olds = {
    ...before,
    conditions: [],
    requested: 0,
    decided: 0,
    ended: 0,
  };
  if (!untouched || !same(others, olds)) {
    throw new ConflictError(
      'data: it is decided already; all that can be added is that a condition is met',
    );
  }
  now.forEach(({ met }, i) => {
    if (met && met.on > dayOf(at)) {
      throw new InputError(
        `data.conditions[${i}].met.on: must not be in the future, and is ${met.on}`,
      );
    }
  });
  return { ...before, conditions: now };
}
