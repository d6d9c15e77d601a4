import { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { batches } from './batches';

type Value = string | number | null;

const isNumber = (rows: readonly Record<string, Value>[], column: string) =>
  rows.some(row => typeof row[column] === 'number');

/**
 * Inserts rows that all have the same columns: texts and whole numbers. PostgreSQL takes each column as one value, and what all rows have in
 * common once: on its side that costs half of what a value for each field does.
 */
export async function insertRows(
  tx: Knex | Knex.Transaction,
  table: string,
  rows: readonly object[],
  options: { /** Leaves out those whose key is there. */ ignore?: true } = {},
): Promise<void> {
  if (!isPostgres(tx)) {
    for (const batch of batches(rows)) {
      const query = tx(table).insert(batch);
      await (options.ignore ? query.onConflict().ignore() : query);
    }
    return;
  }
  for (const batch of batches(rows, 10_000)) {
    await insertColumns(
      tx,
      table,
      batch as Record<string, Value>[],
      options.ignore ? 'on conflict do nothing' : '',
    );
  }
}

async function insertColumns(
  tx: Knex | Knex.Transaction,
  table: string,
  rows: readonly Record<string, Value>[],
  suffix: string,
) {
  const columns = Object.keys(rows[0]);
  const same = new Set(
    columns.filter(c => rows.every(row => row[c] === rows[0][c])),
  );
  // a function in the list needs one column at least
  if (same.size === columns.length) same.delete(columns[0]);
  const differing = columns.filter(c => !same.has(c));
  const marks = (of: readonly string[], mark: string) =>
    of.map(() => mark).join(', ');
  await tx.raw(
    `insert into ?? (${marks(columns, '??')})
     select ${[...differing.map(() => '??'), ...[...same].map(() => '?')]}
     from unnest(${differing.map(
       c => `?::${isNumber(rows, c) ? 'int8' : 'text'}[]`,
     )}) as r(${marks(differing, '??')})
     ${suffix}`,
    [
      table,
      ...differing,
      ...same,
      ...differing,
      ...[...same].map(c => rows[0][c]),
      ...differing.map(c => arrayOf(rows, c)),
      ...differing,
    ],
  );
}

const special = /["\\]/;

/** A column as PostgreSQL reads an array: https://www.postgresql.org/docs/18/arrays.html#ARRAYS-IO */
function arrayOf(rows: readonly Record<string, Value>[], column: string) {
  const items = rows.map(row => {
    const value = row[column];
    if (value === null) return 'NULL';
    if (typeof value === 'number') return value;
    return special.test(value)
      ? `"${value.replace(/["\\]/g, '\\$&')}"`
      : `"${value}"`;
  });
  return `{${items.join(',')}}`;
}
