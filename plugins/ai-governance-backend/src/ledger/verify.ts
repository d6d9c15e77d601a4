import { setImmediate } from 'node:timers/promises';
import { NotFoundError } from '@backstage/errors';
import { continuation } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { LedgerProblem, LedgerVerification, Revision } from './Ledger';
import { PinCheck, Pins } from './PinCheck';
import { selectRevisions } from './revisionRow';
import { StoredRecord, StreamCheck, StreamFrame } from './StreamCheck';
import { findStream } from './streams';

const streamsAtOnce = 100;
const rowsAtOnce = 500;

/** A page of streams, verified. */
export interface VerifiedPage {
  /** The last stream of the page: where the next one begins. */
  after: string;
  /** Whether there is a next one. */
  more: boolean;
  streams: number;
  revisions: number;
  problems: LedgerProblem[];
}

/**
 * Walks every stream, or one, and gives all that is wrong.
 *
 * @throws NotFoundError when there is no stream of that ref
 */
export async function verify(
  knex: Knex,
  options: { streamRef?: string; pins?: Pins } = {},
): Promise<LedgerVerification> {
  const { streamRef, pins } = options;
  const pages =
    streamRef === undefined
      ? verifyPages(knex, { pins })
      : [await verifyStream(knex, streamRef, pins)];
  const whole = { streams: 0, revisions: 0, problems: [] as LedgerProblem[] };
  for await (const { streams, revisions, problems } of pages) {
    whole.streams += streams;
    whole.revisions += revisions;
    whole.problems.push(...problems);
  }
  return { ok: whole.problems.length === 0, ...whole };
}

/**
 * Walks every stream in pages, in the order of their ids. Each page is read as it stood at one instant, so appends meanwhile raise no alarm; what is
 * held in memory are the records of one page, by their numbers, and its problems.
 *
 * @param options - `after`: the last stream of a page that was verified before
 */
export async function* verifyPages(
  knex: Knex,
  options: { after?: string; pins?: Pins } = {},
): AsyncGenerator<VerifiedPage> {
  const { pins } = options;
  let after = options.after ?? '';
  for (let more = true; more; ) {
    const from = after;
    const page = await inSnapshot(knex, async tx => {
      const found = await streamIdsAfter(tx, from, pins);
      const until = found.length < streamsAtOnce ? undefined : found.at(-1);
      return verifyPage(tx, found, pins, until, from);
    });
    more = page.more;
    after = page.after;
    yield page;
  }
}

async function verifyStream(
  knex: Knex,
  ref: string,
  pins: Pins | undefined,
): Promise<VerifiedPage> {
  const stream = await findStream(knex, ref);
  if (!stream) throw new NotFoundError(`There is no stream of ${ref}`);
  return inSnapshot(knex, tx =>
    verifyPage(tx, [stream.id], pins, stream.id, ''),
  );
}

function inSnapshot<T>(
  knex: Knex,
  read: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return knex.transaction(
    read,
    // SQLite: its pool of one is held, so nothing else is written
    isPostgres(knex)
      ? { isolationLevel: 'repeatable read', readOnly: true }
      : {},
  );
}

/** Every id that any of the tables names: rows of a stream that was removed are found too. */
async function streamIdsAfter(
  tx: Knex.Transaction,
  after: string,
  pins: Pins | undefined,
): Promise<string[]> {
  // the first of each table alone: else each page would read all that follows
  const first = (ids: Knex.QueryBuilder) =>
    tx.select('id').from(ids.orderBy('id').limit(streamsAtOnce).as('first'));
  const named = (table: string, column: string) =>
    first(tx(table).distinct({ id: column }).where(column, '>', after));
  const rows = await tx
    .select('id')
    .from(
      named('streams', 'id')
        .union([
          named('heads', 'stream_id'),
          named('revisions', 'stream_id'),
          named('records', 'stream_id'),
          ...(pins?.ids ? [first(pins.ids(tx, after))] : []),
        ])
        .as('named'),
    )
    .orderBy('id')
    .limit(streamsAtOnce);
  return rows.map(row => row.id);
}

