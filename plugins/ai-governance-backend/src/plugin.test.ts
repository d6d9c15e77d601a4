import { TestDatabases } from '@backstage/backend-test-utils';
import {
  controls,
  organizationScorecardSchema,
  revisionSchema,
  subjectPostureSchema,
  subjectSummarySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import assert from 'node:assert';
import {
  aiSystem,
  completeIntendedUse,
  exampleEntities,
} from './__testUtils__/exampleEntities';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const limits = '/subjects/aisystem/default/card-limits';
const intendedUse = (data: object = {}, more: object = {}) => ({
  type: 'intended-use',
  data: { ...completeIntendedUse, ...data },
  ...more,
});

describe.each(databases.eachSupportedId())('AI governance on %s', id => {
  let knex: Knex;
  let catalog: TestCatalog;
  let governance: Governance;

  const evaluated = () =>
    eventually(
      async () => (await governance.get('/inventory')).body,
      body => assert.equal(body.waiting, 0),
      5000,
    );

  beforeEach(async () => {
    knex = await databases.init(id);
    catalog = new TestCatalog(exampleEntities());
    governance = await startGovernance({ knex, catalog });
    await governance.sweep();
    await evaluated();
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
    expect(posture.may).toEqual({ append: true, redact: true });
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

  it('loses no edit: whoever comes second is told, and shown the head', async () => {
    const first = (await governance.post(`${limits}/records`, intendedUse()))
      .body;
    const second = await governance.post(
      `${limits}/records`,
      intendedUse({ users: 'All.' }, { baseRevision: 1 }),
      { user: 'user:default/dana' },
    );
    expect(second.status).toBe(201);

    const late = await governance.post(
      `${limits}/records`,
      intendedUse({ users: 'None.' }, { baseRevision: 1 }),
    );
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      error: { name: 'ConflictError', message: expect.any(String) },
      response: { statusCode: 409 },
      head: { revision: 2, author: 'user:default/dana' },
    });
    expect(late.body.head).toEqual(second.body);
    expect(governance.audit.at(-1)).toMatchObject({
      event: 'record-append failed',
    });

    const history = (
      await governance.get(`/records/${first.recordId}/revisions`)
    ).body;
    expect(history.items.map((r: any) => r.revision)).toEqual([2, 1]);
    const then = await governance.get(
      `${limits}/records?type=intended-use&asOf=${first.recordedAt}`,
    );
    expect(then.body.items).toEqual([first]);
  });

  it('refuses what is wrong with every path, and writes nothing', async () => {
    const refusal = async (body: object) => {
      const answer = await governance.post(`${limits}/records`, body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.name).toBe('InputError');
      return answer.body.error.message;
    };
    const before = await knex('revisions').count({ n: '*' });

    expect(await refusal({ colour: 1 })).toMatch(
      /body\.type: .*body\.data: .*body\.colour: is not known/,
    );
    expect(await refusal({ type: 'poem', data: {} })).toMatch(
      /body\.type: .*poem/,
    );
    expect(await refusal({ type: 'profile', data: {} })).toMatch(
      /body\.type: profile is written by the system/,
    );
    expect(
      await refusal({ type: 'redaction', data: { recordId: 'x' } }),
    ).toMatch(/body\.type: /);
    const twoWrong = await refusal(
      intendedUse({ purpose: '', dependencies: [''], colour: 1 }),
    );
    expect(twoWrong).toContain('body.data.purpose: ');
    expect(twoWrong).toContain('body.data.dependencies[0]: ');
    expect(twoWrong).toContain('colour');
    expect(await refusal(intendedUse({ users: 'a\0b' }))).toMatch(
      /body\.data\.users: .*NUL/,
    );
    expect(await refusal(intendedUse({ users: 'a\ud800b' }))).toMatch(
      /body\.data\.users: /,
    );
    expect(await refusal(intendedUse({}, { materiality: 'routine' }))).toMatch(
      /^body\.materialityReason: /,
    );
    expect(
      await refusal(intendedUse({}, { effectiveAt: '2999-01-01T00:00:00Z' })),
    ).toMatch(/^body\.effectiveAt: /);
    expect(
      await refusal(intendedUse({}, { effectiveAt: 'yesterday' })),
    ).toMatch(/body\.effectiveAt/);
    expect(await refusal(intendedUse({}, { baseRevision: 0 }))).toMatch(
      /body\.baseRevision/,
    );
    expect(await knex('revisions').count({ n: '*' })).toEqual(before);
  });

  it('refuses bodies that it cannot read, each with a sentence', async () => {
    const send = (text: string, type: string) =>
      governance
        .post(`${limits}/records`, undefined, {
          headers: { 'content-type': type },
        })
        .send(text);
    const huge = JSON.stringify(intendedUse({ users: 'x'.repeat(1_100_000) }));
    const answers: [number, RegExp, Promise<any>][] = [
      [415, /content-type/, send('type=change', 'text/plain') as any],
      [400, /not valid JSON/, send('{"type": ', 'application/json') as any],
      [413, /1 MB/, send(huge, 'application/json') as any],
      [400, /body/, send('[]', 'application/json') as any],
      [400, /body\.type/, send('{}', 'application/json') as any],
      [
        400,
        /deeper/,
        send(
          `{"type":"change","data":{"a":${'['.repeat(9999)}${']'.repeat(
            9999,
          )}}}`,
          'application/json',
        ) as any,
      ],
    ];
    for (const [status, message, answer] of answers) {
      const { status: got, body } = await answer;
      expect([got, body.error.message]).toEqual([
        status,
        expect.stringMatching(message),
      ]);
    }
  });

  it('refuses queries and paths that it does not know, by their path', async () => {
    const refused: [string, RegExp][] = [
      ['/subjects?limit=0', /query\.limit/],
      ['/subjects?limit=501', /query\.limit/],
      ['/subjects?limit=5&limit=6', /query\.limit/],
      ['/subjects?colour=red&size=1', /query\.colour: .*query\.size: /],
      ['/subjects?owner[x]=1', /query\.owner\[x\]: is not known/],
      ['/subjects?q=%00', /query\.q: /],
      ['/subjects?cursor=nonsense', /^query\.cursor: /],
      ['/subjects?team=group:', /^query\.team: /],
      ['/subjects/facets?x=1', /query\.x/],
      ['/subjects/9kind/default/x', /params\.kind/],
      ['/subjects/aisystem/def%20ault/x', /params\.namespace/],
      ['/subjects/aisystem/default/%00', /params\.name/],
      [`/subjects/aisystem/default/${'x'.repeat(64)}`, /params\.name/],
      ['/subjects/aisystem/default/%E0%A4%A', /decode/],
      [`${limits}/records?asOf=today`, /query\.asOf/],
      [`${limits}/records?type=poem`, /query\.type/],
      ['/records', /query\.type/],
      ['/records?type=poem', /query\.type/],
      ['/records/%00/revisions', /params\.id/],
      ['/controls?x=1', /query\.x/],
    ];
    for (const [path, message] of refused) {
      const { status, body } = await governance.get(path);
      expect([path, status, body.error.message]).toEqual([
        path,
        400,
        expect.stringMatching(message),
      ]);
    }
  });

  it('answers 404 for what is not there, in the same words whatever it is', async () => {
    for (const path of [
      '/subjects/aisystem/default/none',
      '/subjects/component/default/portal',
      '/subjects/component/default/portal/records',
      `/records/${'0'.repeat(36)}/revisions`,
      '/records/none/revisions',
    ]) {
      const { status, body } = await governance.get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body.error.name).toBe('NotFoundError');
    }
    const refreshed = await governance.post(
      '/subjects/component/default/portal/refresh',
    );
    expect(refreshed.status).toBe(404);
    const appended = await governance.post(
      '/subjects/aisystem/default/none/records',
      intendedUse(),
    );
    expect(appended.status).toBe(404);
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

  it('gives every list as CSV, whole and defused', async () => {
    catalog.entities = catalog.entities.map(entity =>
      entity.metadata.name === 'orphan'
        ? {
            ...entity,
            metadata: { ...entity.metadata, title: '=HYPERLINK("x")' },
          }
        : entity,
    );
    await governance.sweep();
    const csv = await governance.get('/subjects', {
      headers: { accept: 'text/csv' },
    });
    expect(csv.status).toBe(200);
    expect(csv.headers).toMatchObject({
      'content-type': expect.stringContaining('text/csv'),
      'content-disposition': 'attachment; filename="ai-inventory.csv"',
      'cache-control': 'no-store',
    });
    const [header, ...rows] = csv.text.trim().split('\r\n');
    expect(header).toMatch(/^\ufeff?ref,title,kind,/);
    expect(rows).toHaveLength(4);
    expect(rows.find(row => row.includes('orphan'))).toContain(
      `,"'=HYPERLINK(""x"")",`,
    );
    expect(governance.audit.at(-1)).toEqual({
      event: 'list-subjects-export succeeded',
      meta: { rows: 4 },
    });

    await governance.post(`${limits}/records`, {
      type: 'change',
      data: { kind: 'model', title: '@cmd', why: 'two\nlines' },
    });
    const register = await governance.get('/records?type=change', {
      headers: { accept: 'text/csv' },
    });
    expect(register.text).toContain(`,'@cmd,`);
    expect(register.text).toContain(`,"two\nlines",`);
    const paged = await governance.get('/subjects?limit=5', {
      headers: { accept: 'text/csv' },
    });
    expect(paged.status).toBe(400);
    expect(paged.body.error.message).toMatch(/query\.limit/);
  });

  it('keeps registers, with the subject of each record', async () => {
    await governance.post(`${limits}/records`, {
      type: 'change',
      data: { kind: 'model', title: 'Newer model', why: 'Cheaper.' },
    });
    await governance.post('/subjects/aisystem/default/reply-drafts/records', {
      type: 'change',
      data: { kind: 'prompt', title: 'Shorter prompt', why: 'Clearer.' },
    });
    const { body } = await governance.get('/records?type=change');
    expect(body.totalItems).toBe(2);
    expect(
      body.items.map((e: any) => [e.subject.ref, e.summary, e.author]),
    ).toEqual([
      ['aisystem:default/reply-drafts', 'Shorter prompt', 'user:default/mock'],
      ['aisystem:default/card-limits', 'Newer model', 'user:default/mock'],
    ]);
    const filtered = await governance.get(
      '/records?type=change&team=group:default/lending',
    );
    expect(filtered.body.totalItems).toBe(1);
  });

  it('erases the data of a revision on record, and still verifies', async () => {
    const { recordId } = (
      await governance.post(
        `${limits}/records`,
        intendedUse({ users: 'Mrs Smith of Elm Street' }),
      )
    ).body;
    const path = `/records/${recordId}/revisions/1/redact`;
    expect((await governance.post(path, { reason: '' })).status).toBe(400);
    expect(
      (
        await governance.post(path.replace('1/redact', '7/redact'), {
          reason: 'x',
        })
      ).status,
    ).toBe(404);
    const { status } = await governance.post(path, {
      reason: 'Names a customer.',
    });
    expect(status).toBe(200);
    const { items } = (await governance.get(`/records/${recordId}/revisions`))
      .body;
    expect(items).toMatchObject([{ revision: 1, data: null }]);
    const text = JSON.stringify(
      (await governance.get(`${limits}/records`)).body,
    );
    expect(text).toContain('Names a customer.');
    expect(text).not.toContain('Elm Street');
    expect((await governance.post(path, { reason: 'again' })).status).toBe(409);
    expect((await governance.get('/ledger/verify')).body).toMatchObject({
      ok: true,
      problems: [],
    });
    expect(governance.audit.map(a => a.event)).toEqual(
      expect.arrayContaining([
        'record-redact succeeded',
        'record-redact failed',
        'ledger-verify succeeded',
      ]),
    );
  });

  it('names the row that was tampered with', async () => {
    const { seq } = (await governance.post(`${limits}/records`, intendedUse()))
      .body;
    expect((await governance.get('/ledger/verify')).body.ok).toBe(true);
    await knex('revisions')
      .where({ type: 'intended-use' })
      .update({ author: 'user:default/somebody-else' });
    const { body } = await governance.get(
      '/ledger/verify?stream=aisystem:default/card-limits',
    );
    expect(body.ok).toBe(false);
    expect(body.problems).toContainEqual(
      expect.objectContaining({
        streamRef: 'aisystem:default/card-limits',
        seq,
        kind: 'row-changed',
      }),
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
    const values: Record<string, string> = {
      '/subjects/{kind}/{namespace}/{name}': limits,
      '/subjects/{kind}/{namespace}/{name}/records': `${limits}/records`,
      '/records': '/records?type=intended-use',
      '/records/{id}/revisions': `/records/${appended.body.recordId}/revisions`,
      '/scorecards/teams/{namespace}/{name}': '/scorecards/teams/default/bank',
    };
    for (const [path, item] of Object.entries<any>(document.paths)) {
      if (!item.get) continue;
      const { status, body } = await governance.get(values[path] ?? path);
      expect([path, status]).toEqual([path, 200]);
      const { required = [] } =
        item.get.responses[200].content['application/json'].schema;
      for (const key of required) expect(body).toHaveProperty([key]);
    }
  });
});
