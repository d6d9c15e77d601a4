import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { discoveredPageSchema } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { aiSystem, exampleEntities } from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import {
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const server = (name: string, owner = 'lending'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name, namespace: 'default', title: `Server ${name}` },
  spec: { type: 'mcp-server' },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});
const naming: Entity = {
  ...aiSystem('agent', 'Agent', 'group:default/lending'),
  relations: [{ type: 'consumesApi', targetRef: 'api:default/named' }],
};
const outsider = 'user:default/outsider';
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const inCatalog: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'IS', resourceType: 'catalog-entity', params: {} },
};

describe.each(databases.eachSupportedId())('found AI on %s', id => {
  let knex: Knex;
  let catalog: TestCatalog;
  let governance: Governance;

  const start = async (discovery: object | undefined) => {
    governance = await startGovernance({
      knex,
      catalog,
      decide: (user, { name }) => {
        if (user !== outsider) return allow;
        if (name.startsWith('ai-governance.organization')) {
          return { result: AuthorizeResult.DENY };
        }
        return name === 'catalog.entity.read' ? inCatalog : allow;
      },
      config: {
        aiGovernance: {
          policy: examplePolicy as any,
          ...(discovery && { discovery: discovery as any }),
        },
      },
    });
    await governance.sweep();
  };
  beforeEach(async () => {
    knex = await databases.init(id);
    catalog = new TestCatalog(
      [
        ...exampleEntities(),
        naming,
        server('named'),
        server('one'),
        server('two', 'service'),
        server('three', 'service'),
      ],
      (user, { metadata }) => user !== outsider || metadata.name === 'two',
    );
  });
  afterEach(async () => {
    await governance.stop();
    await knex.destroy();
  });

  const found = async (query = '', user?: string) => {
    const { status, body } = await governance.get(`/discovered${query}`, {
      user,
    });
    expect(status).toBe(200);
    return discoveredPageSchema.parse(body);
  };
  const control = async () =>
    (await governance.get('/organization')).body.results.find(
      (r: any) => r.controlId === 'ORG-05',
    );
  const mcp = { kind: 'API', 'spec.type': 'mcp-server' };

  it('is what no system names, in pages and by owner, until it is there no more', async () => {
    await start(mcp);
    const first = await found('?limit=2');
    expect(first).toMatchObject({
      configured: true,
      totalItems: 3,
      items: [
        {
          ref: 'api:default/one',
          title: 'Server one',
          owner: 'group:default/lending',
        },
        { ref: 'api:default/three' },
      ],
      owners: [
        { owner: 'group:default/service', count: 2 },
        { owner: 'group:default/lending', count: 1 },
      ],
    });
    const rest = await found(`?limit=2&cursor=${first.nextCursor}`);
    expect(rest.items.map(i => i.ref)).toEqual(['api:default/two']);
    expect(rest.nextCursor).toBeUndefined();
    expect((await found('?owner=group:default/lending')).totalItems).toBe(1);
    expect((await governance.get('/discovered?cursor=x')).status).toBe(400);

    catalog.entities = catalog.entities.filter(
      e => e.metadata.name !== 'three',
    );
    await governance.sweep();
    const later = await found();
    expect(later.items.map(i => i.ref)).toEqual([
      'api:default/one',
      'api:default/two',
    ]);
    expect(later.items[0].foundAt).toBe(first.items[0].foundAt);
  });

  it('shows a reader what the catalog shows them, and nothing of what was decided', async () => {
    await start(mcp);
    await governance.post('/organization/records', {
      type: 'discovery-decision',
      data: { entity: 'api:default/two', decision: 'not-ai', reason: 'Fake.' },
    });
    expect((await found()).items[2].decision).toMatchObject({
      decision: 'not-ai',
      holds: true,
    });
    const shown = await found('', outsider);
    expect(shown.items.map(i => i.ref)).toEqual(['api:default/two']);
    expect(shown.items[0].decision).toBeUndefined();
    expect(shown.totalItems).toBe(1);
    expect(shown.owners).toEqual([
      { owner: 'group:default/service', count: 1 },
    ]);
    const results = (
      await governance.get('/organization', { user: outsider })
    ).body.results.map((r: any) => r.controlId);
    expect(results).not.toContain('ORG-05');
  });

  it('is dealt with by decisions, which say who registers it and until when', async () => {
    await start(mcp);
    expect(await control()).toMatchObject({
      state: 'fail',
      reason: expect.stringContaining('3 entities'),
    });
    const decide = (data: object) =>
      governance.post('/organization/records', {
        type: 'discovery-decision',
        data: { reason: 'Looked at.', ...data },
      });
    const bare = { entity: 'api:default/one', decision: 'to-be-registered' };
    const refused = await decide(bare);
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/data\.owner: say who/);
    for (const data of [
      { ...bare, owner: 'group:default/lending', due: '2999-01-01' },
      { entity: 'api:default/two', decision: 'not-ai' },
      { entity: 'API:default/Three', decision: 'out-of-scope' },
    ]) {
      expect((await decide(data)).status).toBe(201);
    }
    expect((await control()).state).toBe('pass');
  });

  it('is not looked for unless it is said what it looks like', async () => {
    await start(undefined);
    expect(await found()).toEqual({
      configured: false,
      items: [],
      totalItems: 0,
      owners: [],
    });
    expect((await control()).state).toBe('not-applicable');
  });
});
