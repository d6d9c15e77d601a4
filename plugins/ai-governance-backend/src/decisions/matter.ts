import {
  candidates,
  DecisionContext,
  governedDocuments,
  GovernancePolicy,
  mayDecide,
  People,
  Question,
  RecordType,
  SubjectAtHand,
  Verdict,
} from 'backstage-plugin-ai-governance-common';
import { NamedStandIn, standInsOf } from './standIns';

/** One thing to be decided on one subject, and all that says who may. */
export interface Matter {
  question: Question;
  context: Omit<DecisionContext, 'standIns'>;
}

/**
 * What a decision is about, by the rules that it would be admitted by.
 *
 * @param data - of the decision that is to be made, or of what was asked for
 * @throws InputError when there is nothing of that name
 */
export function matterOf(
  type: RecordType,
  data: any,
  subject: SubjectAtHand,
  known: {
    policy: GovernancePolicy;
    people: People;
    controlIds: readonly string[];
    at: string;
  },
): Matter {
  const decides = type.decides!;
  const requestedBy: string | undefined = data.requested?.by;
  return {
    question: decides.question(data, subject, known),
    context: {
      ...known,
      profile: subject.profile,
      tier: subject.tier,
      authors: [
        ...(requestedBy
          ? [{ ref: requestedBy, why: `${requestedBy} asked for it.` }]
          : []),
        ...decides.authors(data, subject, { documents: governedDocuments }),
      ],
    },
  };
}

/** Whether a person may decide. `named`: the stand-ins that hold now, at least those who stand in as the person. */
export const verdictOn = (
  { question, context }: Matter,
  person: string,
  named: readonly NamedStandIn[],
): Verdict =>
  mayDecide(person, question, {
    ...context,
    standIns: standInsOf(person, named),
  });

/** Everybody who could decide if nothing bound them, and their stand-ins; sorted. */
export function askable(
  { question, context }: Matter,
  named: readonly NamedStandIn[],
): string[] {
  const able = new Set(candidates(question, { ...context, standIns: [] }));
  const standIns = named.filter(
    n => able.has(n.from) && n.decisions.includes(question.kind),
  );
  return [...new Set([...able, ...standIns.map(n => n.to)])].sort();
}
