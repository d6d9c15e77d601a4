import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';

/** A database that several processes open. */
export interface Place {
  /** What a process needs to open it. */
  config: Knex.Config;
  /** Looks at it with a pool of its own. */
  look<T>(read: (knex: Knex) => Promise<T>): Promise<T>;
}

/** @param folder - for the file of SQLite */
export const places = (
  databases: TestDatabases,
  folder: string,
): Record<string, () => Promise<Place>> => ({
  'on PostgreSQL': async () => {
    const knex = await databases.init('POSTGRES_18');
    const { client, connection } = knex.client.config;
    // knex hides the password from JSON
    const { password } = connection;
    return place({ client, connection: { ...connection, password } });
  },
  'on a file of SQLite': async () =>
    place({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'ai-governance.sqlite') },
      useNullAsDefault: true,
    }),
});

function place(config: Knex.Config): Place {
  return {
    config,
    async look(read) {
      const knex = knexFactory(config);
      try {
        return await read(knex);
      } finally {
        await knex.destroy();
      }
    },
  };
}
