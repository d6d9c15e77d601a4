import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Revision } from './Ledger';
import { selectRevisions } from './revisionRow';

/**
 * Of documents whose latest revision is routine, the revision that is material last, or the first one when none is; by record id.
 * Those whose latest revision is material are not asked about. One query for a thousand of them.
 */
export async function lastMaterial(
  knex: Knex,
  latest: readonly Revision[],
): Promise<Map<string, Revision>> {
  const found = new Map<string, Revision>();
  const routine = latest.filter(
    r => r.materiality === 'routine' && r.revision > 1,
  );
  for (const batch of batches(routine, 1000)) {
    const rows = await selectRevisions(knex)
      .whereIn(
        'r.record_id',
        batch.map(r => r.recordId),
      )
      .where(q => q.where('r.materiality', 'material').orWhere('r.revision', 1))
      .orderBy('r.revision');
    // in the order of the revisions: the last one stays
    for (const row of rows) found.set(row.recordId, row);
  }
  return found;
}
