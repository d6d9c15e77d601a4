import { randomUUID } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import { StreamKind } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { Stream } from './Ledger';
import { genesisHash } from './rowHash';
import { isStorable } from './storableText';

/** The stream of a ref, or undefined. */
export async function findStream(
  knex: Knex,
  ref: string,
): Promise<Stream | undefined> {
  if (!isStorable(ref)) return undefined;
  return await knex('streams').where({ ref }).first('id', 'kind', 'ref');
}

/**
 * The stream of a ref, made with its head if there is none.
 *
 * @throws InputError for a ref that is not in full lower-case form, ConflictError when the ref has a stream of another kind
 */
export async function ensureStream(
  tx: Knex.Transaction,
  clock: Clock,
  kind: StreamKind,
  ref: string,
): Promise<Stream> {
  let stream = await findStream(tx, ref);
  if (!stream) {
    checkRef(kind, ref);
    const origin = { id: randomUUID(), kind, ref, createdAt: await clock(tx) };
    // Another backend may be making it: then this waits for it, inserts nothing, and reads what the other made.
    await tx('streams')
      .insert({ id: origin.id, kind, ref, created_at: origin.createdAt })
      .onConflict('ref')
      .ignore();
    stream = (await findStream(tx, ref))!;
    if (stream.id === origin.id) {
      await tx('heads').insert({
        stream_id: origin.id,
        seq: 0,
        hash: genesisHash(origin),
      });
    }
  }
  if (stream.kind !== kind) {
    throw new ConflictError(
      `The stream of ${ref} is that of a ${stream.kind}, not of a ${kind}`,
    );
  }
  return stream;
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
