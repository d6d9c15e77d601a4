import { Knex } from 'knex';

/** Whether it is PostgreSQL; otherwise it is SQLite. */
export const isPostgres = (knex: Knex): boolean =>
  knex.client.config.client === 'pg';
