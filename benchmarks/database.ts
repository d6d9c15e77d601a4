import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex, { Knex } from 'knex';

export type DatabaseKind = 'sqlite' | 'postgres';

/** How to reach one database; passed to the process that is measured. */
export interface Place {
  kind: DatabaseKind;
  /** A file, or a connection string. */
  connection: string;
}

/** Connects as Backstage's own database service does. */
export function connect({ kind, connection }: Place): Knex {
  if (kind === 'postgres') {
    return createKnex({ client: 'pg', connection, pool: { min: 0, max: 10 } });
  }
  return createKnex({
    client: 'better-sqlite3',
    connection: { filename: connection },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (raw: any, done: (error?: Error) => void) => {
        raw.pragma('foreign_keys = ON');
        done();
      },
    },
  });
}

export interface Databases {
  /** An empty database. */
  fresh(kind: DatabaseKind, name: string): Promise<Place>;
  /** Of the PostgreSQL server itself; for a peer that makes its own. */
  postgresUrl: string;
  stop(): Promise<void>;
}

/** A PostgreSQL 18 with its default durability (fsync on), and a folder for SQLite files. */
export async function startDatabases(): Promise<Databases> {
  const { startPostgres } = await import('../scripts/jest-postgres.mjs');
  const postgres = await startPostgres({ durable: true });
  const dir = mkdtempSync(join(tmpdir(), 'ai-governance-benchmark-'));
  return {
    postgresUrl: postgres.url,
    async fresh(kind, name) {
      if (kind === 'sqlite') {
        return { kind, connection: join(dir, `${name}.sqlite`) };
      }
      const admin = connect({ kind, connection: postgres.url });
      try {
        await admin.raw('create database ??', [name]);
      } finally {
        await admin.destroy();
      }
      return {
        kind,
        connection: postgres.url.replace(/\/postgres$/, `/${name}`),
      };
    },
    async stop() {
      await postgres.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
