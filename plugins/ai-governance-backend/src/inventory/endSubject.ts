import { Knex } from 'knex';
import { Instant } from 'backstage-plugin-ai-governance-common';

/** Ends a subject whose history another carries on: its days stay, and it has no documents in files and nothing to be evaluated any more. */
export async function endSubject(
  tx: Knex.Transaction,
  id: string,
  at: Instant,
): Promise<void> {
  await tx('subjects').where({ id }).update({ gone_at: at });
  await tx('owner_intervals')
    .where({ subject_id: id })
    .whereNull('to_at')
    .update({ to_at: at });
  await tx('work').where({ subject_id: id }).delete();
  await tx('record_sources').where({ stream_id: id }).delete();
  await tx('source_readings').where({ stream_id: id }).delete();
}
