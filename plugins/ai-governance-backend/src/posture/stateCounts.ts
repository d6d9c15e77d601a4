import {
  noCounts,
  ResultState,
  resultStates,
  StateCounts,
} from 'backstage-plugin-ai-governance-common';

/** The column that counts a state, in `subject_summary` and `past_summaries`. */
export const countColumn = (state: ResultState) => state.replace('-', '_');

/** Counts of a row; a sum may come as text from PostgreSQL, and is null over nothing. */
export function countsOf(row: Record<string, unknown>): StateCounts {
  const counts = noCounts();
  for (const state of resultStates) {
    counts[state] = Number(row[countColumn(state)] ?? 0);
  }
  return counts;
}
