import {
  courseKey,
  Redaction,
  redaction,
  training,
  Training,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Appended } from '../ledger/Ledger';

/**
 * Keeps `training_completions` with what was just appended, in the transaction of the append: the latest revision of each completion,
 * without those that were erased.
 */
export async function keepCompletions(
  tx: Knex.Transaction,
  appended: readonly Appended[],
): Promise<void> {
  for (const { revision } of appended) {
    if (revision.type !== redaction.type) continue;
    const erased: Redaction = JSON.parse(revision.data!);
    // an earlier revision may be erased, and the latest still stands
    await tx('training_completions')
      .where('record_id', erased.recordId)
      .whereExists(
        tx('records')
          .where('id', erased.recordId)
          .where('revision', erased.revision)
          .select('id'),
      )
      .delete();
  }
  const rows = appended
    .filter(({ revision }) => revision.type === training.type)
    .map(({ stream, revision }) => {
      const data: Training = JSON.parse(revision.data!);
      return {
        record_id: revision.recordId,
        stream_id: stream.id,
        person: stream.ref,
        course: data.course,
        course_key: courseKey(data.course),
        completed: data.completed,
        expires: data.expires ?? null,
        provider: data.provider ?? null,
        withdrawn: data.withdrawn !== undefined,
        author: revision.author,
        recorded_at: revision.recordedAt,
      };
    });
  for (const batch of batches(rows, 50)) {
    await tx('training_completions')
      .insert(batch)
      .onConflict('record_id')
      .merge();
  }
}
