import {
  DecisionData,
  decisionKinds,
  redaction,
  Redaction,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Appended } from '../ledger/Ledger';

const kinds: readonly string[] = decisionKinds;

/**
 * Keeps `open_requests` with what was just appended, in the transaction of the append: a request that nobody has decided is in it, and
 * nothing else. An erased request asks for nothing any more.
 */
export async function keepOpenRequests(
  tx: Knex.Transaction,
  appended: readonly Appended[],
): Promise<void> {
  for (const { stream, revision } of appended) {
    if (revision.type === redaction.type) {
      const erased: Redaction = JSON.parse(revision.data!);
      // an earlier revision of a request may be erased, and it still waits
      await tx('open_requests')
        .where('record_id', erased.recordId)
        .whereExists(
          tx('records')
            .where('id', erased.recordId)
            .where('revision', erased.revision)
            .select('id'),
        )
        .delete();
      continue;
    }
    if (!kinds.includes(revision.type)) continue;
    const { decision, requested }: DecisionData = JSON.parse(revision.data!);
    if (decision === 'requested') {
      await tx('open_requests')
        .insert({
          record_id: revision.recordId,
          subject_id: stream.id,
          type: revision.type,
          requested_by: requested?.by ?? revision.author,
          requested_at: requested?.at ?? revision.recordedAt,
        })
        .onConflict('record_id')
        .ignore();
    } else {
      await tx('open_requests').where('record_id', revision.recordId).delete();
    }
  }
}
