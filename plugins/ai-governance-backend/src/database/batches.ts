/** Rows or values of one statement: below what SQLite takes as one compound insert, and its number of variables. */
const size = 200;

/** The items in groups that one statement can take, in their order. */
export function* batches<T>(
  items: readonly T[],
  of: number = size,
): Generator<T[]> {
  for (let i = 0; i < items.length; i += of) yield items.slice(i, i + of);
}
