import { randomUUID } from 'node:crypto';
import { InputError, NotFoundError } from '@backstage/errors';
import { RecordType } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { chainRows, LockedHead, lockHeads } from './chain';
import { CheckedAppend } from './checkAppend';
import { Appended, Revision, Stream } from './Ledger';
import { selectLatest } from './revisionRow';
import { StaleRevisionError } from './StaleRevisionError';

/** An append that is right in itself, and where it goes. */
export type Addition = CheckedAppend & { streamId: string };

/** Whether the append may come after an earlier revision: a document does, an entry when it says of which record. */
const revised = ({ type, recordId }: Addition) =>
  type.shape === 'document' || recordId !== undefined;

const placeOf = ({ streamId, type, recordId }: Addition) =>
  `${streamId} ${type.type} ${recordId ?? ''}`;

/**
 * Appends to streams, under the locks of their heads.
 *
 * @param inputs - at most one for each stream
 * @param held - the heads, where they are locked already
 * @returns in the order of `inputs`
 * @throws InputError, NotFoundError and StaleRevisionError as the interface says
 */
export async function appendAll(
  tx: Knex.Transaction,
  clock: Clock,
  inputs: readonly Addition[],
  held?: ReadonlyMap<string, LockedHead>,
): Promise<Appended[]> {
  const ids = inputs.map(input => input.streamId);
  if (new Set(ids).size < ids.length) {
    throw new Error('One append at a time to one stream');
  }
  const heads = held ?? (await lockHeads(tx, clock, ids));
  const latest = await latestOf(tx, inputs);
  const additions = inputs.map(input => {
    const head = heads.get(input.streamId)!;
    checkStream(input.type, head.stream);
    if (input.effectiveAt !== undefined && input.effectiveAt > head.now) {
      throw new InputError(
        `effectiveAt: must not be in the future, and is ${input.effectiveAt}; it is ${head.now} now`,
      );
    }
    const before = revised(input) ? latest.get(placeOf(input)) : undefined;
    checkBase(head.stream, input, before);
    const row = {
      recordId: before?.recordId ?? randomUUID(),
      type: input.type.type,
      revision: (before?.revision ?? 0) + 1,
      schemaVersion: input.type.schemaVersion,
      data: input.data,
      author: input.author,
      materiality: input.materiality,
      materialityReason: input.materialityReason,
      effectiveAt: input.effectiveAt ?? head.recordedAt,
    };
    return { head, row };
  });
  const revisions = await chainRows(tx, additions);
  return revisions.map((revision, i) => ({
    stream: additions[i].head.stream,
    revision,
  }));
}

/** @throws InputError when records of the type do not belong in the stream */
export function checkStream(
  { type, streams }: Pick<RecordType, 'type' | 'streams'>,
  { kind, ref }: Pick<Stream, 'kind' | 'ref'>,
) {
  if (streams.includes(kind)) return;
  throw new InputError(
    `type: ${type} belongs to the stream of a ${streams.join(
      ' or ',
    )}, and ${ref} is a ${kind}`,
  );
}

/** The latest revision of what an append revises; undefined for a new record. Stays the latest only under the lock of the head. */
export async function revisedBy(
  tx: Knex | Knex.Transaction,
  input: Addition,
): Promise<Revision | undefined> {
  if (!revised(input)) return undefined;
  return (await latestOf(tx, [input])).get(placeOf(input));
}

/** The revisions that appends come after, by place. */
async function latestOf(
  tx: Knex | Knex.Transaction,
  inputs: readonly Addition[],
): Promise<Map<string, Revision>> {
  const found = new Map<string, Revision>();
  for (const batch of batches(inputs.filter(revised))) {
    const named = batch.flatMap(({ recordId }) => recordId ?? []);
    const query = selectLatest(tx)
      .whereIn(
        'records.stream_id',
        batch.map(input => input.streamId),
      )
      .whereIn('records.type', [...new Set(batch.map(i => i.type.type))]);
    if (named.length === batch.length) query.whereIn('records.id', named);
    for (const revision of await query) {
      const { streamId, type, recordId } = revision;
      found.set(`${streamId} ${type} ${recordId}`, revision);
      found.set(`${streamId} ${type} `, revision);
    }
  }
  return found;
}

/** @throws StaleRevisionError, NotFoundError or InputError when `latest` is not what the author started from */
export function checkBase(
  stream: Pick<Stream, 'ref'>,
  input: Addition,
  latest: Revision | undefined,
) {
  const { type, recordId, baseRevision } = input;
  if (!revised(input)) {
    if (baseRevision !== undefined)
      throw new InputError(
        `baseRevision: goes with the recordId of the ${type.type} that is revised; leave it out for a new one`,
      );
    return;
  }
  if (!latest && recordId !== undefined) {
    throw new NotFoundError(
      `recordId: there is no ${type.type} ${recordId} in the stream of ${stream.ref}`,
    );
  }
  if (!latest && baseRevision !== undefined) {
    throw new InputError(
      `baseRevision: ${stream.ref} has no ${type.type} yet; leave it out for the first`,
    );
  }
  if (latest && baseRevision !== latest.revision) {
    throw new StaleRevisionError(
      baseRevision === undefined
        ? `baseRevision: the ${type.type} of ${stream.ref} is at revision ${latest.revision} already; say that you start from it`
        : `baseRevision: the ${type.type} of ${stream.ref} is at revision ${latest.revision}, and you started from ${baseRevision}`,
      latest,
    );
  }
}
