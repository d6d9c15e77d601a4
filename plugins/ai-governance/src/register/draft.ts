import {
  AISystemEntity,
  GovernancePolicy,
  profileOf,
  registeredEntity,
  Registration,
  registration,
  tierOf,
  TierDecision,
  validateRecord,
  withoutBlanks,
} from 'backstage-plugin-ai-governance-common';
import { messageOf } from '../records';
import { Texts } from '../translation';
import { Draft, fieldWord } from './questions';

/** What a new registration begins with. */
export const newDraft: Draft = { lifecycle: 'production' };

/** The entity as it would be if the draft were registered now; what is not filled in yet is missing. */
export const entityOf = (draft: Draft, namespace = 'default'): AISystemEntity =>
  registeredEntity(namespace, {
    ...withoutBlanks(draft),
    name: draft.name || 'new',
  } as Registration);

/** The tier as the draft stands, and the questions that are open still. */
export function tierOfDraft(
  draft: Draft,
  policy: Pick<GovernancePolicy, 'uses' | 'regulations'>,
): TierDecision & { open: string[] } {
  const decision = tierOf(profileOf(entityOf(draft)).profile, policy);
  return {
    ...decision,
    open: decision.reasons.flatMap(({ unanswered }) => unanswered ?? []),
  };
}

export interface DraftProblem {
  path: string;
  where: string;
  message: string;
}

/** Checks a draft by the rule that the ledger checks by. */
export function checkDraft(
  t: Texts,
  draft: Draft,
): { ok: true; data: Registration } | { ok: false; problems: DraftProblem[] } {
  const data = withoutBlanks(draft);
  const checked = validateRecord(registration, data);
  if (checked.ok) return checked;
  return {
    ok: false,
    problems: checked.issues.map(issue => ({
      path: issue.path,
      where: fieldWord(t, issue.path),
      message: messageOf(t, data, issue),
    })),
  };
}
