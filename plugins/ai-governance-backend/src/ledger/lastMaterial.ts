import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { Revision } from './Ledger';
import { selectRevisions } from './revisionRow';

/**
 * Of documents whose latest revision is routine, the revision that is material last, or the first one when none is; by record id.
 * Those whose latest revision is material are not asked about. One query.
 */
export async function lastMaterial(
  knex: Knex,
  latest: readonly Revision[],
): Promise<Map<string, Revision>> {
  const found = new Map<string, Revision>();
  const routine = latest.filter(
    r => r.materiality === 'routine' && r.revision > 1,
  );
  if (routine.length === 0) return found;
  const rows = await selectRevisions(knex)
    .where(
      isOneOf(
        knex,
        'r.record_id',
        routine.map(r => r.recordId),
      ),
    )
    .where(q => q.where('r.materiality', 'material').orWhere('r.revision', 1))
    .orderBy('r.revision');
  // in the order of the revisions: the last one stays
  for (const row of rows) found.set(row.recordId, row);
  return found;
}
