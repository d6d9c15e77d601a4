import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  controls,
  organizationPostureSchema,
  parsePolicy,
  policyHash,
  policyViewSchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { exampleEntities } from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import {
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const policy = parsePolicy({
  ...examplePolicy,
  levels: { 'DOC-01': 'gold', 'ORG-02': 'silver' },
  approved: { by: 'group:default/bank', on: '2025-12-10' },
  authorities: {
    approval: {
      high: ['group:default/lending', 'group:default/none'],
      limited: ['accountable'],
      minimal: ['owner'],
    },
    tierOverride: ['user:default/omar'],
  },
});

describe.each(databases.eachSupportedId())('the policy on %s', id => {
  let knex: Knex;
  let governance: Governance;
  const start = async (inForce = policy) => {
    const entities = exampleEntities();
    for (const entity of entities) {
      entity.spec = {
        ...entity.spec,
        profile: { displayName: `The ${entity.metadata.name}` },
      };
    }
    governance = await startGovernance({
      knex,
      catalog: new TestCatalog(
        entities,
        (user, { metadata }) =>
          user !== 'user:default/dana' || metadata.name === 'bank',
      ),
      config: { aiGovernance: { policy: inForce as any } },
      // whoever is signed in may read the policy, whatever else they may not
      decide: () => ({ result: AuthorizeResult.DENY }),
    });
  };

  beforeEach(async () => {
    knex = await databases.init(id);
    await start();
  });
  afterEach(async () => {
    await governance.stop();
    await knex.destroy();
  });

  it('is shown with the names of whom it names, as far as the reader may read them', async () => {
    const { status, body } = await governance.get('/policy');
    expect(status).toBe(200);
    expect(policyViewSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      policy,
      hash: policyHash(policy),
      acknowledgedAt: null,
      titles: {
        'group:default/bank': 'The bank',
        'group:default/lending': 'The lending',
        'user:default/omar': 'The omar',
      },
    });
    expect(Object.keys(body.titles)).toHaveLength(3);
    const { body: versions } = await governance.get('/policy/versions');
    expect(versions.items).toMatchObject([
      { revision: 1, data: policy, recordedAt: body.recordedAt },
    ]);

    const dana = { user: 'user:default/dana' };
    const { body: asDana } = await governance.get('/policy', dana);
    expect(asDana.titles).toEqual({ 'group:default/bank': 'The bank' });
  });

  it('is what the organization is judged by, and gives controls their levels', async () => {
    const { status, body } = await governance.get('/organization');
    expect(status).toBe(200);
    expect(organizationPostureSchema.parse(body)).toEqual(body);
    expect(body.results).toMatchObject([
      { controlId: 'ORG-01', family: 'ORG', level: 'bronze' },
      { controlId: 'ORG-02', state: 'not-reported', level: 'silver' },
    ]);
    expect(body.results[0].reason).toContain('group:default/bank');

    const { body: catalogue } = await governance.get('/controls');
    expect(catalogue.items).toContainEqual(
      expect.objectContaining({ id: 'DOC-01', level: 'gold' }),
    );
    // for the catalogue of others it is as it was
    expect(controls.find(c => c.id === 'DOC-01')!.level).toBe('bronze');
  });

  it('says when the reader acknowledged it, and asks again for the next version', async () => {
    const { status, body: acknowledged } = await governance.post(
      '/people/default/mock/records',
      { type: 'policy-acknowledgement', data: { version: '2026.1' } },
    );
    expect(status).toBe(201);
    const at = async (user: string) =>
      (await governance.get('/policy', { user })).body.acknowledgedAt;
    expect(await at('user:default/mock')).toBe(acknowledged.recordedAt);
    expect(await at('user:default/omar')).toBeNull();
    await governance.stop();
    await start({ ...policy, version: '2026.2' });
    expect(await at('user:default/mock')).toBeNull();
  });

  it('is a new version once it says something else', async () => {
    await governance.stop();
    await start();
    await governance.stop();
    await start({ ...policy, version: '2026.2' });
    const { body } = await governance.get('/policy/versions');
    expect(body.items.map((v: any) => v.data.version)).toEqual([
      '2026.2',
      '2026.1',
    ]);
    expect(body.totalItems).toBe(2);
    const { body: view } = await governance.get('/policy');
    expect(view.recordedAt).toBe(body.items[0].recordedAt);
  });
});
