import {
  noCounts,
  ResultState,
  StateCounts,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { effectiveState } from '../posture/effectiveState';
import { Reading } from '../posture/reading';

/**
 * The results of subjects as they hold at the instant of a reading, as rows of `subject` (its id), `control` and `state`.
 *
 * @param subjects - a query over the subjects of the reading, which this one narrows to those that have results
 */
export const heldResults = (
  knex: Knex,
  reading: Reading,
  subjects: Knex.QueryBuilder,
): Knex.QueryBuilder =>
  subjects
    .join({ r: 'results' }, join => {
      join.on('r.subject_id', 's.id');
      reading.onResultsHold(join, 'r');
    })
    .select({
      subject: 's.id',
      control: 'r.control_id',
      state: effectiveState(knex, 'r', reading.at),
    });

/** How many of these results each control has in each state; a control that has none is missing. */
export async function countByControl(
  knex: Knex,
  results: Knex.QueryBuilder,
): Promise<Map<string, StateCounts>> {
  const rows: any[] = await knex
    .from(results.as('found'))
    .select('control', 'state')
    .count({ count: '*' })
    .groupBy('control', 'state');
  const counts = new Map<string, StateCounts>();
  for (const row of rows) {
    const its = counts.get(row.control) ?? noCounts();
    its[row.state as ResultState] += Number(row.count);
    counts.set(row.control, its);
  }
  return counts;
}
