import { TestDatabases } from '@backstage/backend-test-utils';
import { instant } from 'backstage-plugin-ai-governance-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { emptyLedger, histories, History } from './__testUtils__/history';
import { DatabaseLedger } from './DatabaseLedger';
import { Revision } from './Ledger';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('as-of reads on %s', id => {
  let knex: Knex;
  let now: number;
  let ledger: DatabaseLedger;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    ledger = DatabaseLedger.create({ knex, clock: async () => instant(now) });
  });

  // The clock often stands still between steps: the ledger's instants then run ahead of it.
  it('give at any instant what was read then, but for data erased since', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories({ minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
        async (steps, waits) => {
          await emptyLedger(knex);
          now = Date.parse('2026-11-24T09:00:00.000Z');
          const history = await History.begin(ledger);
          const reads: [string, string, Revision[]][] = [];
          const recorded: string[] = [];
          for (const [i, step] of steps.entries()) {
            const revision = await history.take(step);
            if (revision) recorded.push(revision.recordedAt);
            now += waits[i];
            for (const { id: streamId } of history.streams) {
              const at = instant(now);
              const records = await ledger.records(streamId, { asOf: at });
              reads.push([streamId, at, records]);
            }
          }
          for (const [streamId, at, records] of reads) {
            const again = await ledger.records(streamId, { asOf: at });
            const known = new Map(again.map(r => [r.hash, r]));
            expect(again).toEqual(
              records.map(r => ({
                ...r,
                data: known.get(r.hash)?.data === null ? null : r.data,
              })),
            );
          }
          // once the clock has passed the last row, as of now is the present
          now += 1000;
          for (const { id: streamId } of history.streams) {
            expect(
              await ledger.records(streamId, { asOf: instant(now) }),
            ).toEqual(await ledger.records(streamId));
          }
        },
      ),
      { numRuns: id === 'SQLITE_3' ? 60 : 25 },
    );
  });
});
