import { Instant, ResultState } from 'backstage-plugin-ai-governance-common';

/** What a row of `results` says by itself. Instants are ISO 8601, UTC, milliseconds. */
export interface StoredResult {
  state: ResultState;
  reason: string;
  since: string;
  validUntil: string | null;
  nextState: ResultState | null;
  nextReason: string | null;
  /** Which of the control's `remedies` mends it, now and then; absent where it is of no matter. */
  remedy?: string | null;
  nextRemedy?: string | null;
}

/** The result as it stands at an instant: past its `validUntil` it reads as its `nextState`, whether or not a worker came by. */
export function effectiveResult(
  stored: StoredResult,
  at: Instant,
): StoredResult {
  const { state, reason, since, validUntil, nextState, nextReason } = stored;
  const { remedy, nextRemedy } = stored;
  if (validUntil === null || nextState === null || validUntil > at) {
    return { state, reason, since, validUntil, nextState, nextReason, remedy };
  }
  return {
    state: nextState,
    reason: nextReason ?? reason,
    since: nextState === state ? since : validUntil,
    validUntil: null,
    nextState: null,
    nextReason: null,
    remedy: nextRemedy,
  };
}
