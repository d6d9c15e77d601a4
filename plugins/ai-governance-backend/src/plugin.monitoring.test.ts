import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { recordAppendPermission } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { exampleEntities } from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import { limits } from './__testUtils__/startExample';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const report = (over: object = {}) => ({
  subject: 'aisystem:default/card-limits',
  period: { from: '2026-03-01', to: '2026-03-31' },
  source: 'nightly-evaluation',
  performance: {
    measures: [
      { name: 'accuracy', value: 0.81, threshold: 0.85, direction: 'below' },
    ],
  },
  ...over,
});
const alert = (over: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'AccuracyLow', ai_system: 'card-limits' },
  annotations: { summary: 'Accuracy is low' },
  startsAt: '2026-03-20T10:00:00.000Z',
  endsAt: '0001-01-01T00:00:00Z',
  fingerprint: 'f1',
  ...over,
});
const webhook = (...alerts: object[]) => ({
  version: '4',
  groupKey: '{}:{}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'ai-governance',
  alerts,
});

describe.each(databases.eachSupportedId())('what tools report, on %s', id => {
  let knex: Knex;
  let governance: Governance;

  beforeEach(async () => {
    knex = await databases.init(id);
    const catalog = new TestCatalog(
      exampleEntities(),
      (user, entity) =>
        user !== 'user:default/outsider' ||
        entity.metadata.name === 'reply-drafts',
    );
    governance = await startGovernance({
      knex,
      catalog,
      decide: (user, permission) => ({
        result:
          user === 'user:default/reader' &&
          permission.name === recordAppendPermission.name
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    await governance.sweep();
  });
  afterEach(async () => {
    await governance.stop();
    await knex.destroy();
  });

  const post = (reports: unknown[], user?: string) =>
    governance.post('/monitoring/reports', { reports }, { user });
  const records = async () =>
    (await governance.get(`${limits}/records?type=monitoring`)).body.items;

  it('records a report once, and revises it when it says something else', async () => {
    const first = await post([report()]);
    expect(first.status).toBe(200);
    expect(first.body.items).toEqual([
      {
        path: 'body.reports[0]',
        subject: 'aisystem:default/card-limits',
        status: 201,
        outcome: 'recorded',
        recordId: expect.any(String),
        revision: 1,
      },
    ]);
    const { recordId } = first.body.items[0];
    expect((await records())[0].data.performance).toEqual({
      found: '1 measure reported',
      measures: [
        {
          name: 'accuracy',
          value: 0.81,
          threshold: 0.85,
          direction: 'below',
          breached: true,
        },
      ],
    });

    const again = await post([report()]);
    expect(again.body.items[0]).toMatchObject({
      status: 200,
      outcome: 'unchanged',
      recordId,
      revision: 1,
    });
    const mended = await post([
      report({ performance: { found: 'Retrained' } }),
    ]);
    expect(mended.body.items[0]).toMatchObject({
      status: 200,
      outcome: 'revised',
      recordId,
      revision: 2,
    });
    expect(await records()).toHaveLength(1);
    expect(governance.audit.at(-1)).toEqual({
      event: 'monitoring-report succeeded',
      meta: { items: 1, recorded: 0, revised: 1, unchanged: 0 },
    });
  });

  it('records it once when it comes from several at the same time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => post([report()])));
    const items = answers.map(({ body }) => body.items[0]);
    expect(items.map(i => i.outcome).sort()).toEqual([
      'recorded',
      'unchanged',
      'unchanged',
    ]);
    expect(new Set(items.map(i => i.recordId)).size).toBe(1);
    expect(await records()).toHaveLength(1);
  });

  it('takes what is right beside what is wrong, and says of each what became of it', async () => {
    const { status, body } = await post([
      report({ period: { from: '2026-03-31', to: '2026-03-01' } }),
      report({ subject: 'aisystem:default/nobody' }),
      report({ subject: 'not a reference' }),
      report({ period: { from: '2026-03-01', to: '2999-01-01' } }),
      report({
        performance: { measures: [{ name: 'x', value: 1, threshold: 2 }] },
      }),
      7,
      report(),
    ]);
    expect(status).toBe(200);
    expect(body.items.map((i: any) => i.status)).toEqual([
      400, 404, 404, 400, 400, 400, 201,
    ]);
    expect(body.items.map((i: any) => i.error)).toEqual([
      'body.reports[0].period.to: must not be before from',
      expect.stringMatching(/^body\.reports\[1\]: There is no subject/),
      expect.stringMatching(/^body\.reports\[2\]: There is no subject/),
      'body.reports[3].period.to: must not be in the future, and is 2999-01-01',
      'body.reports[4].performance.measures[0].direction: threshold and direction go together',
      expect.stringMatching(/^body\.reports\[5\]: /),
      undefined,
    ]);
    expect(await records()).toHaveLength(1);
  });

  it('is a 400 that names everything when nothing could be taken', async () => {
    const { status, body } = await post([report({ source: '' }), {}]);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(
      /^body\.reports\[0\]\.source: .*body\.reports\[1\]\.subject: /,
    );
    expect((await post([])).status).toBe(400);
    expect(await records()).toEqual([]);
  });

  it('tells nothing of a system to those who may not read it, and takes nothing from those who may not write', async () => {
    await post([report()]);
    const drafts = report({ subject: 'aisystem:default/reply-drafts' });
    const hidden = await post([report(), drafts], 'user:default/outsider');
    const missing = await post(
      [report({ subject: 'aisystem:default/card-limitz' }), drafts],
      'user:default/outsider',
    );
    expect(hidden.body.items[0].status).toBe(404);
    expect(hidden.body.items[0].error).toBe(
      missing.body.items[0].error.replaceAll('limitz', 'limits'),
    );
    const refused = await post([report()], 'user:default/reader');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain(recordAppendPermission.name);
    expect(await records()).toHaveLength(1);
  });

  it('keeps one record of an alert while it is repeated, until it is resolved', async () => {
    const send = (...alerts: object[]) =>
      governance.post('/monitoring/alertmanager', webhook(...alerts));
    const other = alert({
      labels: { alertname: 'ToxicityHigh', ai_aspect: 'abuse' },
      fingerprint: 'f2',
    });
    const first = await send(alert(), other);
    expect(first.body.items.map((i: any) => i.status)).toEqual([201, 400]);
    const repeated = await send(alert({ endsAt: '2026-03-20T14:00:00.000Z' }));
    expect(repeated.body.items[0].outcome).toBe('unchanged');
    const resolved = await send(
      alert({ status: 'resolved', endsAt: '2026-03-22T09:00:00.000Z' }),
    );
    expect(resolved.body.items[0]).toMatchObject({
      outcome: 'revised',
      revision: 2,
      recordId: first.body.items[0].recordId,
    });
    const late = await send(alert());
    expect(late.body.items[0].outcome).toBe('unchanged');

    const again = await send(alert({ startsAt: '2026-03-25T10:00:00.000Z' }));
    expect(again.body.items[0].outcome).toBe('recorded');
    expect((await records()).map((r: any) => r.data.period)).toEqual([
      { from: '2026-03-20', to: '2026-03-22' },
      { from: '2026-03-25', to: '2026-03-25' },
    ]);
    const old = await governance.post('/monitoring/alertmanager', {
      ...webhook(alert()),
      version: '3',
    });
    expect(old.status).toBe(400);
    expect(old.body.error.message).toMatch(/^body\.version: must be "4"/);
  });

  it('keeps a breach whose words are cut within a character', async () => {
    const said = (before: string) =>
      alert({
        labels: {
          alertname: `${before}${'🔥'.repeat(100)}`,
          ai_system: 'card-limits',
        },
        annotations: { summary: `${before}${'🔥'.repeat(600)}` },
        fingerprint: `f${before}`,
      });
    const { body } = await governance.post(
      '/monitoring/alertmanager',
      webhook(said(''), said('x')),
    );
    expect(body.items.map((i: any) => [i.status, i.error])).toEqual([
      [201, undefined],
      [201, undefined],
    ]);
    const listed = await governance.get('/records?type=monitoring');
    expect(listed.body.items).toHaveLength(2);
    for (const { data } of listed.body.items) {
      const { found, measures } = data.performance;
      for (const [text, max] of [
        [found, 1000],
        [measures[0].name, 120],
      ]) {
        expect(text).not.toMatch(/\p{Surrogate}/u);
        expect(text).toMatch(/🔥…$/u);
        expect(max - text.length).toBeLessThan(2);
      }
    }
  });

  it('records a report of Evidently, whose breach asks for an incident', async () => {
    const send = (value: number, query = '') =>
      governance.post(`/monitoring/evidently?subject=card-limits${query}`, {
        metrics: [
          {
            id: 'a',
            metric_name: 'ValueDrift(column=income)',
            config: {
              type: 'evidently:metric_v2:ValueDrift',
              column: 'income',
              method: 'K-S p_value',
              threshold: 0.05,
            },
            value,
          },
        ],
        tests: [],
      });
    const first = await send(0.01, '&to=2026-03-31');
    expect(first.body.items[0]).toMatchObject({ path: 'body', status: 201 });
    expect((await send(0.01, '&to=2026-03-31')).body.items[0].outcome).toBe(
      'unchanged',
    );
    expect((await send(0.4, '&to=2026-04-01')).body.items[0].outcome).toBe(
      'recorded',
    );
    // a worker may be at it with what was there before
    await eventually(
      async () => (await governance.post(`${limits}/refresh`)).body,
      posture =>
        expect(
          posture.results.find((r: any) => r.controlId === 'OPS-04'),
        ).toMatchObject({
          state: 'fail',
          reason: expect.stringContaining('“ValueDrift(income)”'),
        }),
      10_000,
    );
    expect((await send(1, '&day=2026-03-31')).body.error.message).toBe(
      'query.day: is not known',
    );
  });
});

describe('GET /models', () => {
  it('shows the feed as it is configured, and whether there is one', async () => {
    const feed = [
      { provider: 'openai', name: 'gpt-4.1', retires: '2027-01-14' },
    ];
    for (const models of [undefined, feed]) {
      const knex = await databases.init('SQLITE_3');
      const governance = await startGovernance({
        knex,
        catalog: new TestCatalog([]),
        config: {
          aiGovernance: {
            policy: examplePolicy as any,
            ...(models && { models }),
          },
        },
      });
      const { body } = await governance.get('/models');
      expect(body).toEqual({
        configured: models !== undefined,
        items: models ?? [],
      });
      await governance.stop();
      await knex.destroy();
    }
  });
});
