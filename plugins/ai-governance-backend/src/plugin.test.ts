import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  controls,
  organizationScorecardSchema,
  revisionSchema,
  subjectPostureSchema,
  subjectSummarySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { aiSystem } from './__testUtils__/exampleEntities';
import {
  limits,
  intendedUse,
  startExample,
} from './__testUtils__/startExample';
import {
  eventually,
  Governance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('AI governance on %s', id => {
  let knex: Knex;
  let catalog: TestCatalog;
  let governance: Governance;

  beforeEach(async () => {
    knex = await databases.init(id);
    ({ catalog, governance } = await startExample(knex));
  });
  afterEach(async () => {
    await governance.stop();
    await knex.destroy();
  });

  const result = async (controlId: string) => {
    const { body } = await governance.get(limits);
    return body.results.find((r: any) => r.controlId === controlId);
  };

  it('finds the subjects of the catalog, and judges each by every control', async () => {
    const { status, body, headers } = await governance.get('/subjects');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.totalItems).toBe(4);
    expect(body.items.map((s: any) => s.ref).sort()).toEqual([
      'aisystem:default/card-limits',
      'aisystem:default/income',
      'aisystem:default/orphan',
      'aisystem:default/reply-drafts',
    ]);
    for (const item of body.items) {
      expect(subjectSummarySchema.parse(item)).toEqual(item);
      expect(item.tier).toBe('limited');
    }

    const posture = (await governance.get(limits)).body;
    expect(subjectPostureSchema.parse(posture)).toEqual(posture);
    expect(posture.results.map((r: any) => r.controlId).sort()).toEqual(
      controls.map(c => c.id).sort(),
    );
    expect(posture.may).toEqual({
      append: true,
      redact: true,
      request: true,
      decide: true,
      assure: true,
    });
    expect(posture.policy.version).toBe('2026.1');
  });

  it('shows what an append does to the posture within a second', async () => {
    expect(await result('DOC-01')).toMatchObject({ state: 'not-reported' });
    governance.signals.mockClear();

    const { status, body } = await governance.post(
      `${limits}/records`,
      intendedUse(),
    );
    expect(status).toBe(201);
    expect(revisionSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      type: 'intended-use',
      revision: 1,
      author: 'user:default/mock',
      materiality: 'material',
    });

    await eventually(
      () => result('DOC-01'),
      found => expect(found).toMatchObject({ state: 'pass' }),
      1000,
    );
    await eventually(
      async () => governance.signals.mock.calls,
      calls =>
        expect(calls).toContainEqual([
          {
            recipients: { type: 'broadcast' },
            channel: 'ai-governance',
            message: { type: 'posture-changed' },
          },
        ]),
    );
    expect(governance.audit).toContainEqual({
      event: 'record-append succeeded',
      meta: {
        kind: 'aisystem',
        namespace: 'default',
        name: 'card-limits',
        type: 'intended-use',
        recordId: body.recordId,
        revision: 1,
      },
    });
  });

  it('rolls up what it finds', async () => {
    const organization = (await governance.get('/scorecards/organization'))
      .body;
    expect(organizationScorecardSchema.parse(organization)).toEqual(
      organization,
    );
    expect(organization).toMatchObject({ subjects: 4, unevaluated: 0 });
    expect(organization.withoutTeam.unowned.subjects).toBe(1);

    const { items } = (await governance.get('/scorecards/teams')).body;
    const counts = items.map((t: any) => [t.ref, t.subjects, t.own]);
    expect(counts.sort()).toEqual([
      ['group:default/bank', 3, 0],
      ['group:default/lending', 2, 2],
      ['group:default/service', 1, 1],
    ]);
    const team = await governance.get('/scorecards/teams/default/Lending');
    expect(team.body).toMatchObject({ subjects: 2, own: 2 });
    expect(
      (await governance.get('/scorecards/teams/default/none')).status,
    ).toBe(404);
  });

  it('takes in an entity that was just registered when its page is opened', async () => {
    const path = '/subjects/aisystem/default/new-one';
    catalog.entities.push(
      aiSystem('new-one', 'New one', 'group:default/service'),
    );
    expect((await governance.get(path)).status).toBe(404);
    const { status, body } = await governance.post(`${path}/refresh`);
    expect(status).toBe(200);
    expect(subjectPostureSchema.parse(body)).toEqual(body);
    expect(body.evaluatedAt).not.toBeNull();
    expect((await governance.get('/subjects')).body.totalItems).toBe(5);
  });

  it('takes it in for a pipeline too, whose token the catalog does not know', async () => {
    const path = '/subjects/aisystem/default/new-one';
    catalog.entities.push(
      aiSystem('new-one', 'New one', 'group:default/service'),
    );
    const { status, body } = await governance.post(
      `${path}/refresh`,
      undefined,
      {
        headers: {
          authorization: mockCredentials.service.header({
            onBehalfOf: mockCredentials.service('external:pipeline'),
            targetPluginId: 'ai-governance',
          }),
        },
      },
    );
    expect([status, body.ref]).toEqual([200, 'aisystem:default/new-one']);
  });

  it('filters, orders and pages; the pages hold each subject once', async () => {
    const refs: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await governance.get(
        `/subjects?orderBy=title&limit=1${
          cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
        }`,
      );
      expect(body.totalItems).toBe(4);
      refs.push(...body.items.map((s: any) => s.title));
      cursor = body.nextCursor;
    } while (cursor);
    expect(refs).toEqual([
      'Card limits',
      'Income estimate',
      'Orphan',
      'Reply drafts',
    ]);

    const titles = async (query: string) =>
      (await governance.get(`/subjects?orderBy=title&${query}`)).body.items.map(
        (s: any) => s.title,
      );
    expect(await titles('team=group:default/bank')).toEqual([
      'Card limits',
      'Income estimate',
      'Reply drafts',
    ]);
    expect(await titles('lifecycle=experimental')).toEqual(['Income estimate']);
    expect(await titles('sourcing=vendor&sourcing=open-source')).toEqual([
      'Income estimate',
      'Reply drafts',
    ]);
    expect(await titles('q=LIMITS')).toEqual(['Card limits']);
    expect(await titles('q=%25')).toEqual([]);
    expect(await titles('withoutTeam=unowned')).toEqual(['Orphan']);
    expect((await governance.get('/subjects/facets')).body.sourcing).toEqual(
      expect.arrayContaining([
        { value: 'in-house', count: 2 },
        { value: 'vendor', count: 1 },
      ]),
    );
  });

  it('shows what it judges by', async () => {
    const { body: types } = await governance.get('/record-types');
    expect(types.items.map((t: any) => t.type)).toContain('risk-assessment');
    const { body: catalogue } = await governance.get('/controls');
    expect(catalogue.items).toHaveLength(controls.length);
    const { body: frameworks } = await governance.get('/frameworks');
    expect(frameworks.items).toContainEqual(
      expect.objectContaining({ id: 'iso-42001', version: '2023' }),
    );
    const { body: policy } = await governance.get('/policy');
    expect(policy).toMatchObject({
      policy: { version: '2026.1' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { body: openapi } = await governance.get('/openapi.json');
    expect(openapi.openapi).toBe('3.1.0');
  });

  it('answers every GET of its own OpenAPI document as the document says', async () => {
    const { body: document } = await governance.get('/openapi.json');
    const appended = await governance.post(`${limits}/records`, intendedUse());
    const happened = await governance.post(`${limits}/records`, {
      type: 'incident',
      data: {
        title: 'Leak',
        kind: 'failure',
        severity: 'low',
        status: 'open',
        detected: '2026-01-01',
        what: 'It leaked.',
      },
    });
    await governance.checkpoint();
    const values: Record<string, string> = {
      '/ledger/checkpoints/{number}': '/ledger/checkpoints/1',
      '/subjects/{kind}/{namespace}/{name}': limits,
      '/subjects/{kind}/{namespace}/{name}/cases': `${limits}/cases`,
      '/subjects/{kind}/{namespace}/{name}/cases/{recordId}': `${limits}/cases/${happened.body.recordId}`,
      '/subjects/{kind}/{namespace}/{name}/records': `${limits}/records`,
      '/subjects/{kind}/{namespace}/{name}/decisions': `${limits}/decisions`,
      '/subjects/{kind}/{namespace}/{name}/deciders': `${limits}/deciders?kind=approval`,
      '/subjects/{kind}/{namespace}/{name}/risk-suggestions': `${limits}/risk-suggestions`,
      '/subjects/{kind}/{namespace}/{name}/training': `${limits}/training`,
      '/people/{namespace}/{name}/records': '/people/default/mock/records',
      '/records': '/records?type=intended-use',
      '/records/{id}/revisions': `/records/${appended.body.recordId}/revisions`,
      '/organization/records': '/organization/records?type=objective',
      '/scorecards/teams/{namespace}/{name}': '/scorecards/teams/default/bank',
      '/scorecards/families/{family}': '/scorecards/families/INV',
      '/scorecards/named/{id}': '/scorecards/named/iso-42001-baseline',
      '/frameworks/{id}/coverage': '/frameworks/iso-42001/coverage',
      '/graph/{kind}/{namespace}/{name}/rests-on': `${limits.replace(
        'subjects',
        'graph',
      )}/rests-on`,
      '/graph/{kind}/{namespace}/{name}/resting': `${limits.replace(
        'subjects',
        'graph',
      )}/resting`,
      '/scorecards/teams/{namespace}/{name}/trend':
        '/scorecards/teams/default/bank/trend',
    };
    for (const [path, item] of Object.entries<any>(document.paths)) {
      // what has changed since a decision takes a decision, which the tests of decisions make
      if (!item.get || path === '/records/{id}/changed-since') continue;
      const { status, body } = await governance.get(values[path] ?? path);
      expect([path, status]).toEqual([path, 200]);
      const { required = [] } =
        item.get.responses[200].content['application/json']?.schema ?? {};
      for (const key of required) expect(body).toHaveProperty([key]);
    }
  });
});
