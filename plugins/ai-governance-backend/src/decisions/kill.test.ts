import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { KilledProcess } from '../__testUtils__/KilledProcess';
import { places } from '../__testUtils__/places';
import { migrate } from '../database/migrate';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const kills = 6;
const seed = 42001;
const asker = () =>
  new KilledProcess(join(__dirname, '__testUtils__/requestForever.ts'));

describe('a process that is killed while it asks and decides', () => {
  const folder = mkdtempSync(join(tmpdir(), 'requests-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(places(databases, folder)))(
    `${kills} times, %s: what waits is what the ledger says nobody has decided`,
    async (_, open) => {
      const { config, look } = await open();
      await look(migrate);
      const points = fc.sample(
        fc.record({ after: fc.nat(30), micros: fc.nat(6000) }),
        { seed, numRuns: kills },
      );
      let waited = 0;
      let next = asker();
      try {
        for (const { after, micros } of points) {
          const current = next;
          next = asker(); // loads meanwhile
          await current.killed(config, after, micros);
          waited += await look(async knex => {
            const latest: { id: string; data: string | null }[] = await knex(
              'records',
            )
              .join('revisions', on =>
                on
                  .on('revisions.stream_id', 'records.stream_id')
                  .andOn('revisions.seq', 'records.seq'),
              )
              .where('records.type', 'approval')
              .select('records.id', 'revisions.data');
            const undecided = latest
              .filter(
                ({ data }) => data && JSON.parse(data).decision === 'requested',
              )
              .map(({ id }) => id);
            const kept: string[] = await knex('open_requests').pluck(
              'record_id',
            );
            expect(kept.sort()).toEqual(undecided.sort());
            return kept.length;
          });
        }
      } finally {
        next.end();
      }
      expect(waited).toBeGreaterThan(0);
    },
  );
});
