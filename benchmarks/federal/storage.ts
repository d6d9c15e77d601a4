import { Knex } from 'knex';
import { join } from 'node:path';
import { batches } from '../../plugins/ai-governance-backend/src/database/batches';
import { migrate } from '../../plugins/ai-governance-backend/src/database/migrate';
import { connect, startDatabases } from '../database';
import { folder } from './portal';

/** What one table takes, with its indexes. */
interface TableSize {
  table: string;
  rows: number;
  sqlite: number;
  postgres: number;
}

const isOwn = (name: string) => !/^(sqlite_|knex_|backstage_)/.test(name);

async function tablesOf(sqlite: Knex): Promise<string[]> {
  const rows: { name: string }[] = await sqlite('sqlite_master')
    .where('type', 'table')
    .select('name')
    .orderBy('name');
  return rows.map(({ name }) => name).filter(isOwn);
}

/** Row for row into a PostgreSQL that the plugin's own migrations have made. */
async function copy(sqlite: Knex, postgres: Knex, tables: readonly string[]) {
  await postgres.transaction(async tx => {
    // the same rows in whatever order
    await tx.raw('set local session_replication_role = replica');
    for (const table of tables) {
      const types = await tx(table).columnInfo();
      const rows = await sqlite(table).select('*');
      const fitting = rows.map((row: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            value !== null && types[column]?.type === 'boolean'
              ? Boolean(value)
              : value,
          ]),
        ),
      );
      await tx(table).del();
      for (const some of batches(fitting)) await tx(table).insert(some);
    }
  });
  await postgres.raw('vacuum full analyze');
}

/**
 * What the made-up year takes on both databases: the SQLite file as the portal has left it, and a PostgreSQL with the same rows.
 *
 * @returns a Markdown table, in bytes for each AI system
 */
export async function storage(): Promise<string> {
  const databases = await startDatabases();
  const sqlite = connect({
    kind: 'sqlite',
    connection: join(folder(), 'ai-governance.sqlite'),
  });
  const postgres = connect(await databases.fresh('postgres', 'storage'));
  try {
    await migrate(postgres);
    const tables = await tablesOf(sqlite);
    await copy(sqlite, postgres, tables);
    const [{ subjects }] = await sqlite('subjects').count({ subjects: '*' });
    const sizes: TableSize[] = [];
    for (const table of tables) {
      const [{ rows }] = await sqlite(table).count({ rows: '*' });
      const [{ bytes }] = await sqlite.raw(
        `select sum(pgsize) as bytes from dbstat where name in
          (select name from sqlite_master where tbl_name = ?)`,
        [table],
      );
      const found = await postgres.raw(
        'select pg_total_relation_size(?::regclass)::bigint as bytes',
        [`"${table}"`],
      );
      sizes.push({
        table,
        rows: Number(rows),
        sqlite: Number(bytes),
        postgres: Number(found.rows[0].bytes),
      });
    }
    return storageTable(sizes, Number(subjects));
  } finally {
    await sqlite.destroy();
    await postgres.destroy();
    await databases.stop();
  }
}

function storageTable(sizes: readonly TableSize[], subjects: number): string {
  const sum = (of: 'rows' | 'sqlite' | 'postgres') =>
    sizes.reduce((total, size) => total + size[of], 0);
  const each = (n: number) => String(Math.round(n / subjects));
  const lines = [...sizes]
    .filter(({ rows }) => rows >= subjects / 10)
    .sort((a, b) => b.postgres - a.postgres);
  const rest = sizes.filter(size => !lines.includes(size));
  const restOf = (of: 'rows' | 'sqlite' | 'postgres') =>
    rest.reduce((total, size) => total + size[of], 0);
  const row = (
    name: string,
    of: { rows: number; sqlite: number; postgres: number },
  ) =>
    `| ${name} | ${(of.rows / subjects).toFixed(1)} | ${each(
      of.sqlite,
    )} | ${each(of.postgres)} |`;
  return [
    `| table | rows | SQLite | PostgreSQL 18 |`,
    `| --- | --: | --: | --: |`,
    ...lines.map(size => row(`\`${size.table}\``, size)),
    row(`${rest.length} others`, {
      rows: restOf('rows'),
      sqlite: restOf('sqlite'),
      postgres: restOf('postgres'),
    }),
    row('**all**', {
      rows: sum('rows'),
      sqlite: sum('sqlite'),
      postgres: sum('postgres'),
    }),
  ].join('\n');
}
