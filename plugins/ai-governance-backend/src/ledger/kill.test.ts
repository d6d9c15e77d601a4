import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { KilledProcess } from '../__testUtils__/KilledProcess';
import { places } from '../__testUtils__/places';
import { migrate } from '../database/migrate';
import { DatabaseLedger } from './DatabaseLedger';
import { Revision } from './Ledger';

jest.setTimeout(120_000 + 10_000 * Number(process.env.KILLS ?? 0));

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const kills = Number(process.env.KILLS ?? 10);
const seed = 42001;
const appender = () =>
  new KilledProcess(join(__dirname, '__testUtils__/appendForever.ts'));

describe('a process that is killed while it appends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(places(databases, folder)))(
    `${kills} times, %s: everything acknowledged is there, and the chain verifies`,
    async (_, open) => {
      const { config, look } = await open();
      await look(migrate);
      const points = fc.sample(
        fc.record({ after: fc.nat(30), micros: fc.nat(6000) }),
        { seed, numRuns: kills },
      );
      const acknowledged: Revision[] = [];
      let next = appender();
      try {
        for (const { after, micros } of points) {
          const current = next;
          next = appender(); // loads meanwhile
          const lines = await current.killed(config, after, micros);
          acknowledged.push(...lines.map(line => JSON.parse(line)));
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
