import { Knex } from 'knex';
import { byteOrder } from '../database/containsText';

/** A row of `record_sources`. */
export interface SourceRow {
  stream_id: string;
  type: string;
  entry_id: string;
  record_id: string | null;
  path: string;
  url: string | null;
  revision: number | null;
  read_at: string;
  /** JSON list of path and message. */
  problems: string;
  gone_at: string | null;
}

/** A row of `source_readings`. */
export interface ReadingRow {
  stream_id: string;
  location: string;
  etag: string | null;
  begun_at: string;
  read_at: string | null;
  problem: string | null;
  /** JSON list of path and reason. */
  ignored: string;
}

export const readingOf = async (
  knex: Knex | Knex.Transaction,
  streamId: string,
): Promise<ReadingRow | undefined> =>
  knex('source_readings').where('stream_id', streamId).first();

export const sourceRows = async (
  knex: Knex | Knex.Transaction,
  streamId: string,
): Promise<SourceRow[]> =>
  knex('record_sources')
    .where('stream_id', streamId)
    .orderByRaw(byteOrder(knex, 'path'))
    .orderByRaw(byteOrder(knex, 'type'))
    .orderByRaw(byteOrder(knex, 'entry_id'));

export async function putReading(
  tx: Knex.Transaction,
  row: ReadingRow,
): Promise<void> {
  await tx('source_readings').insert(row).onConflict('stream_id').merge();
}
