import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import assert from 'node:assert';
import {
  completeIntendedUse,
  exampleEntities,
} from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const dana = { user: 'user:default/dana' };
const omar = { user: 'user:default/omar' };
const judge = ['user:default/omar'];
const limits = '/subjects/aisystem/default/card-limits';

describe.each(databases.eachSupportedId())('work over HTTP, on %s', id => {
  let knex: Knex;
  let governance: Governance;
  let now: string;

  const evaluated = () =>
    eventually(
      () => knex('work').select('subject_id', 'last_error'),
      rows => assert.deepEqual(rows, []),
      10_000,
    );

  beforeAll(async () => {
    knex = await databases.init(id);
    now = '2026-11-25T09:00:00.000Z';
    governance = await startGovernance({
      knex,
      catalog: new TestCatalog(exampleEntities()),
      clock: async () => now,
      config: {
        app: { baseUrl: 'https://portal.example' },
        aiGovernance: {
          policy: {
            ...examplePolicy,
            authorities: {
              ...examplePolicy.authorities,
              approval: { high: judge, limited: judge, minimal: judge },
            },
          } as any,
        },
      },
    });
    await governance.sweep();
    const answer = await governance.post(
      `${limits}/records`,
      { type: 'intended-use', data: completeIntendedUse },
      dana,
    );
    assert.equal(answer.status, 201);
    await evaluated();
  });
  afterAll(() => governance.stop());

  const work = async (query = '', as = dana) => {
    const { status, body } = await governance.get(`/work${query}`, as);
    expect([status, body.error]).toEqual([200, undefined]);
    return body;
  };

  it('is what the results say, of what the caller owns or answers for', async () => {
    const { items, totalItems } = await work('?kind=control&limit=500');
    expect(items).toHaveLength(totalItems);
    const { body } = await governance.get(limits, dana);
    const open = body.results.filter((r: any) =>
      ['fail', 'expired', 'not-reported', 'error', 'warning'].includes(r.state),
    );
    const ofLimits = items.filter(
      (i: any) => i.subject.ref === 'aisystem:default/card-limits',
    );
    expect(ofLimits.map((i: any) => [i.controlId, i.state, i.reason])).toEqual(
      open
        .map((r: any) => [r.controlId, r.state, r.reason])
        .sort(([a]: string[], [b]: string[]) => (a < b ? -1 : 1)),
    );
    expect(open.length).toBeGreaterThan(2);
    // omar owns one through his team, and dana answers for all four
    const titles = async (as: typeof dana) => [
      ...new Set(
        (await work('?kind=control&limit=500', as)).items.map(
          (i: any) => i.subject.title,
        ),
      ),
    ];
    expect(await titles(omar)).toEqual(['Reply drafts']);
    expect(await titles(dana)).toHaveLength(4);
  });

  it('holds what waits for a decision, for who may decide, until they have', async () => {
    const asked = await governance.post(
      `${limits}/records`,
      {
        type: 'approval',
        data: { gate: 'deploy', decision: 'requested' },
      },
      dana,
    );
    expect([asked.status, asked.body.error]).toEqual([201, undefined]);
    const [first, ...others] = (await work('', omar)).items;
    expect(first).toMatchObject({
      kind: 'decision',
      state: 'requested',
      recordId: asked.body.recordId,
      recordType: 'approval',
      subject: { ref: 'aisystem:default/card-limits' },
      remediation: { label: 'Decide', place: 'assurance' },
    });
    expect(others.map((i: any) => i.kind)).not.toContain('decision');
    expect((await work('', omar)).requested).toBe(1);
    expect(await work('?kind=decision', dana)).toMatchObject({
      items: [],
      requested: 0,
    });

    const { body } = await governance.get(`${limits}/decisions`, omar);
    const decided = await governance.post(
      `${limits}/records`,
      {
        type: 'approval',
        recordId: asked.body.recordId,
        baseRevision: 1,
        data: {
          ...asked.body.data,
          decision: 'approved',
          expires: '2027-05-01',
        },
        stateHash: body.stateHash,
      },
      omar,
    );
    expect([decided.status, decided.body.error]).toEqual([201, undefined]);
    expect(await work('?kind=decision', omar)).toMatchObject({
      items: [],
      requested: 0,
    });
    await evaluated();
  });

  it('is told to those concerned by the task that the plugin schedules, once', async () => {
    const { body } = await governance.post(
      '/subjects/aisystem/default/reply-drafts/records',
      { type: 'approval', data: { gate: 'deploy', decision: 'requested' } },
      dana,
    );
    expect(body.error).toBeUndefined();
    await governance.tell();
    expect(governance.notifications.mock.calls).toEqual([
      [
        {
          recipients: { type: 'entity', entityRef: omar.user },
          payload: {
            title: 'AI governance: 1 waits for your decision',
            link: '/ai-governance/work',
            topic: 'work',
            scope: `work:${omar.user}:2026-11-25`,
          },
        },
      ],
    ]);
    await governance.tell();
    expect(governance.notifications).toHaveBeenCalledTimes(1);
  });

  it('comes as a calendar, with what runs out on its day', async () => {
    const calendar = async () => {
      const answer = await governance.get('/work/calendar', dana);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe(
        'text/calendar; charset=utf-8',
      );
      expect(answer.headers['content-disposition']).toBe(
        'attachment; filename="ai-governance-work.ics"',
      );
      expect(answer.headers['cache-control']).toBe('no-store');
      return answer.text.replace(/\r\n /g, '');
    };
    expect(await calendar()).not.toContain('BEGIN:VEVENT');
    // the intended use is good for a year at this tier, and its controls warn before
    const { body } = await governance.get(limits, dana);
    const current = body.results.find(
      (r: any) => r.controlId === 'DOC-06' && r.nextState === 'warning',
    );
    now = current.validUntil;
    await governance.post(`${limits}/refresh`, undefined, dana);
    const [item] = (await work('?kind=control&limit=500')).items.filter(
      (i: any) => i.controlId === 'DOC-06' && i.due,
    );
    const day = new Date(Date.parse(item.due) - 1).toISOString().slice(0, 10);
    const text = await calendar();
    expect(text).toContain(
      `SUMMARY:Due: ${item.title} (Card limits)`.replace(/,/g, '\\,'),
    );
    expect(text).toContain(`DTSTART;VALUE=DATE:${day.replace(/-/g, '')}`);
    expect(text).toContain(
      'https://portal.example/catalog/default/aisystem/card-limits',
    );
  });

  it('says what is wrong with the question', async () => {
    for (const [query, message] of [
      ['?scope=team', 'query.owner: with scope=team'],
      ['?kind=chores', 'query.kind: "chores" is none of'],
      ['?cursor=x', 'query.cursor: it is not one that this list gave out'],
      ['?colour=red', 'query.colour'],
    ]) {
      const { status, body } = await governance.get(`/work${query}`, dana);
      expect([status, body.error.name]).toEqual([400, 'InputError']);
      expect(body.error.message).toContain(message);
    }
  });
});
