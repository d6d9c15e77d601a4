import { TestDatabases } from '@backstage/backend-test-utils';
import createKnex, { Knex } from 'knex';
import { aiSystem, exampleEntities } from './__testUtils__/exampleEntities';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';
import { TestRepository } from './source/__testUtils__/TestRepository';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const limits = '/subjects/aisystem/default/card-limits';
const income = '/subjects/aisystem/default/income';
const location = 'https://github.com/bank/card-limits/tree/main/governance/';
const estimate = {
  likelihood: 3,
  consequence: { individuals: 3, society: 1, business: 2 },
};
const evidence = {
  type: 'evidence',
  data: {
    title: 'Back-test',
    link: 'https://example.com/back-test',
    sha256: 'a'.repeat(64),
    producer: 'Validation',
    generatedAt: '2026-11-20',
    effectiveFrom: '2026-11-20',
    expires: '2027-11-20',
  },
};
const named = (name: string) => (entity: { metadata: { name: string } }) =>
  entity.metadata.name === name;

describe.each(databases.eachSupportedId())('records as code on %s', id => {
  let knex: Knex;
  let catalog: TestCatalog;
  let repository: TestRepository;
  let governance: Governance;
  let now: number;

  const annotate = (...names: string[]) => {
    catalog.entities = catalog.entities.map(entity =>
      names.includes(entity.metadata.name)
        ? repository.annotated(entity)
        : entity,
    );
  };
  /** A minute later the task reads all files. */
  const readAll = () => {
    now += 60_000;
    return governance.readRecords();
  };
  const sourceOf = async (path = limits) =>
    (await governance.get(path)).body.source;
  const documentsOf = async (path = limits, type = 'intended-use') =>
    (await governance.get(`${path}/records?type=${type}`)).body.items;
  const historyOf = async (type = 'intended-use') => {
    const [{ recordId }] = await documentsOf(limits, type);
    return (await governance.get(`/records/${recordId}/revisions`)).body.items;
  };

  beforeEach(async () => {
    knex = await databases.init(id);
    catalog = new TestCatalog(exampleEntities());
    repository = new TestRepository();
    now = Date.parse('2026-11-27T09:00:00.000Z');
    annotate('card-limits');
    governance = await startGovernance({
      knex,
      catalog,
      urlReader: repository.reader(),
      clock: async () => new Date(now).toISOString(),
    });
    await governance.sweep();
  });
  afterEach(async () => {
    await governance.stop();
    await knex.destroy();
  });

  it('writes a revision of each document that a file states, and none while it stays as it is', async () => {
    repository.commit('card-limits', {
      'intended-use.md':
        '---\ndependencies: [Ledger]\n---\n## Purpose\n\nPropose limits.\n',
      'operations.yaml': 'overview: Runs with us.\n',
      'notes.md': 'Hello',
    });
    const { etag } = repository;
    await readAll();
    expect(await documentsOf()).toMatchObject([
      {
        revision: 1,
        author: `source:${location}`,
        materiality: 'material',
        data: { purpose: 'Propose limits.', dependencies: ['Ledger'] },
      },
    ]);
    expect(await historyOf()).toMatchObject([
      { revision: 1, source: { location, path: 'intended-use.md', etag } },
    ]);
    expect(await sourceOf()).toEqual({
      location,
      readAt: new Date(now).toISOString(),
      problem: null,
      files: [
        expect.objectContaining({
          type: 'intended-use',
          path: 'intended-use.md',
          url: 'https://github.com/bank/card-limits/edit/main/governance/intended-use.md',
          revision: 1,
          problems: [],
          goneAt: null,
        }),
        expect.objectContaining({ type: 'operations' }),
      ],
      ignored: [
        {
          path: 'notes.md',
          reason: expect.stringContaining('no type of record'),
        },
      ],
    });

    repository.commit('card-limits', {
      'notes.md': undefined,
      'operations.yaml': '# said otherwise\noverview: "Runs with us."\n',
    });
    await readAll();
    await readAll();
    expect(await historyOf('operations')).toHaveLength(1);

    repository.commit('card-limits', { 'operations.yaml': 'overview: Moved.' });
    await readAll();
    expect(await historyOf('operations')).toMatchObject([
      { revision: 2, data: { overview: 'Moved.' } },
      { revision: 1 },
    ]);
    expect(await historyOf()).toHaveLength(1);
    expect((await governance.get('/ledger/verify')).body.ok).toBe(true);
  });

  it('is judged by what the files say, as a page is opened', async () => {
    repository.commit('card-limits', {
      'intended-use.yaml':
        'purpose: a\nusers: b\ninScope: c\noutOfScope: d\nlimitations: e\nassumptions: f\n',
    });
    const { status, body } = await governance.post(`${limits}/refresh`);
    expect(status).toBe(200);
    expect(body.source.files).toHaveLength(1);
    // a worker that was at it already may end a moment later
    await eventually(
      async () => (await governance.get(limits)).body,
      ({ results }) =>
        expect(results).toContainEqual(
          expect.objectContaining({ controlId: 'DOC-01', state: 'pass' }),
        ),
      10_000,
    );
    // the next page does not ask the host of the repository again
    await governance.post(`${limits}/refresh`);
    expect(repository.asked).toHaveLength(1);
  });

  it('reads nothing for whoever may not read the system', async () => {
    catalog.visible = user => user !== 'user:default/noa';
    const as = { user: 'user:default/noa' };
    const { status } = await governance.post(
      `${limits}/refresh`,
      undefined,
      as,
    );
    expect(status).toBe(404);
    expect(repository.asked).toEqual([]);
  });

  it('is written at its source alone, and in the portal again once the file is gone', async () => {
    repository.commit('card-limits', { 'intended-use.md': '## Purpose\nOne' });
    await readAll();
    const edit = (purpose: string, baseRevision: number) =>
      governance.post(`${limits}/records`, {
        type: 'intended-use',
        data: { purpose },
        baseRevision,
      });
    const refused = await edit('Two', 1);
    expect(refused.status).toBe(409);
    expect(refused.body.head).toBeUndefined();
    expect(refused.body.error.message).toBe(
      'type: the intended use of aisystem:default/card-limits comes from a file of its repository: edit intended-use.md there, at https://github.com/bank/card-limits/edit/main/governance/intended-use.md',
    );
    // others are written here
    const operations = await governance.post(`${limits}/records`, {
      type: 'operations',
      data: { overview: 'Here.' },
    });
    expect(operations.status).toBe(201);

    repository.commit('card-limits', { 'intended-use.md': undefined });
    await readAll();
    expect(await documentsOf()).toMatchObject([{ revision: 1 }]);
    const [gone] = (await sourceOf()).files;
    expect(gone.goneAt).toBe(new Date(now).toISOString());
    expect((await edit('Two', 1)).status).toBe(201);

    repository.commit('card-limits', { 'intended-use.md': '## Purpose\nOne' });
    await readAll();
    expect(await historyOf()).toMatchObject([
      { revision: 3, data: { purpose: 'One' } },
      { revision: 2, data: { purpose: 'Two' } },
      { revision: 1 },
    ]);
    expect((await edit('Three', 3)).status).toBe(409);
  });

  it('takes over a document that was written in the portal', async () => {
    await governance.post(`${limits}/records`, {
      type: 'intended-use',
      data: { purpose: 'Here' },
    });
    repository.commit('card-limits', { 'intended-use.yaml': 'purpose: Here' });
    await readAll();
    // it says the same: nothing new, but written there from now on
    expect(await historyOf()).toHaveLength(1);
    const { status } = await governance.post(`${limits}/records`, {
      type: 'intended-use',
      data: { purpose: 'Here too' },
      baseRevision: 1,
    });
    expect(status).toBe(409);
  });

  it('keeps the last good revision of a broken file, and says what is wrong', async () => {
    repository.commit('card-limits', { 'intended-use.yaml': 'purpose: One' });
    await readAll();
    repository.commit('card-limits', {
      'intended-use.yaml': 'purpose: One\ncolour: red',
    });
    await readAll();
    expect(await documentsOf()).toMatchObject([{ revision: 1 }]);
    expect((await sourceOf()).files).toMatchObject([
      {
        path: 'intended-use.yaml',
        revision: 1,
        problems: [
          {
            path: 'data.colour',
            message: 'is not a field that is known here',
          },
        ],
      },
    ]);
    repository.commit('card-limits', {
      'intended-use.yaml': 'data: { purpose: Two }\neffectiveAt: 2030-01-01\n',
    });
    await readAll();
    const [file] = (await sourceOf()).files;
    expect(file.problems[0].message).toMatch(/effectiveAt: must not be in the/);

    repository.commit('card-limits', { 'intended-use.yaml': 'purpose: Two' });
    await readAll();
    expect(await documentsOf()).toMatchObject([{ revision: 2 }]);
    expect((await sourceOf()).files).toMatchObject([{ problems: [] }]);
  });

  it('refuses a file that names a record which is not of the system, as the portal does', async () => {
    const assessment = (recordId: string) =>
      JSON.stringify({
        scenarios: [
          {
            id: 'low-limits',
            title: 'Limits too low',
            category: 'accuracy',
            inherent: estimate,
            current: { ...estimate, evidence: [recordId] },
          },
        ],
      });
    const elsewhere = await governance.post(`${income}/records`, evidence);
    repository.commit('card-limits', {
      'risk-assessment.yaml': assessment(elsewhere.body.recordId),
    });
    await readAll();
    expect(await documentsOf(limits, 'risk-assessment')).toEqual([]);
    expect((await sourceOf()).files).toMatchObject([
      {
        path: 'risk-assessment.yaml',
        revision: null,
        problems: [
          {
            path: '',
            message: `data.scenarios[0].current.evidence[0]: there is no evidence record ${elsewhere.body.recordId} of the system`,
          },
        ],
      },
    ]);

    const here = await governance.post(`${limits}/records`, evidence);
    const text = assessment(here.body.recordId);
    repository.commit('card-limits', { 'risk-assessment.yaml': text });
    await readAll();
    expect(await documentsOf(limits, 'risk-assessment')).toMatchObject([
      { revision: 1 },
    ]);
    expect((await sourceOf()).files).toMatchObject([{ problems: [] }]);
    // what was named before may have been erased since
    await governance.post(`/records/${here.body.recordId}/revisions/1/redact`, {
      reason: 'Names a customer.',
    });
    repository.commit('card-limits', {
      'risk-assessment.yaml': text.replace('too low', 'far too low'),
    });
    await readAll();
    expect(await documentsOf(limits, 'risk-assessment')).toMatchObject([
      { revision: 2 },
    ]);
  });

  it('refuses two files for one document, and keeps what it has', async () => {
    repository.commit('card-limits', { 'intended-use.yaml': 'purpose: One' });
    await readAll();
    repository.commit('card-limits', { 'intended-use.md': '## Purpose\nTwo' });
    await readAll();
    expect(await documentsOf()).toMatchObject([{ revision: 1 }]);
    expect((await sourceOf()).files).toMatchObject([
      {
        problems: [
          {
            path: '',
            message: 'states the same as intended-use.yaml: keep one of them',
          },
        ],
      },
    ]);
  });

  it('lets a system whose folder cannot be read stop no other, and takes nothing away', async () => {
    annotate('income');
    repository.commit('card-limits', { 'intended-use.yaml': 'purpose: One' });
    await readAll();
    repository.failures.set('card-limits', new Error('The host is away'));
    repository.commit('income', { 'intended-use.yaml': 'purpose: Income' });
    await readAll();
    expect(await documentsOf(income)).toHaveLength(1);
    expect(await sourceOf()).toMatchObject({
      problem: 'The host is away',
      files: [{ goneAt: null, revision: 1 }],
    });
    const { status } = await governance.post(`${limits}/records`, {
      type: 'intended-use',
      data: { purpose: 'Here' },
      baseRevision: 1,
    });
    expect(status).toBe(409);
    repository.failures.clear();
    await readAll();
    expect((await sourceOf()).problem).toBeNull();
  });

  it('tells readers nothing of the database when what was read cannot be stored, and stores it with the next run', async () => {
    repository.commit('card-limits', { 'intended-use.yaml': 'purpose: One' });
    await knex.schema.renameTable('revision_sources', 'away');
    await readAll();
    await knex.schema.renameTable('away', 'revision_sources');
    expect((await sourceOf()).problem).toBe(
      'What it holds could not be stored; it is read again with the next run',
    );
    expect(await documentsOf()).toEqual([]);
    await readAll();
    expect((await sourceOf()).problem).toBeNull();
    expect(await documentsOf()).toMatchObject([{ revision: 1 }]);
  });

  it('says it where the annotation leads nowhere', async () => {
    catalog.entities = catalog.entities.map(entity =>
      named('card-limits')(entity)
        ? {
            ...entity,
            metadata: {
              ...entity.metadata,
              annotations: { 'ai-governance/records': 'file:/etc' },
            },
          }
        : entity,
    );
    await readAll();
    expect((await sourceOf()).problem).toMatch(/http or https address/);
    expect(repository.asked).toEqual([]);
  });

  it('lets go of the documents when the system names no folder any more', async () => {
    repository.commit('card-limits', { 'intended-use.yaml': 'purpose: One' });
    await readAll();
    catalog.entities = [
      ...catalog.entities.filter(e => !named('card-limits')(e)),
      aiSystem('card-limits', 'Card limits', 'group:default/lending'),
    ];
    await readAll();
    expect(await sourceOf()).toBeUndefined();
    const { status } = await governance.post(`${limits}/records`, {
      type: 'intended-use',
      data: { purpose: 'Here' },
      baseRevision: 1,
    });
    expect(status).toBe(201);
  });

  it('takes a routine change once for each reason', async () => {
    const text = (purpose: string) =>
      `materiality: routine\nmaterialityReason: A typo\ndata: { purpose: ${purpose} }`;
    repository.commit('card-limits', { 'intended-use.yaml': 'purpose: One' });
    await readAll();
    for (const purpose of ['Two', 'Three', 'Four']) {
      repository.commit('card-limits', { 'intended-use.yaml': text(purpose) });
      await readAll();
    }
    const history = await historyOf();
    expect(history.map((r: any) => r.materiality)).toEqual([
      'material',
      'material',
      'routine',
      'material',
    ]);
  });

  it('knows changes again by their id, and leaves those of the portal alone', async () => {
    const change = (changeId: string, title: string) =>
      `type: change\nid: ${changeId}\ndata: { kind: model, title: ${title}, why: Cheaper. }`;
    const here = await governance.post(`${limits}/records`, {
      type: 'change',
      data: { kind: 'prompt', title: 'Here', why: 'Shorter.' },
    });
    repository.commit('card-limits', {
      'changes/a.yaml': change('new-model', 'New'),
      'changes/b.yaml': change('newer-model', 'Newer'),
    });
    await readAll();
    repository.commit('card-limits', {
      'changes/a.yaml': undefined,
      'changes/moved.yaml': change('new-model', 'New model'),
    });
    await readAll();
    const changes = await documentsOf(limits, 'change');
    expect(changes.map((c: any) => [c.data.title, c.revision])).toEqual([
      ['Here', 1],
      ['New model', 2],
      ['Newer', 1],
    ]);
    const correct = (recordId: string, baseRevision: number) =>
      governance.post(`${limits}/records`, {
        type: 'change',
        recordId,
        baseRevision,
        data: { kind: 'model', title: 'x', why: 'y' },
      });
    expect((await correct(changes[1].recordId, 2)).status).toBe(409);
    expect((await correct(here.body.recordId, 1)).status).toBe(201);
  });

  it('leaves a change of the portal alone when a file named change says that it is something else', async () => {
    const here = await governance.post(`${limits}/records`, {
      type: 'change',
      data: { kind: 'prompt', title: 'Here', why: 'Shorter.' },
    });
    repository.commit('card-limits', {
      'change.yaml': 'type: operations\ndata: { overview: Runs with us. }\n',
    });
    await readAll();
    const { files, ignored } = await sourceOf();
    expect(files).toEqual([]);
    expect(ignored).toEqual([
      {
        path: 'change.yaml',
        reason:
          'type: is operations, and the file is named change: they must be the same',
      },
    ]);
    const corrected = await governance.post(`${limits}/records`, {
      type: 'change',
      recordId: here.body.recordId,
      baseRevision: 1,
      data: { kind: 'prompt', title: 'Here', why: 'Much shorter.' },
    });
    expect(corrected.status).toBe(201);
  });

  it('does not write again what was erased', async () => {
    repository.commit('card-limits', {
      'intended-use.yaml': 'purpose: Of Mrs Smith',
    });
    await readAll();
    const [{ recordId }] = await documentsOf();
    await governance.post(`/records/${recordId}/revisions/1/redact`, {
      reason: 'Names a customer.',
    });
    repository.commit('card-limits', { 'operations.yaml': 'overview: x' });
    await readAll();
    expect(await documentsOf()).toMatchObject([{ revision: 1, data: null }]);
  });
});

