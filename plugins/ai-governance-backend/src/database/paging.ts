import { Page } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import {
  afterPlace,
  cursorOf,
  Keyset,
  orderByKeyset,
  placeOf,
  placeOfCursor,
} from './keyset';

/**
 * The rows of a query after a cursor, in the order of a keyset, and the cursor of those that follow.
 *
 * @throws InputError when the cursor is not one of this order
 */
export async function pageOfRows<Row extends Record<string, any>>(
  query: Knex.QueryBuilder,
  keyset: Keyset,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ rows: Row[]; nextCursor?: string }> {
  orderByKeyset(query, keyset);
  if (cursor !== undefined) {
    afterPlace(query, keyset, placeOfCursor(keyset, cursor));
  }
  const rows: Row[] = await query.limit(limit + 1);
  const shown = rows.slice(0, limit);
  return {
    rows: shown,
    ...(rows.length > limit && {
      nextCursor: cursorOf(keyset, placeOf(keyset, shown[limit - 1])),
    }),
  };
}

const exportPage = 500;

/** Every item of a list, for exports. Read in pages, so no transaction is held while it is written out. */
export async function* eachItem<T>(
  page: (place: { limit: number; cursor?: string }) => Promise<Page<T>>,
): AsyncIterable<T> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor }: Page<T> = await page({
      limit: exportPage,
      cursor,
    });
    yield* items;
    cursor = nextCursor;
  } while (cursor !== undefined);
}
