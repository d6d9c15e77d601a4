import { Knex } from 'knex';
import { PinnedHead } from './MerkleRoot';

const rowsAtOnce = 1000;

/** The heads that moved with a checkpoint, in the order of their streams, a page at a time. */
export async function* movedHeads(
  knex: Knex,
  checkpoint: number,
): AsyncGenerator<PinnedHead> {
  yield* pagesOf(() =>
    knex('checkpoint_heads as pinned').where({ checkpoint }),
  );
}

/** The heads of all streams as a checkpoint has them, in the order of the streams, a page at a time. */
export async function* headsAt(
  knex: Knex,
  checkpoint: number,
): AsyncGenerator<PinnedHead> {
  yield* pagesOf(() =>
    knex('checkpoint_heads as pinned').where(
      'pinned.checkpoint',
      knex('checkpoint_heads as other')
        .whereRaw('other.stream_id = pinned.stream_id')
        .where('other.checkpoint', '<=', checkpoint)
        .max('other.checkpoint'),
    ),
  );
}

/** The present heads of all streams, in the order of the streams, a page at a time. */
export async function* presentHeads(knex: Knex): AsyncGenerator<PinnedHead> {
  yield* pagesOf(() => knex('heads as pinned'));
}

async function* pagesOf(
  query: () => Knex.QueryBuilder,
): AsyncGenerator<PinnedHead> {
  let last: PinnedHead | undefined;
  do {
    const rows: PinnedHead[] = await query()
      .where('pinned.stream_id', '>', last?.streamId ?? '')
      .orderBy('pinned.stream_id')
      .limit(rowsAtOnce)
      .select({
        streamId: 'pinned.stream_id',
        seq: 'pinned.seq',
        hash: 'pinned.hash',
      });
    yield* rows;
    last = rows.length === rowsAtOnce ? rows.at(-1) : undefined;
  } while (last);
}
