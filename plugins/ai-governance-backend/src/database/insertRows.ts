import { Knex } from 'knex';
import { batches } from './batches';
import { isPostgres } from './isPostgres';

type Value = string | number | null;

interface Sent {
  /** SQL of each column. */
  select: string[];
  from: string;
  bindings: { select: Value[]; from: Value[] };
}

const special = /["\\]/;

/** A column as PostgreSQL reads an array: https://www.postgresql.org/docs/18/arrays.html#ARRAYS-IO */
function arrayOf(rows: readonly Record<string, Value>[], column: string) {
  let items = '';
  for (const row of rows) {
    const value = row[column];
    if (items !== '') items += ',';
    if (value === null) items += 'NULL';
    else if (typeof value === 'number') items += value;
    else if (special.test(value)) {
      items += `"${value.replace(/["\\]/g, '\\$&')}"`;
    } else items += `"${value}"`;
  }
  return `{${items}}`;
}

function columnsOf(
  rows: readonly Record<string, Value>[],
  columns: readonly string[],
): Sent {
  const typeOf = (column: string) =>
    rows.some(row => typeof row[column] === 'number') ? 'int8' : 'text';
  return {
    select: columns.map(c => `unnest(?::${typeOf(c)}[])`),
    from: '',
    bindings: { select: columns.map(c => arrayOf(rows, c)), from: [] },
  };
}

const rowsOf = (
  rows: readonly Record<string, Value>[],
  columns: readonly string[],
): Sent => ({
  select: columns.map((_, place) => `json_extract(value, '$[${place}]')`),
  // without a condition, `on conflict` would be read as that of a join
  from: 'from json_each(?) where true',
  bindings: {
    select: [],
    from: [JSON.stringify(rows.map(row => columns.map(c => row[c])))],
  },
});

/**
 * Inserts rows that all have the same columns: texts and whole numbers. However many they are, the statement is the same: PostgreSQL takes each
 * column as one value, SQLite all rows as one, and what all rows have in common is sent once. A value for each field costs both twice as much,
 * and SQLite memory besides.
 */
export async function insertRows(
  tx: Knex | Knex.Transaction,
  table: string,
  rows: readonly object[],
  options: { /** Leaves out those whose key is there. */ ignore?: true } = {},
): Promise<void> {
  // SQLite runs in this process, which does nothing else meanwhile
  const atOnce = isPostgres(tx) ? 10_000 : 1000;
  for (const batch of batches(rows as Record<string, Value>[], atOnce)) {
    const columns = Object.keys(batch[0]);
    const same = columns.filter(c =>
      batch.every(row => row[c] === batch[0][c]),
    );
    // the rows are as many as there are values of a column that is sent whole
    if (same.length === columns.length) same.shift();
    const differing = columns.filter(c => !same.includes(c));
    const { select, from, bindings } = isPostgres(tx)
      ? columnsOf(batch, differing)
      : rowsOf(batch, differing);
    await tx.raw(
      `insert into ?? (${columns.map(() => '??')})
       select ${[...select, ...same.map(() => '?')]} ${from}
       ${options.ignore ? 'on conflict do nothing' : ''}`,
      [
        table,
        ...differing,
        ...same,
        ...bindings.select,
        ...same.map(c => batch[0][c]),
        ...bindings.from,
      ],
    );
  }
}
