import { NotFoundError } from '@backstage/errors';
import { instant } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { Revision, Stream } from './Ledger';
import { rowHash } from './rowHash';
import { toRow } from './revisionRow';
import { sha256 } from './sha256';
import { selectStreams } from './streams';

/** The end of a stream, held until the transaction ends: nobody else appends meanwhile. */
export interface LockedHead {
  stream: Stream;
  seq: number;
  hash: string;
  /** The database's clock, read under the lock. */
  now: string;
  /** What the next row gets: later than every earlier row, and than every instant that can have been read before. */
  recordedAt: string;
}

/**
 * Locks the head of a stream for an append.
 *
 * @throws NotFoundError when there is no such stream
 */
export async function lockHead(
  tx: Knex.Transaction,
  clock: Clock,
  streamId: string,
): Promise<LockedHead> {
  return (await lockHeads(tx, clock, [streamId])).get(streamId)!;
}

/**
 * Locks the heads of many streams, in one order everywhere, so that two transactions do not lock each other out.
 *
 * @returns by stream id
 * @throws NotFoundError when there is no such stream
 */
export async function lockHeads(
  tx: Knex.Transaction,
  clock: Clock,
  streamIds: readonly string[],
): Promise<Map<string, LockedHead>> {
  const streams: Stream[] = [];
  const heads: { stream_id: string; seq: number; hash: string }[] = [];
  const lasts: { stream_id: string; recorded_at: string }[] = [];
  for (const ids of batches([...streamIds].sort(), 500)) {
    // Alone, without joins: a row joined to a locked one would be that of before the wait. SQLite has one writer anyway.
    const locked: typeof heads = await tx('heads')
      .whereIn('stream_id', ids)
      .orderBy('stream_id')
      .forUpdate()
      .select('stream_id', 'seq', 'hash');
    heads.push(...locked);
    // after the lock: a stream may have been carried on in another meanwhile
    streams.push(...(await selectStreams(tx).whereIn('streams.id', ids)));
    // by what the heads say, and not joined to them: else a database without statistics may walk whole streams
    lasts.push(
      ...(await tx('revisions')
        .whereIn(
          ['stream_id', 'seq'],
          locked.map(head => [head.stream_id, head.seq]),
        )
        .select('stream_id', 'recorded_at')),
    );
  }
  const now = await clock(tx);
  const streamOf = new Map(streams.map(stream => [stream.id, stream]));
  const headOf = new Map(heads.map(head => [head.stream_id, head]));
  const lastOf = new Map(lasts.map(last => [last.stream_id, last.recorded_at]));
  return new Map(
    streamIds.map(id => {
      const stream = streamOf.get(id);
      if (!stream) {
        throw new NotFoundError(
          `There is no stream ${id}, or it is carried on in another`,
        );
      }
      const head = headOf.get(id);
      const last = lastOf.get(id);
      if (!head || (head.seq > 0 && !last)) {
        throw new Error(
          `The ledger of ${stream.ref} has lost its ${
            head ? 'last row' : 'head'
          }: verify it and restore it from a backup before more is written`,
        );
      }
      const locked = {
        stream,
        seq: head.seq,
        hash: head.hash,
        now,
        // An as-of read takes instants up to its now, in whole milliseconds: one more, and no later append can fall within.
        recordedAt: instant(
          Math.max(Date.parse(now), last ? Date.parse(last) : 0) + 1,
        ),
      };
      return [id, locked];
    }),
  );
}

/** What an append decides; the chain gives the rest. */
export type NewRow = Omit<
  Revision,
  'streamId' | 'seq' | 'dataHash' | 'recordedAt' | 'previousHash' | 'hash'
> & { data: string };

/** Puts a row after the locked head: row, head, and the reading of latest revisions. */
export async function chainRow(
  tx: Knex.Transaction,
  head: LockedHead,
  row: NewRow,
): Promise<Revision> {
  const [revision] = await chainRows(tx, [{ head, row }]);
  return revision;
}

/** The same for many heads, with one row for each. */
export async function chainRows(
  tx: Knex.Transaction,
  additions: readonly { head: LockedHead; row: NewRow }[],
): Promise<Revision[]> {
  const revisions = additions.map(({ head, row }) => {
    const unsealed = {
      ...row,
      streamId: head.stream.id,
      seq: head.seq + 1,
      dataHash: sha256(row.data),
      recordedAt: head.recordedAt,
      previousHash: head.hash,
    };
    return { ...unsealed, hash: rowHash(unsealed) };
  });
  let moved = 0;
  let kept = 0;
  for (const batch of batches(revisions)) {
    await tx('revisions').insert(batch.map(toRow));
    const heads: unknown[] = await tx('heads')
      .insert(
        batch.map(r => ({ stream_id: r.streamId, seq: r.seq, hash: r.hash })),
      )
      .onConflict('stream_id')
      .merge(['seq', 'hash'])
      .whereRaw(
        `heads.seq = excluded.seq - 1 and heads.hash = (
           select previous_hash from revisions
           where stream_id = excluded.stream_id and seq = excluded.seq
         )`,
      )
      .returning('stream_id');
    moved += heads.length;
    const records: unknown[] = await tx('records')
      .insert(
        batch.map(r => ({
          id: r.recordId,
          stream_id: r.streamId,
          type: r.type,
          seq: r.seq,
          revision: r.revision,
        })),
      )
      .onConflict('id')
      .merge(['seq', 'revision'])
      .whereRaw('records.revision = excluded.revision - 1')
      .returning('id');
    kept += records.length;
  }
  // The lock rules both out; if it ever failed, no fork may be committed.
  if (moved !== revisions.length || kept !== revisions.length) {
    throw new Error(
      `The ledger of ${additions
        .map(({ head }) => head.stream.ref)
        .join(', ')} moved while it was written`,
    );
  }
  return revisions;
}
