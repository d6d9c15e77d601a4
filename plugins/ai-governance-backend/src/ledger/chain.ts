import { NotFoundError } from '@backstage/errors';
import { instant, sha256 } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { Revision, Stream } from './Ledger';
import { rowHash } from './rowHash';
import { toRow } from './revisionRow';

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
  const stream = await tx('streams')
    .where({ id: streamId })
    .first('id', 'kind', 'ref');
  if (!stream) throw new NotFoundError(`There is no stream ${streamId}`);
  // Alone, without joins: a row joined to a locked one would be that of before the wait. SQLite has one writer anyway.
  const head = await tx('heads')
    .where({ stream_id: streamId })
    .forUpdate()
    .first('seq', 'hash');
  const last = await tx('revisions')
    .where({ stream_id: streamId, seq: head?.seq ?? 0 })
    .first('recorded_at');
  if (!head || (head.seq > 0 && !last)) {
    throw new Error(
      `The ledger of ${stream.ref} has lost its ${
        head ? 'last row' : 'head'
      }: verify it and restore it from a backup before more is written`,
    );
  }
  const now = await clock(tx);
  return {
    stream,
    seq: head.seq,
    hash: head.hash,
    now,
    // An as-of read takes instants up to its now, in whole milliseconds: one more, and no later append can fall within.
    recordedAt: instant(
      Math.max(Date.parse(now), last ? Date.parse(last.recorded_at) : 0) + 1,
    ),
  };
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
  const streamId = head.stream.id;
  const unsealed = {
    ...row,
    streamId,
    seq: head.seq + 1,
    dataHash: sha256(row.data),
    recordedAt: head.recordedAt,
    previousHash: head.hash,
  };
  const revision: Revision = { ...unsealed, hash: rowHash(unsealed) };
  await tx('revisions').insert(toRow(revision));
  const moved = await tx('heads')
    .where({ stream_id: streamId, seq: head.seq, hash: head.hash })
    .update({ seq: revision.seq, hash: revision.hash });
  const latest = { seq: revision.seq, revision: revision.revision };
  const kept =
    revision.revision === 1
      ? 1
      : await tx('records')
          .where({ id: revision.recordId, revision: revision.revision - 1 })
          .update(latest);
  if (revision.revision === 1) {
    await tx('records').insert({
      id: revision.recordId,
      stream_id: streamId,
      type: revision.type,
      ...latest,
    });
  }
  // The lock rules both out; if it ever failed, no fork may be committed.
  if (moved !== 1 || kept !== 1) {
    throw new Error(
      `The ledger of ${head.stream.ref} moved while it was written`,
    );
  }
  return revision;
}
