import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { Revision } from './Ledger';
import { toRow } from './revisionRow';

/**
 * Writes rows of different streams, each after the one that its head has: rows, heads, and the reading of latest revisions. On PostgreSQL it is one
 * statement: three of them would be three ways to the database while the head is locked.
 *
 * @param rows - at most as many as one statement takes, one for each stream
 * @returns whether each head was where its row says, and each record at the revision before
 */
export async function writeRows(
  tx: Knex.Transaction,
  rows: readonly Revision[],
): Promise<boolean> {
  const revisions = tx('revisions').insert(rows.map(toRow));
  const heads = headsMoved(tx, rows);
  const records = recordsKept(tx, rows);
  if (isPostgres(tx)) {
    const parts = [revisions, heads, records].map(part => part.toSQL());
    const [written, moved, kept] = parts.map(part => part.sql);
    const { rows: answer } = await tx.raw(
      `with written as (${written}), moved as (${moved}), kept as (${kept})
       select (select count(*) from moved)::integer as moved, (select count(*) from kept)::integer as kept`,
      parts.flatMap(part => part.bindings),
    );
    return answer[0].moved === rows.length && answer[0].kept === rows.length;
  }
  await revisions;
  const moved: unknown[] = await heads;
  const kept: unknown[] = await records;
  return moved.length === rows.length && kept.length === rows.length;
}

/** Each head moved to its row, if it stands where the row says that the one before is. */
function headsMoved(tx: Knex.Transaction, rows: readonly Revision[]): Knex.Raw {
  return tx.raw(
    `update heads set seq = next.column2, hash = next.column3
     from (values ${rows
       .map(() => '(?, cast(? as integer), ?, ?)')
       .join(', ')}) as next
     where heads.stream_id = next.column1
       and heads.seq = next.column2 - 1 and heads.hash = next.column4
     returning heads.stream_id`,
    rows.flatMap(r => [r.streamId, r.seq, r.hash, r.previousHash]),
  );
}

function recordsKept(
  tx: Knex.Transaction,
  rows: readonly Revision[],
): Knex.QueryBuilder {
  return tx('records')
    .insert(
      rows.map(r => ({
        id: r.recordId,
        stream_id: r.streamId,
        type: r.type,
        seq: r.seq,
        revision: r.revision,
      })),
    )
    .onConflict('id')
    .merge(['seq', 'revision'])
    .whereRaw('records.revision = excluded.revision - 1')
    .returning('id');
}
