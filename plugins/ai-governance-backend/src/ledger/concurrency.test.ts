import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { databaseClock } from '../database/clock';
import { migrate } from '../database/migrate';
import { DatabaseLedger } from './DatabaseLedger';
import { Append, Revision, Stream } from './Ledger';
import { StaleRevisionError } from './StaleRevisionError';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const ref = 'aisystem:default/card-limits';

const entry = (title: string): Append => ({
  type: 'change',
  data: { kind: 'model', title, why: 'Both at once' },
  author: 'user:default/dana.k',
});

// SQLite has one backend, and its pool of one is no concurrency.
describe.each(databases.eachSupportedId())('two backends on one %s', id => {
  const pools: Knex[] = [];
  const ledgers: DatabaseLedger[] = [];

  beforeAll(async () => {
    const first = await databases.init(id);
    const { client, connection } = first.client.config;
    const second = knexFactory({ client, connection, pool: { max: 10 } });
    pools.push(first, second);
    // on an empty database, several times: each table is made once
    await Promise.all([...pools, ...pools, ...pools].map(migrate));
    await Promise.all(pools.map(migrate));
    ledgers.push(...pools.map(knex => DatabaseLedger.create({ knex })));
  });

  afterAll(async () => pools[1]?.destroy());

  it('make one stream of one ref', async () => {
    const made = await Promise.all(
      [...ledgers, ...ledgers, ...ledgers].map(ledger =>
        ledger.ensureStream('subject', ref),
      ),
    );
    expect(new Set(made.map(stream => stream.id)).size).toBe(1);
    expect(await ledgers[0].verify()).toMatchObject({ ok: true, streams: 1 });
  });

  describe('at one stream', () => {
    let stream: Stream;

    beforeEach(async () => {
      stream = await ledgers[0].ensureStream(
        'subject',
        `${ref}-${Math.random()}`,
      );
    });

    it('append without fork or gap, and verification raises no alarm meanwhile', async () => {
      let writing = true;
      const alarms = (async () => {
        let verified = 0;
        for (; writing; verified++)
          expect((await ledgers[0].verify()).problems).toEqual([]);
        return verified;
      })();
      const appended = await Promise.all(
        Array.from({ length: 8 }, async (_, writer) => {
          const mine: Revision[] = [];
          for (let i = 0; i < 15; i++)
            mine.push(
              await ledgers[writer % 2].append(
                stream.id,
                entry(`${writer}.${i}`),
              ),
            );
          return mine;
        }),
      ).finally(() => {
        writing = false;
      });
      expect(await alarms).toBeGreaterThan(0);

      const rows = appended.flat().sort((a, b) => a.seq - b.seq);
      expect(rows.map(r => r.seq)).toEqual(rows.map((_, i) => i + 1));
      rows.slice(1).forEach((row, i) => {
        expect(row.previousHash).toBe(rows[i].hash);
        expect(row.recordedAt > rows[i].recordedAt).toBe(true);
      });
      // every writer's own in its own order, none lost
      expect(await ledgers[1].records(stream.id)).toEqual(rows);
      expect((await ledgers[1].verify()).problems).toEqual([]);
    });

    it('give each revision of a document to one author, and show the head to the others', async () => {
      const write = (ledger: DatabaseLedger, text: string, base?: number) =>
        ledger.append(stream.id, {
          type: 'intended-use',
          data: { purpose: text },
          author: 'user:default/dana.k',
          baseRevision: base,
        });
      const won: Revision[] = [];
      for (let round = 0; round < 10; round++) {
        const base = won.at(-1)?.revision;
        const results = await Promise.allSettled(
          [0, 1, 2, 3, 4, 5].map(author =>
            write(ledgers[author % 2], `${round} by ${author}`, base),
          ),
        );
        const winners = results.flatMap(r =>
          r.status === 'fulfilled' ? [r.value] : [],
        );
        expect(winners).toHaveLength(1);
        const losers = results.flatMap(r =>
          r.status === 'rejected' ? [r.reason] : [],
        );
        for (const loser of losers) {
          expect(loser).toBeInstanceOf(StaleRevisionError);
          expect(loser.head).toEqual(winners[0]);
        }
        won.push(winners[0]);
      }
      const kept = await ledgers[0].revisions(won[0].recordId);
      expect(kept.reverse()).toEqual(
        won.map(r => ({ ...r, streamRef: stream.ref })),
      );
    });

    it('redact a revision once', async () => {
      const { recordId } = await ledgers[0].append(stream.id, entry('Jo Doe'));
      const results = await Promise.allSettled(
        Array.from({ length: 6 }, (_, i) =>
          ledgers[i % 2].redact(recordId, 1, {
            author: 'user:default/dana.k',
            reason: 'Names a person',
          }),
        ),
      );
      expect(results.filter(r => r.status === 'fulfilled')).toHaveLength(1);
      const losers = results.flatMap(r =>
        r.status === 'rejected' ? [r.reason.name] : [],
      );
      expect(losers).toEqual(Array(5).fill('ConflictError'));
      expect((await ledgers[1].verify()).problems).toEqual([]);
    });

    it('read the same as of an instant, also with appends in flight then', async () => {
      const reads: [string, Revision[]][] = [];
      let writing = true;
      const reader = (async () => {
        while (writing) {
          const asOf = await databaseClock(pools[0]);
          reads.push([asOf, await ledgers[0].records(stream.id, { asOf })]);
        }
      })();
      await Promise.all(
        Array.from({ length: 6 }, async (_, writer) => {
          for (let i = 0; i < 15; i++)
            await ledgers[writer % 2].append(
              stream.id,
              entry(`${writer}.${i}`),
            );
        }),
      ).finally(() => {
        writing = false;
      });
      await reader;
      expect(reads.length).toBeGreaterThan(5);
      for (const [asOf, records] of reads)
        expect(await ledgers[1].records(stream.id, { asOf })).toEqual(records);
    });
  });
});
