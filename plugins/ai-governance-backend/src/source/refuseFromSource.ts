import { ConflictError } from '@backstage/errors';
import { RecordType } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { SourceRow } from './sourceRow';

/**
 * Sees to it that what comes from a file is written there and nowhere else. Under the lock of the stream, no reading comes in between.
 *
 * @throws ConflictError (409) naming the file, and where to edit it
 */
export async function refuseFromSource(
  tx: Knex.Transaction,
  stream: { id: string; ref: string },
  record: { type: RecordType<any>; recordId?: string },
): Promise<void> {
  const { type, recordId } = record;
  const query = tx('record_sources')
    .where({ stream_id: stream.id, type: type.type })
    .whereNull('gone_at');
  if (type.shape === 'entry') {
    if (recordId === undefined) return;
    query.where('record_id', recordId);
  }
  const row: SourceRow | undefined = await query.first();
  if (!row) return;
  throw new ConflictError(
    `type: the ${type.title.toLocaleLowerCase('en-US')} of ${
      stream.ref
    } comes from a file of its repository: edit ${row.path} there${
      row.url ? `, at ${row.url}` : ''
    }`,
  );
}
