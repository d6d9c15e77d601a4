import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Of our own tables. The catalog keeps its migrations in `knex_migrations` of the same database; ours are kept apart from them. */
export const importMigrations = {
  directory: resolvePackagePath(
    'backstage-plugin-catalog-backend-module-ai-system',
    'migrations',
  ),
  tableName: 'ai_system_knex_migrations',
};

/** Brings our tables in the catalog's database up to date, wholly or not at all. Several backends may do it at once. */
export async function migrateImports(knex: Knex): Promise<void> {
  await knex.transaction(async tx => {
    if (knex.client.config.client === 'pg') {
      // knex has a lock of its own, in a table that two backends on an empty database would both make
      await tx.raw(
        "select pg_advisory_xact_lock(hashtextextended('backstage-plugin-catalog-backend-module-ai-system ' || current_schema(), 0))",
      );
    }
    await tx.migrate.latest(importMigrations);
  });
}
