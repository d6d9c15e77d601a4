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

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const limits = '/subjects/aisystem/default/card-limits';

describe.each(databases.eachSupportedId())('two backends on one %s', id => {
  let pools: Knex[];
  let backends: Governance[];

  beforeAll(async () => {
    const first = await databases.init(id);
    const { client, connection } = first.client.config;
    const second = createKnex({ client, connection });
    pools = [first, second];
    const catalog = new TestCatalog(exampleEntities());
    // both at once: the migrations of one must wait for the other's
    backends = await Promise.all(
      pools.map(knex => startGovernance({ knex, catalog })),
    );
    await Promise.all(backends.map(backend => backend.sweep()));
  });
  afterAll(async () => {
    for (const backend of backends) await backend.stop();
    for (const pool of pools) await pool.destroy();
  });

  const drained = () =>
    eventually(
      () => pools[0]('work').select('subject_id', 'last_error'),
      rows => assert.deepEqual(rows, []),
      10_000,
    );
  const verified = async () => {
    const { body } = await backends[1].get('/ledger/verify');
    expect(body).toMatchObject({ ok: true, problems: [] });
  };

  it('finds each subject once, though both sweep at once', async () => {
    const { body } = await backends[0].get('/subjects');
    expect(body.totalItems).toBe(4);
    const profiles = await pools[0]('revisions').where({ type: 'profile' });
    expect(profiles).toHaveLength(4);
    await drained();
  });

  it('takes appends to one stream through both: no fork, none lost', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        backends[i % 2].post(`${limits}/records`, {
          type: 'change',
          data: { kind: 'model', title: `Change ${i}`, why: 'Because.' },
        }),
      ),
    );
    expect(answers.map(a => a.status)).toEqual(Array(40).fill(201));
    const { body } = await backends[0].get('/records?type=change&limit=100');
    expect(body.totalItems).toBe(40);
    const seqs = (
      await pools[1]('revisions')
        .join('streams', 'streams.id', 'revisions.stream_id')
        .where('streams.ref', 'aisystem:default/card-limits')
        .orderBy('seq')
        .pluck('seq')
    ).map(Number);
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
    await verified();
    await drained();
  });

  it('lets one of two edits of one document through, and tells the other', async () => {
    const document = (purpose: string, baseRevision?: number) => ({
      type: 'intended-use',
      data: { purpose },
      baseRevision,
    });
    const both = (round: number, base?: number) =>
      Promise.all(
        backends.map((backend, i) =>
          backend.post(`${limits}/records`, document(`${round}.${i}`, base)),
        ),
      );
    let base: number | undefined;
    const kept: string[] = [];
    for (let round = 0; round < 8; round++) {
      const answers = await both(round, base);
      expect(answers.map(a => a.status).sort()).toEqual([201, 409]);
      const won = answers.find(a => a.status === 201)!.body;
      const lost = answers.find(a => a.status === 409)!.body;
      expect(lost.head).toEqual(won);
      base = won.revision;
      kept.push(won.data.purpose);
    }
    const { recordId } = (
      await backends[0].get(`${limits}/records?type=intended-use`)
    ).body.items[0];
    const { body } = await backends[1].get(`/records/${recordId}/revisions`);
    expect(body.items.map((r: any) => r.data.purpose).reverse()).toEqual(kept);
    await verified();
  });

  it('shows on one what was appended on the other, at once', async () => {
    const path = '/subjects/aisystem/default/reply-drafts';
    const { body: appended } = await backends[0].post(`${path}/records`, {
      type: 'intended-use',
      data: {
        purpose: 'Drafts.',
        users: 'Agents.',
        inScope: 'Mail.',
        outOfScope: 'Phone.',
      },
    });
    const { body: records } = await backends[1].get(
      `${path}/records?type=intended-use`,
    );
    expect(records.items).toEqual([appended]);
    await eventually(
      async () => (await backends[1].get(path)).body.results,
      results =>
        expect(results).toContainEqual(
          expect.objectContaining({ controlId: 'DOC-01', state: 'pass' }),
        ),
      1000,
    );
    await drained();
  });

  it('tells each person once, though both look at once', async () => {
    await pools[0]('results').whereNull('to_at').update({ state: 'expired' });
    for (let round = 0; round < 3; round++)
      await Promise.all(backends.map(backend => backend.tell()));
    const told = backends.flatMap(({ notifications }) =>
      notifications.mock.calls.map(([{ recipients }]) => recipients.entityRef),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
  });

  it('signs the ledger through either, as one sequence, and verifies it on the other', async () => {
    for (const backend of [...backends, ...backends])
      await backend.checkpoint();
    const { body } = await backends[0].get('/ledger/checkpoints');
    expect(body.items.map((one: any) => one.number)).toEqual([4, 3, 2, 1]);
    expect(new Set(body.items.map((one: any) => one.publicKey)).size).toBe(1);
    await verified();
    const file = await backends[1].get('/ledger/checkpoints/4');
    expect(file.headers['content-type']).toContain('application/jsonl');
    const text = file.text ?? file.body.toString();
    expect(text.trim().split('\n')).toHaveLength(body.items[0].streams + 1);
  });
});
