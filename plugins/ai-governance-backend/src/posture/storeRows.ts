import { Knex } from 'knex';
import { batches } from '../database/batches';
import { insertRows } from '../database/insertRows';
import { isOneOf } from '../database/isOneOf';

/**
 * Puts the rows that an evaluation found in the place of those that are stored of the same subjects; what is as it was is not written. The
 * work rows of the subjects must be locked in `tx`.
 */
export async function storeRows<Row extends { subject_id: string }>(
  tx: Knex.Transaction,
  options: {
    table: string;
    columns: readonly (keyof Row & string)[];
    /** The primary key. */
    key: readonly (keyof Row & string)[];
    subjectIds: readonly string[];
    /** All that there are to be of these subjects. */
    wanted: readonly Row[];
  },
): Promise<void> {
  const { table, columns, key, subjectIds, wanted } = options;
  const stored = (await tx(table)
    .where(isOneOf(tx, 'subject_id', subjectIds))
    .select([...columns])) as unknown as Row[];
  const textOf = (row: Row) => JSON.stringify(columns.map(c => row[c]));
  const before = new Set(stored.map(textOf));
  const after = new Set(wanted.map(textOf));
  for (const batch of batches(
    stored.filter(row => !after.has(textOf(row))),
    200,
  )) {
    await tx(table)
      .whereIn(
        [...key],
        batch.map(row => key.map(c => row[c] as string | number)),
      )
      .delete();
  }
  await insertRows(
    tx,
    table,
    wanted.filter(row => !before.has(textOf(row))),
  );
}
