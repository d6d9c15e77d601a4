import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

export const migrationsDir = resolvePackagePath(
  'backstage-plugin-ai-governance-backend',
  'migrations',
);

/**
 * Brings the database up to date, wholly or not at all: in one transaction, so that a killed process leaves no half and no lock behind.
 * Several backends may do it at once on one PostgreSQL.
 */
export async function migrate(knex: Knex): Promise<void> {
  await knex.transaction(async tx => {
    if (isPostgres(knex)) {
      // knex has a lock of its own, in a table that two backends on an empty database would both make
      await tx.raw(
        "select pg_advisory_xact_lock(hashtextextended('backstage-plugin-ai-governance-backend ' || current_schema(), 0))",
      );
    }
    await tx.migrate.latest({ directory: migrationsDir });
  });
}
