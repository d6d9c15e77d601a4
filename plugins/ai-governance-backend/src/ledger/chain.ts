import { NotFoundError } from '@backstage/errors';
import { instant } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import {
  Clock,
  databaseClock,
  databaseInstant,
  databaseNow,
} from '../database/clock';
import { Revision, Stream } from './Ledger';
import { rowHash } from './rowHash';
import { sha256 } from './sha256';
import { selectStreams } from './streams';
import { writeRows } from './writeRows';

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

/** A stream, and when its last row was recorded. */
interface LockedStream extends Stream {
  lastAt: string | null;
  /** What the database's clock says. */
  now: string;
}

const inOrder = (streamIds: readonly string[]) =>
  batches([...streamIds].sort(), 500);

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
  const heads: { stream_id: string; seq: number; hash: string }[] = [];
  for (const ids of inOrder(streamIds)) {
    // Alone, without joins: a row joined to a locked one would be that of before the wait. SQLite has one writer anyway.
    heads.push(
      ...(await tx('heads')
        .whereIn('stream_id', ids)
        .orderBy('stream_id')
        .forUpdate()
        .select('stream_id', 'seq', 'hash')),
    );
  }
  // after all locks: a stream may have been carried on in another meanwhile, and time has gone on
  const streams: LockedStream[] = [];
  for (const ids of inOrder(streamIds)) {
    streams.push(
      ...(await selectStreams(tx)
        .leftJoin('heads', 'heads.stream_id', 'streams.id')
        .whereIn('streams.id', ids)
        .select({
          now: tx.raw(databaseNow(tx)),
          // looked up by what each head says, and not joined: else a database without statistics may walk whole streams
          lastAt: tx('revisions as last')
            .whereRaw('last.stream_id = heads.stream_id')
            .whereRaw('last.seq = heads.seq')
            .select('last.recorded_at'),
        })),
    );
  }
  const read = streams.at(-1)?.now;
  const now =
    read !== undefined && clock === databaseClock
      ? databaseInstant(read)
      : await clock(tx);
  const streamOf = new Map(streams.map(stream => [stream.id, stream]));
  const headOf = new Map(heads.map(head => [head.stream_id, head]));
  return new Map(
    streamIds.map(id => {
      const found = streamOf.get(id);
      if (!found) {
        throw new NotFoundError(
          `There is no stream ${id}, or it is carried on in another`,
        );
      }
      const head = headOf.get(id);
      const { lastAt: last, now: _, ...stream } = found;
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
  let fits = true;
  for (const batch of batches(revisions))
    fits = (await writeRows(tx, batch)) && fits;
  // The lock rules both out; if it ever failed, no fork may be committed.
  if (!fits) {
    throw new Error(
      `The ledger of ${additions
        .map(({ head }) => head.stream.ref)
        .join(', ')} moved while it was written`,
    );
  }
  return revisions;
}
