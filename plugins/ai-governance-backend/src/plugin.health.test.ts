import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  HealthCheckId,
  healthSchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import assert from 'node:assert';
import { exampleEntities } from './__testUtils__/exampleEntities';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const reader = { user: 'user:default/reader' };

describe.each(databases.eachSupportedId())('health, on %s', id => {
  let knex: Knex;
  let governance: Governance;

  beforeAll(async () => {
    knex = await databases.init(id);
    governance = await startGovernance({
      knex,
      catalog: new TestCatalog(exampleEntities()),
      decide: (user, { name }) => ({
        result:
          name === 'ai-governance.health.read' && user === reader.user
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    await governance.sweep();
    await eventually(
      () => knex('work').select('subject_id'),
      rows => assert.deepEqual(rows, []),
      10_000,
    );
  });
  afterAll(() => governance.stop());

  async function health() {
    const { status, body } = await governance.get('/health');
    expect([status, body.error]).toEqual([200, undefined]);
    return healthSchema.parse(body);
  }
  const check = async (one: HealthCheckId) =>
    (await health()).checks.find(({ id: found }) => found === one)!;

  it('is for those with the permission', async () => {
    const { status, body } = await governance.get('/health', reader);
    expect(status).toBe(403);
    expect(body.error.message).toContain('ai-governance.health.read');
  });

  it('is well once everything ran', async () => {
    await governance.readRecords();
    await governance.tell();
    expect((await governance.get('/ledger/verify')).body.ok).toBe(true);
    const { state, checks } = await health();
    expect(checks.filter(one => one.state !== 'well')).toEqual([]);
    expect(state).toBe('well');
  });

  it('names what cannot be evaluated, and finds a queue that does not move', async () => {
    const { id: subject, ref } = await knex('subjects').first('id', 'ref');
    const later = '2999-01-01T00:00:00.000Z';
    await knex('work').insert({
      subject_id: subject,
      dirty_seq: 1,
      due_at: later,
      attempts: 3,
      last_error: 'A control\nthrew',
    });
    expect(await check('queue')).toMatchObject({
      state: 'attention',
      concerned: 1,
      named: [{ ref, problem: 'A control threw' }],
    });
    // held by a backend that does not come back
    await knex('work').update({
      due_at: '2026-01-01T00:00:00.000Z',
      lease_owner: 'gone',
      lease_until: later,
    });
    expect(await check('queue')).toMatchObject({ state: 'failing' });
    expect((await health()).state).toBe('failing');
    await knex('work').delete();
    expect(await check('queue')).toMatchObject({ state: 'well', named: [] });
  });

  it('says that people cannot be told, until they can', async () => {
    // somebody has something to do
    await knex('results').whereNull('to_at').update({ state: 'expired' });
    governance.notifications.mockRejectedValue(new Error('No such plugin'));
    await governance.tell();
    expect(await check('notices')).toMatchObject({
      state: 'failing',
      summary: expect.stringContaining('No such plugin'),
    });
    governance.notifications.mockResolvedValue(undefined);
    await governance.tell();
    expect(await check('notices')).toMatchObject({ state: 'well' });
  });

  it('keeps what the last verification of the whole ledger found', async () => {
    const first = await knex('heads').first();
    await knex('heads')
      .where(first)
      .update({ hash: 'f'.repeat(64) });
    expect((await governance.get('/ledger/verify')).body.ok).toBe(false);
    expect(await check('ledger')).toMatchObject({ state: 'failing' });
    await knex('heads')
      .where({ stream_id: first.stream_id })
      .update({ hash: first.hash });
    // of one stream alone says nothing of the others
    const { ref } = await knex('streams').first('ref');
    await governance.get(`/ledger/verify?stream=${ref}`);
    expect(await check('ledger')).toMatchObject({ state: 'failing' });
    await governance.get('/ledger/verify');
    expect(await check('ledger')).toMatchObject({ state: 'well' });
  });

  it('names a folder of documents that cannot be read', async () => {
    const { id: subject, ref } = await knex('subjects').first('id', 'ref');
    await knex('source_readings').insert({
      stream_id: subject,
      location: 'https://example.com/a',
      begun_at: '2026-01-01T00:00:00.000Z',
      problem: 'The host refused the token',
      ignored: '[]',
    });
    expect(await check('records-as-code')).toMatchObject({
      state: 'attention',
      concerned: 1,
      named: [{ ref, problem: 'The host refused the token' }],
    });
  });

  it('finds what is registered and not in the catalog, once it should be there', async () => {
    const register = (name: string) =>
      governance.post('/registrations', {
        data: {
          name,
          title: name,
          type: 'embedded-feature',
          lifecycle: 'production',
          owner: 'group:default/service',
        },
      });
    await register('on-its-way');
    expect((await register('lost')).status).toBe(201);
    expect(await check('registrations')).toMatchObject({
      state: 'well',
      lastWellAt: null,
    });

    const ref = 'aisystem:default/lost';
    const { id: stream } = await knex('streams').where({ ref }).first('id');
    const backdate = (at: string) =>
      knex('revisions')
        .where({ stream_id: stream })
        .update({ recorded_at: at });
    await backdate('2026-01-02T00:00:00.000Z');
    expect(await check('registrations')).toMatchObject({
      state: 'failing',
      concerned: 1,
      named: [
        {
          ref,
          problem: 'registered on 2026-01-02 by user:default/mock',
        },
      ],
    });

    const asCatalog = {
      headers: {
        authorization: mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:catalog'),
          targetPluginId: 'ai-governance',
        }),
      },
    };
    expect((await governance.get('/registrations', asCatalog)).status).toBe(
      200,
    );
    expect(await check('registrations')).toMatchObject({
      state: 'attention',
      lastWellAt: expect.any(String),
      summary: '1 registration is not in the catalog, which asked for them.',
    });
  });
});
