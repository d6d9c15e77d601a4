import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { intendedUse } from '../__testUtils__/startExample';
import {
  as,
  Decisions,
  pathOf,
  person,
  startDecisions,
  system,
} from './__testUtils__/startDecisions';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const approved = { decision: 'approved' };

describe.each(databases.eachSupportedId())('decisions on %s', id => {
  let knex: Knex;
  let on: Decisions;

  beforeAll(async () => {
    knex = await databases.init(id);
    on = await startDecisions(knex, [
      system('stand-in', 'high', 'lending'),
      system('of-two', 'minimal', 'duo'),
      system('risky', 'high', 'lending'),
    ]);
  });
  afterAll(async () => {
    await on.governance.stop();
    await knex.destroy();
  });

  it('are made by a stand-in, within the days that were named and until it is withdrawn', async () => {
    const name = (data: object, more: object = {}) =>
      on.governance.post(
        '/people/default/rita/records',
        {
          type: 'delegation',
          data: {
            to: 'user:sara',
            decisions: ['approval'],
            from: '2026-11-20',
            until: '2026-11-25',
            ...data,
          },
          ...more,
        },
        as('rita'),
      );
    const before = await on.approval('stand-in', 'sara', approved);
    expect(before.status).toBe(403);
    const other = await name({ decisions: ['exemption'] });
    expect(other.status).toBe(201);
    expect((await on.approval('stand-in', 'sara', approved)).status).toBe(403);

    const named = await name({});
    expect(named.body.data.to).toBe(person('sara'));
    const given = await on.approval('stand-in', 'sara', approved);
    expect(given.body.data.decided.authority).toEqual({
      holder: 'group:default/office',
      rule: 'stand-in',
      onBehalfOf: person('rita'),
    });
    const { body } = await on.governance.get(
      `${pathOf('stand-in')}/deciders?kind=approval`,
      as('sara'),
    );
    expect(body.you).toEqual({
      may: true,
      rule: 'stand-in',
      onBehalfOf: person('rita'),
    });
    expect(body.people.map((p: any) => p.ref)).toContain(person('sara'));

    on.time.now = '2026-11-26T00:00:00.000Z';
    expect((await on.approval('stand-in', 'sara', approved)).status).toBe(403);
    const longer = await name(
      { until: '2026-12-24' },
      { recordId: named.body.recordId, baseRevision: 1 },
    );
    expect(longer.status).toBe(201);
    expect((await on.approval('stand-in', 'sara', approved)).status).toBe(201);
    await name(
      { until: '2026-12-24', withdrawn: true },
      { recordId: named.body.recordId, baseRevision: 2 },
    );
    expect((await on.approval('stand-in', 'sara', approved)).status).toBe(403);
  });

  it('of a team in which everybody wrote are made by the group above', async () => {
    await on.post('of-two', 'dee', intendedUse());
    const early = await on.approval('of-two', 'finn', approved);
    expect(early.status).toBe(403);
    await on.post(
      'of-two',
      'dan',
      intendedUse({ users: 'All.' }, { baseRevision: 1 }),
    );
    const { body } = await on.governance.get(
      `${pathOf('of-two')}/deciders?kind=approval`,
      as('dee'),
    );
    expect(body.people.filter((p: any) => p.may)).toEqual([
      { ref: person('finn'), may: true, rule: 'small-team' },
    ]);
    const given = await on.approval('of-two', 'finn', approved);
    expect(given.body.data.decided.authority).toEqual({
      holder: 'group:default/finance',
      rule: 'small-team',
    });
  });

  it('on risks are made for the level of the scenario, by nobody who assessed it', async () => {
    const estimate = {
      likelihood: 4,
      consequence: { individuals: 4, society: 1, business: 2 },
    };
    const assessed = await on.post('risky', 'rita', {
      type: 'risk-assessment',
      data: {
        scenarios: [
          {
            id: 'wrong-limit',
            title: 'A limit that is too high',
            category: 'bias-and-fairness',
            inherent: estimate,
          },
        ],
      },
    });
    expect(assessed.body.error).toBeUndefined();
    const question = `${pathOf('risky')}/deciders?kind=risk-acceptance`;
    const none = await on.governance.get(question);
    expect(none.body.error.message).toMatch(/^query\.scenario: name the/);
    const absent = await on.governance.get(`${question}&scenario=none`);
    expect(absent.status).toBe(400);
    expect(absent.body.error.message).toMatch(/^query\.scenario: .*none/);
    const astray = await on.governance.get(
      `${pathOf('risky')}/deciders?kind=approval&scenario=wrong-limit`,
    );
    expect(astray.status).toBe(400);
    expect(astray.body.error.message).toMatch(/^query\.scenario: only/);

    const { body } = await on.governance.get(
      `${question}&scenario=wrong-limit`,
    );
    expect(body.people).toEqual([
      { ref: person('rolf'), may: true, rule: 'policy' },
      {
        ref: person('rita'),
        may: false,
        reason: expect.stringMatching(/wrote the latest risk assessment/),
      },
    ]);
    const accept = async (who: string) =>
      on.post('risky', who, {
        type: 'risk-acceptance',
        data: {
          scenario: 'wrong-limit',
          decision: 'approved',
          reason: 'Few customers.',
          expires: '2026-12-31',
        },
        stateHash: await on.stateHash('risky'),
      });
    expect((await accept('rita')).status).toBe(403);
    const accepted = await accept('rolf');
    expect(accepted.body.data.decided.level).toBe('high');
    const standing = async () =>
      (await on.governance.get(`${pathOf('risky')}/decisions`)).body.items[0];
    expect(await standing()).toMatchObject({
      standing: { state: 'valid' },
      validUntil: '2027-01-01T00:00:00.000Z',
    });
    await on.post('risky', 'dana', {
      type: 'change',
      data: { kind: 'model', title: 'Newer', why: 'The old one ends.' },
    });
    expect(await standing()).toMatchObject({ standing: { state: 'lapsed' } });
  });
});
