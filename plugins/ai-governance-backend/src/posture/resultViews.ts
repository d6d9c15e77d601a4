import {
  Control,
  Instant,
  remediationOf,
  ResultView,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { effectiveResult, StoredResult } from './effectiveResult';

type ResultColumns = StoredResult & {
  controlId: string;
  controlVersion: number;
};

/** The intervals of a subject's results; which of them is for the caller to say. */
export const selectResults = (
  knex: Knex,
  subjectId: string,
): Knex.QueryBuilder<any, ResultColumns[]> =>
  knex('results')
    .where('results.subject_id', subjectId)
    .select('results.state', 'results.reason', 'results.since', {
      controlId: 'results.control_id',
      controlVersion: 'results.control_version',
      validUntil: 'results.valid_until',
      nextState: 'results.next_state',
      nextReason: 'results.next_reason',
      remedy: 'results.remedy',
      nextRemedy: 'results.next_remedy',
    });

/** Results as they stand at an instant, in the order of the controls; one of a control that is no more is left out. */
export function resultViews(
  rows: readonly ResultColumns[],
  at: Instant,
  controls: readonly Control[],
): ResultView[] {
  const byControl = new Map(rows.map(row => [row.controlId, row]));
  return controls.flatMap(control => {
    const { id, title, family, level } = control;
    const row = byControl.get(id);
    if (!row) return [];
    const { remedy, ...result } = effectiveResult(row, at);
    return {
      controlId: id,
      controlVersion: row.controlVersion,
      title,
      family,
      level,
      remediation: remediationOf(control, remedy),
      ...result,
    };
  });
}
