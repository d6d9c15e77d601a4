import { randomUUID } from 'node:crypto';
import { InputError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { chainRow, lockHead, LockedHead } from './chain';
import { CheckedAppend } from './checkAppend';
import { Revision, Stream } from './Ledger';
import { selectRevisions } from './revisionRow';
import { StaleRevisionError } from './StaleRevisionError';

/**
 * Appends to a stream, under the lock of its head.
 *
 * @throws InputError, NotFoundError and StaleRevisionError as the interface says
 */
export async function append(
  tx: Knex.Transaction,
  clock: Clock,
  streamId: string,
  input: CheckedAppend,
): Promise<{ stream: Stream; revision: Revision }> {
  const head = await lockHead(tx, clock, streamId);
  const { stream } = head;
  if (!input.type.streams.includes(stream.kind)) {
    throw new InputError(
      `type: ${
        input.type.type
      } belongs to the stream of a ${input.type.streams.join(' or ')}, and ${
        stream.ref
      } is a ${stream.kind}`,
    );
  }
  if (input.effectiveAt !== undefined && input.effectiveAt > head.now) {
    throw new InputError(
      `effectiveAt: must not be in the future, and is ${input.effectiveAt}; it is ${head.now} now`,
    );
  }
  const before = await latestOf(tx, head, input);
  const revision = await chainRow(tx, head, {
    recordId: before?.recordId ?? randomUUID(),
    type: input.type.type,
    revision: (before?.revision ?? 0) + 1,
    schemaVersion: input.type.schemaVersion,
    data: input.data,
    author: input.author,
    materiality: input.materiality,
    materialityReason: input.materialityReason,
    effectiveAt: input.effectiveAt ?? head.recordedAt,
  });
  return { stream, revision };
}

/** The revision that the append comes after, or undefined when it begins a record. */
async function latestOf(
  tx: Knex.Transaction,
  { stream }: LockedHead,
  { type, recordId, baseRevision }: CheckedAppend,
): Promise<Revision | undefined> {
  if (type.shape === 'entry' && recordId === undefined) {
    if (baseRevision !== undefined)
      throw new InputError(
        `baseRevision: goes with the recordId of the ${type.type} that is revised; leave it out for a new one`,
      );
    return undefined;
  }
  const [latest] = await selectRevisions(tx)
    .join('records', join =>
      join.on('records.stream_id', 'r.stream_id').andOn('records.seq', 'r.seq'),
    )
    .where({
      'records.stream_id': stream.id,
      'records.type': type.type,
      ...(recordId !== undefined && { 'records.id': recordId }),
    });
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
  return latest;
}
