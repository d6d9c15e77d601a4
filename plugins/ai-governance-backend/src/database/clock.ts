import { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { Instant, instant } from 'backstage-plugin-ai-governance-common';

/** Tells the time. The database's own clock is the one that all backends share; tests move theirs. */
export type Clock = (knex: Knex | Knex.Transaction) => Promise<Instant>;

/** The clock of the database, in whole milliseconds (cut off, never rounded up). */
export const databaseClock: Clock = async knex => {
  if (isPostgres(knex)) {
    // clock_timestamp: now() stands still within a transaction
    const { rows } = await knex.raw(
      'select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as ms',
    );
    return instant(Number(rows[0].ms));
  }
  const [row] = await knex.raw(
    "select strftime('%Y-%m-%dT%H:%M:%fZ', 'now') as now",
  );
  return row.now;
};
