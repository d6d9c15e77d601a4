import { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { Instant } from 'backstage-plugin-ai-governance-common';
import { Clock } from './clock';

/**
 * Reads at one instant: every query of `read` sees the database as it stood when the clock was read.
 * So the parts of an answer agree with each other, and no row can begin after the instant it is asked for.
 */
export async function snapshot<T>(
  knex: Knex,
  clock: Clock,
  read: (tx: Knex, at: Instant) => Promise<T>,
): Promise<T> {
  if (knex.isTransaction) return read(knex, await clock(knex));
  // SQLite knows no levels: with its pool of one nobody writes meanwhile
  const options: Knex.TransactionConfig = isPostgres(knex)
    ? { isolationLevel: 'repeatable read', readOnly: true }
    : {};
  return knex.transaction(async tx => read(tx, await clock(tx)), options);
}
