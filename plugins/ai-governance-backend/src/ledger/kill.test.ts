import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import knexFactory, { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { DatabaseLedger } from './DatabaseLedger';
import { Revision } from './Ledger';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const kills = 10;
const seed = 42001;

/** A process that is loaded, and begins to append when it is told where. */
class Appender {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #errors = '';

  constructor() {
    this.#child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '__testUtils__/appendForever.ts'),
      ],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    this.#child.stderr!.on('data', chunk => {
      this.#errors += chunk;
    });
    this.#lines = createInterface({ input: this.#child.stdout! })[
      Symbol.asyncIterator
    ]();
  }

  /** Lets it append, and kills it `micros` microseconds after its acknowledgement number `after`. */
  async killed(config: object, after: number, micros: number) {
    const exited = once(this.#child, 'exit');
    await this.#lines.next(); // ready
    this.#child.stdin!.write(`${JSON.stringify(config)}\n`);
    const acknowledged: Revision[] = [];
    while (acknowledged.length < after) {
      const { done, value } = await this.#lines.next();
      if (done) throw new Error(`It ended by itself:\n${this.#errors}`);
      acknowledged.push(JSON.parse(value));
    }
    const until = process.hrtime.bigint() + BigInt(micros * 1000);
    while (process.hrtime.bigint() < until);
    this.#child.kill('SIGKILL');
    for (;;) {
      const { done, value } = await this.#lines.next();
      if (done) break;
      acknowledged.push(JSON.parse(value));
    }
    const [, signal] = await exited;
    if (signal !== 'SIGKILL') throw new Error(`It ended:\n${this.#errors}`);
    return acknowledged;
  }

  end() {
    this.#child.kill('SIGKILL');
  }
}

interface Place {
  /** What a process needs to open it. */
  config: object;
  /** Looks at it with a pool of its own. */
  look<T>(read: (knex: Knex) => Promise<T>): Promise<T>;
}

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

describe('a process that is killed while it appends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const places: Record<string, () => Promise<Place>> = {
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
        connection: { filename: join(folder, 'ledger.sqlite') },
        useNullAsDefault: true,
      }),
  };

  it.each(Object.entries(places))(
    `${kills} times, %s: everything acknowledged is there, and the chain verifies`,
    async (_, open) => {
      const { config, look } = await open();
      await look(migrate);
      const points = fc.sample(
        fc.record({ after: fc.nat(30), micros: fc.nat(6000) }),
        { seed, numRuns: kills },
      );
      const acknowledged: Revision[] = [];
      let next = new Appender();
      try {
        for (const { after, micros } of points) {
          const appender = next;
          next = new Appender(); // loads meanwhile
          acknowledged.push(...(await appender.killed(config, after, micros)));
          await look(async knex => {
            const { problems, revisions } = await DatabaseLedger.create({
              knex,
            }).verify();
            expect(problems).toEqual([]);
            expect(revisions).toBeGreaterThanOrEqual(acknowledged.length);
            const kept = new Map<string, string | null>(
              (await knex('revisions').select('hash', 'data')).map(row => [
                row.hash,
                row.data,
              ]),
            );
            const redacted = new Set(
              acknowledged
                .filter(r => r.type === 'redaction')
                .map(r => JSON.parse(r.data!).recordId),
            );
            for (const { hash, data, recordId } of acknowledged) {
              expect(kept.has(hash)).toBe(true);
              // a redaction may have been done, and the process killed before it could say so
              expect(redacted.has(recordId) ? [null] : [data, null]).toContain(
                kept.get(hash),
              );
            }
          });
        }
      } finally {
        next.end();
      }
      expect(acknowledged.length).toBeGreaterThan(kills);
    },
  );
});
