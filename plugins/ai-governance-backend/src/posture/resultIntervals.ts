import {
  ControlResult,
  Instant,
  ResultState,
} from 'backstage-plugin-ai-governance-common';

/** A row of `results`. */
export interface ResultRow {
  id: number;
  subject_id: string;
  control_id: string;
  control_version: number;
  state: ResultState;
  reason: string;
  since: Instant;
  valid_until: Instant | null;
  next_state: ResultState | null;
  next_reason: string | null;
  remedy: string | null;
  next_remedy: string | null;
  policy_hash: string;
  from_at: Instant;
  to_at: Instant | null;
}

export interface IntervalChanges {
  /** Ids of the open intervals that end now. */
  close: number[];
  open: Omit<ResultRow, 'id'>[];
}

const compared = [
  'control_version',
  'state',
  'reason',
  'valid_until',
  'next_state',
  'next_reason',
  'remedy',
  'next_remedy',
  'policy_hash',
] as const;

/**
 * What an evaluation changes in the history of one subject: an interval ends and another begins only where something is different,
 * and the interval of a control that is no more ends. Pure.
 *
 * @param stored - the open intervals of the subject
 * @param at - the instant of the evaluation
 */
export function resultIntervals(
  subjectId: string,
  stored: readonly ResultRow[],
  results: readonly ControlResult[],
  policyHash: string,
  at: Instant,
): IntervalChanges {
  const openBy = new Map(stored.map(row => [row.control_id, row]));
  const changes: IntervalChanges = { close: [], open: [] };
  for (const result of results) {
    const before = openBy.get(result.controlId);
    openBy.delete(result.controlId);
    const row = {
      subject_id: subjectId,
      control_id: result.controlId,
      control_version: result.controlVersion,
      state: result.state,
      reason: result.reason,
      since: before ? sinceOf(before, result.state, at) : at,
      valid_until: result.validUntil,
      next_state: result.nextState,
      next_reason: result.nextReason,
      remedy: result.remedy ?? null,
      next_remedy: result.nextRemedy ?? null,
      policy_hash: policyHash,
      from_at: at,
      to_at: null,
    };
    if (before && compared.every(column => before[column] === row[column])) {
      continue;
    }
    if (before) changes.close.push(before.id);
    changes.open.push(row);
  }
  changes.close.push(...[...openBy.values()].map(row => row.id));
  return changes;
}

/** Since when a state holds that was read before as `before` says: what was foretold began when it was foretold for. */
function sinceOf(before: ResultRow, state: ResultState, at: Instant): Instant {
  const { valid_until: until, next_state: next } = before;
  const came = until !== null && until <= at;
  if (came && next !== null && next !== before.state) {
    return state === next ? until : at;
  }
  return state === before.state ? before.since : at;
}
