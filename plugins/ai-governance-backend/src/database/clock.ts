import { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { Instant, instant } from 'backstage-plugin-ai-governance-common';

/** Tells the time. The database's own clock is the one that all backends share; tests move theirs. */
export type Clock = (knex: Knex | Knex.Transaction) => Promise<Instant>;

/** An expression that reads the database's clock within another query, whose value `databaseInstant` reads. */
export const databaseNow = (knex: Knex | Knex.Transaction): string =>
  isPostgres(knex)
    ? // clock_timestamp: now() stands still within a transaction
      'floor(extract(epoch from clock_timestamp()) * 1000)::bigint'
    : "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

/** PostgreSQL gives the milliseconds, SQLite the instant. */
export const databaseInstant = (value: string): Instant =>
  value.endsWith('Z') ? value : instant(Number(value));

/** The clock of the database, in whole milliseconds (cut off, never rounded up). */
export const databaseClock: Clock = async knex => {
  const now = databaseNow(knex);
  if (isPostgres(knex)) {
    const { rows } = await knex.raw(`select ${now} as now`);
    return databaseInstant(rows[0].now);
  }
  const [row] = await knex.raw(`select ${now} as now`);
  return databaseInstant(row.now);
};
