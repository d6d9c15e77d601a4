import { TestDatabases } from '@backstage/backend-test-utils';
import createKnex, { Knex } from 'knex';
import assert from 'node:assert';
import { exampleEntities } from './__testUtils__/exampleEntities';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';
import { TcpProxy } from './__testUtils__/TcpProxy';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const limits = '/subjects/aisystem/default/card-limits';
/** How long the database is gone, in milliseconds. */
const gone = Number(process.env.OUTAGE_MS ?? 2000);

describe.each(databases.eachSupportedId())(
  'a backend whose %s goes away',
  id => {
    let direct: Knex;
    let through: Knex;
    let proxy: TcpProxy;
    let governance: Governance;

    const drained = () =>
      eventually(
        () => direct('work').select('subject_id', 'last_error'),
        rows => assert.deepEqual(rows, []),
        20_000,
      );
    beforeAll(async () => {
      direct = await databases.init(id);
      const { client, connection } = direct.client.config;
      const { host, port, user, password, database } = connection;
      proxy = await TcpProxy.start({ host, port: Number(port) });
      through = createKnex({
        client,
        connection: {
          ...{ host: '127.0.0.1', port: proxy.port },
          ...{ user, password, database },
        },
        pool: { min: 0, max: 4 },
        acquireConnectionTimeout: 2000,
      });
      governance = await startGovernance({
        knex: through,
        catalog: new TestCatalog(exampleEntities()),
      });
      await governance.sweep();
      await drained();
    });
    afterAll(async () => {
      proxy.delay = 0;
      await governance.stop();
      await through.destroy();
      await proxy.cut();
    });

    const change = (title: string) =>
      governance.post(`${limits}/records`, {
        type: 'change',
        data: { kind: 'model', title, why: 'Because.' },
      });
    const kept = async (): Promise<string[]> =>
      (await direct('revisions').where({ type: 'change' }).pluck('data')).map(
        data => JSON.parse(data).title,
      );
    const works = () =>
      eventually(
        () => governance.get('/subjects'),
        ({ status, body }) =>
          assert.deepEqual([status, body.totalItems], [200, 4]),
        10_000,
      );

    it('says so, and is back by itself with all that it had acknowledged', async () => {
      const acknowledged: string[] = [];
      const statuses = new Set<number>();
      let writing = true;
      const writer = (async () => {
        for (let i = 0; writing; i++) {
          const { status } = await change(`during ${i}`);
          statuses.add(status);
          if (status === 201) acknowledged.push(`during ${i}`);
        }
      })();
      await eventually(
        async () => acknowledged.length,
        n => assert(n > 2),
        10_000,
      );
      await proxy.cut();
      const until = Date.now() + gone;
      do {
        const { status, body, headers, text } = await governance.get(
          '/subjects',
        );
        expect([status, body.error.name]).toEqual([
          503,
          'ServiceUnavailableError',
        ]);
        expect(body.error.message).toContain('The database cannot be used now');
        expect(headers['retry-after']).toBe('5');
        // neither a query nor where the database is
        expect(text).not.toMatch(/select|127\.0\.0\.1|ECONN/);
        await new Promise(done => setTimeout(done, 100));
      } while (Date.now() < until);
      await proxy.restore();
      await works();
      const before = acknowledged.length;
      await eventually(
        async () => acknowledged.length,
        n => assert(n > before + 2),
        10_000,
      );
      writing = false;
      await writer;
      expect([...statuses].sort()).toEqual([201, 503]);
      const titles = await kept();
      expect(new Set(titles).size).toBe(titles.length);
      expect(titles).toEqual(expect.arrayContaining(acknowledged));
      expect((await governance.get('/ledger/verify')).body.problems).toEqual(
        [],
      );
      // what was marked before and after is evaluated; what was being evaluated as the connection broke, once its lease has run out, which is not waited for
      await direct('work').update({ lease_until: '2000-01-01T00:00:00.000Z' });
      await drained();
    });

    it('goes on, slowly, when it is slow', async () => {
      proxy.delay = 60;
      expect((await change('slow')).status).toBe(201);
      proxy.delay = 0;
      await drained();
    });

    it('says so when all connections are taken, and takes them up again', async () => {
      const held = await Promise.all(
        Array.from({ length: 4 }, () => through.transaction()),
      );
      const { status, body } = await governance.get('/subjects');
      expect([status, body.error.message]).toEqual([
        503,
        expect.stringContaining('too busy'),
      ]);
      await Promise.all(held.map(tx => tx.rollback()));
      await works();
    });

    it('goes on when the server ends its connections', async () => {
      const { database } = through.client.config.connection;
      await direct.raw(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = ? and pid <> pg_backend_pid()',
        [database],
      );
      await works();
      expect((await change('after the end')).status).toBe(201);
      await direct('work').update({ lease_until: '2000-01-01T00:00:00.000Z' });
      await drained();
    });
  },
);
