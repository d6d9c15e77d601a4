import { randomUUID } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import { StreamKind } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { Stream } from './Ledger';
import { genesisHash } from './rowHash';
import { isStorable } from './storableText';

/**
 * Streams by what they are called now, as `Stream`; those whose reference another stream has taken over are the streams of none, and not among
 * them.
 */
export function selectStreams(knex: Knex): Knex.QueryBuilder<any, Stream[]> {
  return knex('streams')
    .whereNull('streams.continues')
    .select('streams.id', 'streams.kind', {
      ref: knex.raw('coalesce(streams.name, streams.ref)'),
    }) as Knex.QueryBuilder<any, Stream[]>;
}

/** The stream of a ref, or undefined. */
export async function findStream(
  knex: Knex,
  ref: string,
): Promise<Stream | undefined> {
  return (await streamsOf(knex, [ref])).get(ref);
}

/**
 * The streams of refs, made with their heads where there are none.
 *
 * @returns in the order of `refs`
 * @throws InputError for a ref that is not in full lower-case form, ConflictError when a ref has a stream of another kind
 */
export async function ensureStreams(
  tx: Knex.Transaction,
  clock: Clock,
  kind: StreamKind,
  refs: readonly string[],
): Promise<Stream[]> {
  const found = await streamsOf(tx, refs);
  // in one order everywhere, so that two transactions do not lock each other out
  const missing = [...new Set(refs)].filter(ref => !found.has(ref)).sort();
  if (missing.length > 0) {
    for (const ref of missing) checkRef(kind, ref);
    const createdAt = await clock(tx);
    const origins = missing.map(ref => ({
      id: randomUUID(),
      kind,
      ref,
      createdAt,
    }));
    // Another backend may be making one: then this waits for it, inserts nothing, and reads what the other made.
    for (const batch of batches(origins)) {
      await tx('streams')
        .insert(
          batch.map(({ id, ref }) => ({
            id,
            kind,
            ref,
            created_at: createdAt,
          })),
        )
        .onConflict(
          tx.raw('(coalesce(name, ref)) where continues is null') as any,
        )
        .ignore();
    }
    const made = await streamsOf(tx, missing);
    for (const [ref, stream] of made) found.set(ref, stream);
    const own = origins.filter(({ id, ref }) => made.get(ref)?.id === id);
    for (const batch of batches(own)) {
      await tx('heads').insert(
        batch.map(origin => ({
          stream_id: origin.id,
          seq: 0,
          hash: genesisHash(origin),
        })),
      );
    }
  }
  return refs.map(ref => {
    const stream = found.get(ref)!;
    if (stream.kind !== kind) {
      throw new ConflictError(
        `The stream of ${ref} is that of a ${stream.kind}, not of a ${kind}`,
      );
    }
    return stream;
  });
}

async function streamsOf(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, Stream>> {
  const found = new Map<string, Stream>();
  for (const batch of batches(refs.filter(isStorable), 500)) {
    const marks = batch.map(() => '?').join(', ');
    const streams = await selectStreams(knex).whereRaw(
      // the expression of the index
      `coalesce(name, ref) in (${marks})`,
      batch,
    );
    for (const stream of streams) found.set(stream.ref, stream);
  }
  return found;
}

function checkRef(kind: StreamKind, ref: string) {
  const isRef =
    kind === 'organization'
      ? ref === 'organization'
      : /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(ref) &&
        ref === ref.toLocaleLowerCase('en-US') &&
        ref.length <= 512 &&
        isStorable(ref);
  if (!isRef) {
    throw new InputError(
      `ref: must be ${
        kind === 'organization'
          ? 'organization'
          : 'a full lower-case entity reference, such as component:default/name'
      }, and is ${JSON.stringify(ref)}`,
    );
  }
}
