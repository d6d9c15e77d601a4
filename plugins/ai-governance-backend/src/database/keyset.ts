import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { z } from 'zod';

/** One column of an order. Its expression is never null, so that every row has a place. */
export interface KeysetColumn {
  sql: string;
  value: 'text' | 'integer' | 'real';
  direction: 'asc' | 'desc';
}

/** An order whose last column is unique, and how the rows tell their place in it. */
export interface Keyset {
  /** Names the order in cursors: one of another order is refused. */
  name: string;
  columns: readonly KeysetColumn[];
}

/** Where a row stands in an order: one value a column. */
export type Place = readonly (string | number)[];

const cursorSchema = z.strictObject({
  order: z.string(),
  after: z.array(z.union([z.string(), z.number()])),
});
const columnSchemas = {
  text: z.string().refine(s => !s.includes('\0')),
  integer: z.int32(),
  real: z.number(),
};

const placeColumn = (index: number) => `place_${index}`;

/** Orders a query, and adds the columns that `placeOf` reads. */
export function orderByKeyset(query: Knex.QueryBuilder, keyset: Keyset) {
  keyset.columns.forEach(({ sql, direction }, index) => {
    query.select(query.client.raw(`${sql} as ${placeColumn(index)}`));
    query.orderByRaw(`${sql} ${direction}`);
  });
}

/** Leaves only what comes after a place. */
export function afterPlace(
  query: Knex.QueryBuilder,
  keyset: Keyset,
  place: Place,
) {
  // a > A or (a = A and (b > B or (b = B and …)))
  const { sql, bindings } = keyset.columns.reduceRight<{
    sql: string;
    bindings: (string | number)[];
  }>(
    (rest, column, index) => {
      const beyond = column.direction === 'asc' ? '>' : '<';
      const value = place[index];
      return {
        sql: rest.sql
          ? `(${column.sql} ${beyond} ? or (${column.sql} = ? and ${rest.sql}))`
          : `${column.sql} ${beyond} ?`,
        bindings: rest.sql
          ? [value, value, ...rest.bindings]
          : [value, ...rest.bindings],
      };
    },
    { sql: '', bindings: [] },
  );
  query.whereRaw(sql, bindings);
}

/** The place of a row that was read through `orderByKeyset`. */
export const placeOf = (keyset: Keyset, row: Record<string, any>): Place =>
  keyset.columns.map((_, index) => row[placeColumn(index)]);

/** Opaque to clients: base64url of JSON. */
export const cursorOf = (keyset: Keyset, place: Place): string =>
  Buffer.from(JSON.stringify({ order: keyset.name, after: place })).toString(
    'base64url',
  );

/**
 * The place that a cursor names.
 *
 * @throws InputError when it was not made by `cursorOf` for the same order
 */
export function placeOfCursor(keyset: Keyset, cursor: string): Place {
  const { order, after } = parse(cursor);
  if (order !== keyset.name) {
    throw new InputError(
      `cursor: it belongs to a list ordered by ${order}, and this one is ordered by ${keyset.name}. Start from the first page.`,
    );
  }
  const fits =
    after.length === keyset.columns.length &&
    keyset.columns.every(
      (column, index) =>
        columnSchemas[column.value].safeParse(after[index]).success,
    );
  if (!fits) throw notOurs();
  return after;
}

function parse(cursor: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
  } catch {
    throw notOurs();
  }
}

function notOurs() {
  return new InputError(
    'cursor: it is not one that this list gave out. Take `nextCursor` of the page before, or start from the first page.',
  );
}
