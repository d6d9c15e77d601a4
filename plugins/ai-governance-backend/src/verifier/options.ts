import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Knex } from 'knex';

export const usage = `ai-governance-ledger: holds the ledger of AI governance against its checkpoints.

  ai-governance-ledger verify --database <where> [--checkpoint <file>] [--public-key <key>] [--state <file>]
  ai-governance-ledger checkpoint --database <where> [--number <n>]

verify walks every row, and says what is not as it was written. It only reads.
  --database    A file of SQLite, or postgresql://user:password@host:port/database of the plugin.
                The password may be left out and given as PGPASSWORD.
  --schema      Schema of PostgreSQL, where the plugins share one database: ai-governance.
  --checkpoint  What was kept elsewhere: a download of one checkpoint, or a file of them as
                aiGovernance.checkpoints.file writes it. Without it the checkpoints in the database are
                used: then a change by who replaced these, too, is not found.
  --public-key  The key that must have signed, as publicKey of a checkpoint that is trusted.
  --state       File that says how far it got: a run that was stopped goes on from there.

checkpoint writes one that the database has, the last or the one of that number, with the ends of all
streams, as lines of JSON.

Ends with 0: all is as it was written; 1: it is not; 2: it could not be told; 3: it was stopped before
the end, and --state has how far it got.
`;

export interface Options {
  command: 'verify' | 'checkpoint';
  database: string;
  schema?: string;
  checkpoint?: string;
  publicKey?: string;
  state?: string;
  number?: number;
}

/** @throws Error that says what is wrong with the arguments */
export function parseOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      database: { type: 'string' },
      schema: { type: 'string' },
      checkpoint: { type: 'string' },
      'public-key': { type: 'string' },
      state: { type: 'string' },
      number: { type: 'string' },
    },
  });
  if (values.help) return 'help';
  const [command, ...more] = positionals;
  if ((command !== 'verify' && command !== 'checkpoint') || more.length > 0)
    throw new Error('Say what to do: verify or checkpoint; --help tells more');
  if (!values.database) throw new Error('--database: must be given');
  const number =
    values.number === undefined ? undefined : Number(values.number);
  if (number !== undefined && !(Number.isInteger(number) && number > 0))
    throw new Error('--number: must be that of a checkpoint, such as 12');
  const { database, schema, checkpoint, state } = values;
  return {
    command,
    database,
    schema,
    checkpoint,
    state,
    publicKey: values['public-key'],
    number,
  };
}

/** @throws Error when there is no such file */
export function connectionOf({ database, schema }: Options): Knex.Config {
  if (/^postgres(ql)?:\/\//.test(database)) {
    return {
      client: 'pg',
      connection: { connectionString: database } as Knex.PgConnectionConfig,
      searchPath: schema ? [schema] : undefined,
      pool: { min: 0, max: 1 },
    };
  }
  if (!existsSync(database))
    throw new Error(`--database: there is no file ${database}`);
  return {
    client: 'better-sqlite3',
    connection: { filename: database, options: { readonly: true } } as object,
    useNullAsDefault: true,
  };
}