describe.each(TestDatabases.create({ ids: ['POSTGRES_18'] }).eachSupportedId())(
  'records as code, read by two backends at once on one %s',
  database => {
    it('are one revision for each change', async () => {
      const first = await databases.init(database);
      const { client, connection } = first.client.config;
      const pools = [first, createKnex({ client, connection })];
      const repository = new TestRepository();
      const catalog = new TestCatalog(
        exampleEntities().map(entity => repository.annotated(entity)),
      );
      const backends = await Promise.all(
        pools.map(knex =>
          startGovernance({ knex, catalog, urlReader: repository.reader() }),
        ),
      );
      await backends[0].sweep();
      for (const purpose of ['One', 'Two', 'Three']) {
        for (const system of ['card-limits', 'income', 'reply-drafts']) {
          repository.commit(system, {
            'intended-use.yaml': `purpose: ${purpose}`,
            'operations.yaml': `overview: ${purpose}`,
          });
        }
        await Promise.all(
          [...backends, ...backends].map(backend => backend.readRecords()),
        );
      }
      const rows = await first('revisions')
        .whereIn('type', ['intended-use', 'operations'])
        .select('record_id', 'revision');
      expect(rows).toHaveLength(3 * 2 * 3);
      const { body } = await backends[1].get('/ledger/verify');
      expect(body).toMatchObject({ ok: true, problems: [] });
      for (const backend of backends) await backend.stop();
      for (const pool of pools) await pool.destroy();
    });
  },
);
