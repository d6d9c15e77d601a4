import { Knex } from 'knex';
import { Instant } from 'backstage-plugin-ai-governance-common';

/** Ends the days of subjects that are gone: who owned them is known until then, and nothing of them is evaluated any more. */
export async function endDays(
  tx: Knex.Transaction,
  ids: readonly string[],
  at: Instant,
): Promise<void> {
  await tx('streams').whereIn('id', ids).update({ gone_at: at });
  await tx('owner_intervals')
    .whereIn('subject_id', ids)
    .whereNull('to_at')
    .update({ to_at: at });
  await tx('work').whereIn('subject_id', ids).delete();
}

/** Ends a subject whose history another carries on: its days stay, and it has no documents in files any more. */
export async function endSubject(
  tx: Knex.Transaction,
  id: string,
  at: Instant,
): Promise<void> {
  await tx('subjects').where({ id }).update({ gone_at: at });
  await endDays(tx, [id], at);
  await tx('record_sources').where({ stream_id: id }).delete();
  await tx('source_readings').where({ stream_id: id }).delete();
}
