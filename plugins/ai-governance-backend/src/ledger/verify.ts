import { NotFoundError } from '@backstage/errors';
import { continuation } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { isPostgres } from './inTransaction';
import { LedgerProblem, LedgerVerification, Revision } from './Ledger';
import { selectRevisions } from './revisionRow';
import { StoredRecord, StreamCheck, StreamFrame } from './StreamCheck';
import { findStream } from './streams';

const streamsAtOnce = 100;
const rowsAtOnce = 500;

/**
 * Walks every stream, or one, in pages. Each page of streams is read as it stood at one instant, so appends meanwhile raise no alarm.
 *
 * @throws NotFoundError when there is no stream of that ref
 */
export async function verify(
  knex: Knex,
  options: { streamRef?: string } = {},
): Promise<LedgerVerification> {
  const verification = { streams: 0, revisions: 0, problems: [] };
  if (options.streamRef !== undefined) {
    const stream = await findStream(knex, options.streamRef);
    if (!stream)
      throw new NotFoundError(`There is no stream of ${options.streamRef}`);
    await inSnapshot(knex, tx => verifyPage(tx, [stream.id], verification));
  } else {
    let after: string | undefined = '';
    while (after !== undefined) {
      const from: string = after;
      after = await inSnapshot(knex, async tx => {
        const ids = await streamIdsAfter(tx, from);
        await verifyPage(tx, ids, verification);
        return ids.at(-1);
      });
    }
  }
  return { ok: verification.problems.length === 0, ...verification };
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
): Promise<string[]> {
  const named = (table: string, column: string) =>
    tx(table).distinct({ id: column }).where(column, '>', after);
  const rows = await tx
    .select('id')
    .from(
      named('streams', 'id')
        .union([
          named('heads', 'stream_id'),
          named('revisions', 'stream_id'),
          named('records', 'stream_id'),
        ])
        .as('named'),
    )
    .orderBy('id')
    .limit(streamsAtOnce);
  return rows.map(row => row.id);
}

async function verifyPage(
  tx: Knex.Transaction,
  streamIds: readonly string[],
  verification: {
    streams: number;
    revisions: number;
    problems: LedgerProblem[];
  },
) {
  const checks = new Map(
    (await framesOf(tx, streamIds)).map(frame => [
      frame.streamId,
      new StreamCheck(frame),
    ]),
  );
  for await (const row of rowsOf(tx, streamIds)) {
    checks.get(row.streamId)!.row(row);
    verification.revisions++;
  }
  const records = await recordsOf(tx, streamIds);
  for (const [streamId, check] of checks) {
    verification.problems.push(...check.finish(records.get(streamId) ?? []));
    verification.streams++;
  }
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

async function* rowsOf(
  tx: Knex.Transaction,
  streamIds: readonly string[],
): AsyncGenerator<Revision> {
  let last: Revision | undefined;
  do {
    const query = selectRevisions(tx)
      .whereIn('r.stream_id', streamIds)
      .orderBy(['r.stream_id', 'r.seq'])
      .limit(rowsAtOnce);
    if (last)
      query.whereRaw('(r.stream_id, r.seq) > (?, ?)', [
        last.streamId,
        last.seq,
      ]);
    const rows: Revision[] = await query;
    yield* rows;
    last = rows.length === rowsAtOnce ? rows.at(-1) : undefined;
  } while (last);
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
