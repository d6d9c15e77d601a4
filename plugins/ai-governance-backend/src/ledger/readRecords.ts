import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { isOneOf } from '../database/isOneOf';
import { Revision, StreamRevision } from './Ledger';
import { notAnInstant, parseInstant } from './parseInstant';
import { selectLatest, selectRevisions } from './revisionRow';
import { isStorable } from './storableText';

/**
 * Revisions in the order in which their records were first recorded. Most records have one revision, so the first one is looked up of few; a join
 * and an order over all of them is three times the work of PostgreSQL.
 */
async function inOrder(
  knex: Knex,
  revisions: readonly Revision[],
): Promise<Revision[]> {
  const firstSeq = new Map(revisions.map(r => [r.recordId, r.seq]));
  const revised = revisions.filter(r => r.revision > 1).map(r => r.recordId);
  if (revised.length > 0) {
    const firsts: { id: string; seq: number }[] = await knex('revisions')
      .where('revision', 1)
      .where(isOneOf(knex, 'record_id', revised))
      .select({ id: 'record_id', seq: 'seq' });
    for (const { id, seq } of firsts) firstSeq.set(id, seq);
  }
  return [...revisions].sort(
    (a, b) => firstSeq.get(a.recordId)! - firstSeq.get(b.recordId)!,
  );
}

/** Latest revision of each record of the streams, each stream's in the order in which its records were first recorded. */
export async function latestRecords(
  knex: Knex,
  streamIds: readonly string[],
  type?: string,
): Promise<Map<string, Revision[]>> {
  const byStream = new Map<string, Revision[]>(streamIds.map(id => [id, []]));
  if (type !== undefined && !isStorable(type)) return byStream;
  const ids = [...byStream.keys()];
  // said of both: else PostgreSQL looks each revision up by itself, which costs it five times as much
  const query = selectLatest(knex)
    .where(isOneOf(knex, 'records.stream_id', ids))
    .where(isOneOf(knex, 'r.stream_id', ids));
  if (type !== undefined) query.where('records.type', type);
  for (const revision of await inOrder(knex, await query))
    byStream.get(revision.streamId)!.push(revision);
  return byStream;
}

/** Latest revisions of records of whatever streams, by the id of the record. */
export async function recordsById(
  knex: Knex,
  recordIds: readonly string[],
): Promise<Map<string, Revision>> {
  if (recordIds.length === 0) return new Map();
  const revisions = await selectLatest(knex).where(
    isOneOf(knex, 'records.id', recordIds),
  );
  return new Map(revisions.map(revision => [revision.recordId, revision]));
}

/**
 * The same as `latestRecords` for one stream as the ledger stood at an instant; the data of revisions redacted since are null.
 * Locks the head: an append in flight ends first, and one that comes later is recorded later than the instant.
 *
 * @throws InputError when the instant is none, or later than now
 */
export async function recordsAsOf(
  tx: Knex.Transaction,
  clock: Clock,
  streamId: string,
  options: { type?: string; asOf: string },
): Promise<Revision[]> {
  const asOf = parseInstant(options.asOf);
  if (!asOf) throw new InputError(notAnInstant('asOf', options.asOf));
  await tx('heads').where({ stream_id: streamId }).forShare().select('seq');
  const now = await clock(tx);
  if (asOf > now) {
    throw new InputError(
      `asOf: must not be in the future, and is ${asOf}; it is ${now} now`,
    );
  }
  if (options.type !== undefined && !isStorable(options.type)) return [];
  const query = selectRevisions(tx)
    .where('r.stream_id', streamId)
    .where('r.recorded_at', '<=', asOf)
    .whereNotExists(later =>
      later
        .select(tx.raw('1'))
        .from('revisions as later')
        .whereRaw('later.record_id = r.record_id')
        .whereRaw('later.revision > r.revision')
        .where('later.recorded_at', '<=', asOf),
    );
  if (options.type !== undefined) query.where('r.type', options.type);
  return await inOrder(tx, await query);
}

/** The revisions of one record, newest first. */
export async function revisionsOf(
  knex: Knex,
  recordId: string,
): Promise<StreamRevision[]> {
  if (!isStorable(recordId)) return [];
  return await selectRevisions(knex)
    .join('streams', 'streams.id', 'r.stream_id')
    .select({ streamRef: knex.raw('coalesce(streams.name, streams.ref)') })
    .where('r.record_id', recordId)
    .orderBy('r.revision', 'desc');
}
