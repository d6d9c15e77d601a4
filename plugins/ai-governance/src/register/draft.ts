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
} from 'backstage-plugin-ai-governance-common';
import { messageOf } from '../records';
import { Draft, fieldWord } from './questions';

/** What a new registration begins with. */
export const newDraft: Draft = { lifecycle: 'production' };

/** The entity as it would be if the draft were registered now; what is not filled in yet is missing. */
export const entityOf = (draft: Draft, namespace = 'default'): AISystemEntity =>
  registeredEntity(namespace, {
    ...written(draft),
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

/** A draft as it is sent: empty texts and empty groups left out, an empty list of answers kept, because it is one. */
function written(draft: Draft): Draft {
  return Object.fromEntries(
    Object.entries(draft).flatMap(([key, value]) => {
      const kept = keep(value);
      return kept === undefined ? [] : [[key, kept]];
    }),
  ) as Draft;
}

function keep(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) {
    const kept = value.flatMap(item => keep(item) ?? []);
    // a row that was left empty does not say that there is none
    return kept.length > 0 || value.length === 0 ? kept : undefined;
  }
  if (value === null || typeof value !== 'object') return value ?? undefined;
  const fields = written(value as Draft);
  return Object.keys(fields).length > 0 ? fields : undefined;
}

/** Checks a draft by the rule that the ledger checks by. */
export function checkDraft(
  draft: Draft,
): { ok: true; data: Registration } | { ok: false; problems: DraftProblem[] } {
  const data = written(draft);
  const checked = validateRecord(registration, data);
  if (checked.ok) return checked;
  return {
    ok: false,
    problems: checked.issues.map(issue => ({
      path: issue.path,
      where: fieldWord(issue.path),
      message: messageOf(data, issue),
    })),
  };
}
