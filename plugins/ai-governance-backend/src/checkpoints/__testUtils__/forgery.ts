import { Knex } from 'knex';
import { selectRevisions, toRow } from '../../ledger/revisionRow';
import { rowHash } from '../../ledger/rowHash';

/** Writes a row anew, and all after it, so that every hash fits and the head, too: what somebody does who knows how the ledger works. */
export async function rewrite(
  knex: Knex,
  streamId: string,
  seq: number,
  author: string,
) {
  await knex.transaction(async tx => {
    let previous: string | undefined;
    const rows = await selectRevisions(tx)
      .where('r.stream_id', streamId)
      .where('r.seq', '>=', seq)
      .orderBy('r.seq');
    for (const row of rows) {
      const forged = {
        ...row,
        previousHash: previous ?? row.previousHash,
        author: row.seq === seq ? author : row.author,
      };
      forged.hash = rowHash(forged);
      previous = forged.hash;
      await tx('revisions')
        .where({ stream_id: streamId, seq: row.seq })
        .update(toRow(forged));
    }
    await tx('heads').where({ stream_id: streamId }).update({ hash: previous });
  });
}

/** Cuts the end off, so that nothing in the ledger itself tells. */
export async function cut(knex: Knex, streamId: string, lastKept: number) {
  await knex.transaction(async tx => {
    const gone = (table: string) =>
      tx(table).where({ stream_id: streamId }).where('seq', '>', lastKept);
    await gone('records').delete();
    await gone('revisions').delete();
    const { hash } = await tx('revisions')
      .where({ stream_id: streamId, seq: lastKept })
      .first();
    await tx('heads')
      .where({ stream_id: streamId })
      .update({ seq: lastKept, hash });
  });
}

export async function removeStream(knex: Knex, streamId: string) {
  for (const table of ['records', 'heads', 'revisions'])
    await knex(table).where({ stream_id: streamId }).delete();
  await knex('streams').where({ id: streamId }).delete();
}