async function verifyPage(
  tx: Knex.Transaction,
  found: readonly string[],
  pins: Pins | undefined,
  until: string | undefined,
  from: string,
): Promise<VerifiedPage> {
  const pinned = (await pins?.upTo(tx, found, until)) ?? new Map();
  const streamIds = [...new Set([...found, ...pinned.keys()])];
  const checks = new Map(
    (await framesOf(tx, streamIds)).map(frame => [
      frame.streamId,
      {
        frame,
        stream: new StreamCheck(frame),
        pins: new PinCheck(frame, pinned.get(frame.streamId) ?? []),
        rows: 0,
      },
    ]),
  );
  let revisions = 0;
  for await (const rows of rowsOf(tx, streamIds)) {
    for (const row of rows) {
      const check = checks.get(row.streamId)!;
      check.stream.row(row);
      check.pins.row(row);
      check.rows++;
    }
    revisions += rows.length;
  }
  const records = await recordsOf(tx, streamIds);
  const problems: LedgerProblem[] = [];
  for (const [streamId, { frame, rows, ...check }] of checks) {
    const kept = records.get(streamId) ?? [];
    const leftNothing =
      !frame.origin && !frame.head && rows + kept.length === 0;
    // of a stream that left no trace there is one thing to say
    if (!leftNothing) problems.push(...check.stream.finish(kept));
    problems.push(...check.pins.finish());
  }
  return {
    after: found.at(-1) ?? from,
    more: found.length === streamsAtOnce,
    streams: checks.size,
    revisions,
    problems,
  };
}

async function framesOf(
  tx: Knex.Transaction,
  streamIds: readonly string[],
): Promise<StreamFrame[]> {
  const origins = await tx('streams')
    .whereIn('id', streamIds)
    .select('id', 'kind', 'ref', 'name', 'continues', {
      createdAt: 'created_at',
    });
  const takenOver = await namesTakenOver(
    tx,
    origins.flatMap(({ continues }) => continues ?? []),
  );
  const heads = await tx('heads')
    .whereIn('stream_id', streamIds)
    .select('stream_id', 'seq', 'hash');
  const originOf = new Map(origins.map(origin => [origin.id, origin]));
  const headOf = new Map(heads.map(head => [head.stream_id, head]));
  return streamIds.map(streamId => {
    const origin = originOf.get(streamId);
    const name = origin && (origin.name ?? origin.ref);
    return {
      streamId,
      origin,
      head: headOf.get(streamId),
      ...(!takenOver.has(`${origin?.continues} ${name}`) && {
        name: origin?.continues ? 'nothing any more' : name,
      }),
    };
  });
}

/** The names that streams say they took over: the id of the stream, and the name. */
async function namesTakenOver(
  tx: Knex.Transaction,
  streamIds: readonly string[],
): Promise<Set<string>> {
  if (streamIds.length === 0) return new Set();
  const rows: { stream_id: string; data: string | null }[] = await tx(
    'revisions',
  )
    .whereIn('stream_id', streamIds)
    .where('type', continuation.type)
    .select('stream_id', 'data');
  return new Set(
    rows.map(row => `${row.stream_id} ${toOf(row.data ?? 'null')}`),
  );
}

function toOf(data: string): unknown {
  try {
    return JSON.parse(data)?.to;
  } catch {
    return undefined;
  }
}

/** The rows of streams in their order, some at a time: while those are hashed, the database reads the next. */
async function* rowsOf(
  tx: Knex.Transaction,
  streamIds: readonly string[],
): AsyncGenerator<Revision[]> {
  let next: Promise<Revision[]> | undefined = rowsAfter(tx, streamIds);
  while (next) {
    const rows: Revision[] = await next;
    next = undefined;
    if (rows.length === rowsAtOnce) {
      next = rowsAfter(tx, streamIds, rows.at(-1));
      // thrown where it is awaited: a connection that is lost meanwhile must not end the process
      next.catch(() => {});
      // hashing holds the thread: what asks for the next has to leave before
      await setImmediate();
    }
    yield rows;
  }
}

async function rowsAfter(
  tx: Knex.Transaction,
  streamIds: readonly string[],
  last?: Revision,
): Promise<Revision[]> {
  const query = selectRevisions(tx)
    .whereIn('r.stream_id', streamIds)
    .orderBy(['r.stream_id', 'r.seq'])
    .limit(rowsAtOnce);
  if (last)
    query.whereRaw('(r.stream_id, r.seq) > (?, ?)', [last.streamId, last.seq]);
  return await query;
}

async function recordsOf(
  tx: Knex.Transaction,
  streamIds: readonly string[],
): Promise<Map<string, StoredRecord[]>> {
  const byStream = new Map<string, StoredRecord[]>();
  for (const { stream_id: streamId, ...record } of await tx('records')
    .whereIn('stream_id', streamIds)
    .select('stream_id', 'id', 'type', 'seq', 'revision')) {
    const records = byStream.get(streamId);
    if (records) records.push(record);
    else byStream.set(streamId, [record]);
  }
  return byStream;
}
