import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import assert from 'node:assert';
import { completeIntendedUse } from './__testUtils__/exampleEntities';
import { limits, startExample } from './__testUtils__/startExample';
import { eventually, Governance } from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const name = 'Erika Mustermann';
const day = (ahead: number) =>
  new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** What says the name in every text that may say anything. */
const records = (incidentId: string): Record<string, object> => ({
  incident: {
    title: `Leak of ${name}`,
    kind: 'failure',
    severity: 'high',
    status: 'open',
    detected: day(-20),
    what: `${name} saw it.`,
  },
  'corrective-action': {
    title: `Call ${name}`,
    from: { kind: 'incident', recordId: incidentId },
    severity: 'high',
    plan: `Tell ${name}.`,
    owner: 'group:default/lending',
    due: day(-3),
    status: 'open',
  },
  change: {
    kind: 'model',
    title: `Asked for by ${name}`,
    why: `${name} complained.`,
  },
  'intended-use': { ...completeIntendedUse, purpose: `For ${name}.` },
  monitoring: {
    period: { from: day(-9), to: day(-8) },
    source: `Notes of ${name}`,
    drift: {
      found: `${name} found some.`,
      measures: [
        {
          name: `Seen by ${name}`,
          value: 2,
          threshold: 1,
          direction: 'above',
        },
      ],
    },
  },
  'risk-assessment': {
    scenarios: [
      {
        id: 'leak',
        title: `Leak of ${name}`,
        category: 'privacy',
        inherent: {
          likelihood: 4,
          consequence: { individuals: 4, society: 1, business: 1 },
        },
      },
    ],
  },
});

describe.each(databases.eachSupportedId())('what is erased, on %s', id => {
  let knex: Knex;
  let governance: Governance;

  beforeAll(async () => {
    knex = await databases.init(id);
    ({ governance } = await startExample(knex));
  });
  afterAll(async () => {
    await governance.stop();
    await knex.destroy();
  });

  const evaluated = () =>
    eventually(
      async () => (await governance.get('/inventory')).body,
      body => assert.equal(body.waiting, 0),
      10_000,
    );

  /** Every row of every table that says the name, by the table. */
  async function saying(): Promise<Record<string, number>> {
    const tables: string[] =
      id === 'SQLITE_3'
        ? (await knex('sqlite_master').where({ type: 'table' })).map(
            row => row.name,
          )
        : (
            await knex('information_schema.tables').where({
              table_schema: knex.raw('current_schema()'),
            })
          ).map(row => row.table_name);
    const found: Record<string, number> = {};
    for (const table of tables) {
      const rows = (await knex(table)).filter(row =>
        JSON.stringify(row).includes(name),
      );
      if (rows.length > 0) found[table] = rows.length;
    }
    return found;
  }

  it('is in no row of any table, and the ledger and every list hold as before', async () => {
    const written: string[] = [];
    for (const type of Object.keys(records(''))) {
      const data = records(written[0])[type];
      const { status, body } = await governance.post(`${limits}/records`, {
        type,
        data,
      });
      assert.equal(status, 201, JSON.stringify(body));
      written.push(body.recordId);
      // each is judged by itself, so that reasons that quoted it are past by the end
      await evaluated();
    }
    expect(await saying()).toEqual({
      revisions: written.length,
      results: expect.any(Number),
    });
    const states = async () =>
      knex('results').select('id', 'state', 'from_at').orderBy('id');
    const before = await states();

    for (const recordId of written) {
      const { status } = await governance.post(
        `/records/${recordId}/revisions/1/redact`,
        { reason: 'They asked for it.' },
      );
      assert.equal(status, 200);
    }
    await evaluated();
    expect(await saying()).toEqual({});
    // what the results were, and since when, is not touched
    expect((await states()).slice(0, before.length)).toEqual(before);
    expect((await governance.get('/ledger/verify')).body).toMatchObject({
      ok: true,
      problems: [],
    });
    for (const path of [
      limits,
      '/work?scope=all',
      '/risks',
      '/work/calendar',
    ]) {
      const { status, text } = await governance.get(path);
      expect([status, text.includes(name)]).toEqual([200, false]);
    }
  });
});
