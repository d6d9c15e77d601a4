import { Knex } from 'knex';

/**
 * Does a piece of work wholly or not at all: in a transaction of its own, or at a savepoint of the one that is given,
 * so that a caller who catches the error does not commit a half of it.
 */
export function inTransaction<T>(
  knex: Knex,
  tx: Knex.Transaction | undefined,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return (tx ?? knex).transaction(work);
}
