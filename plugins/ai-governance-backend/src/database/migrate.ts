import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

export const migrationsDir = resolvePackagePath(
  'backstage-plugin-ai-governance-backend',
  'migrations',
);

export const migrate = (knex: Knex) =>
  knex.migrate.latest({ directory: migrationsDir });
