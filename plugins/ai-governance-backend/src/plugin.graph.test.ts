import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  graphListSchema,
  restingListSchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import assert from 'node:assert';
import { aiSystem, exampleEntities } from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const named = (kind: string, name: string, spec: object = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', title: `The ${name}` },
  spec: { type: 'service', ...spec },
});

const inverses: Record<string, string> = {
  dependsOn: 'dependencyOf',
  consumesApi: 'apiConsumedBy',
  apiProvidedBy: 'providesApi',
  hasPart: 'partOf',
  ownedBy: 'ownerOf',
};

/** With the relations at both ends, as the catalog keeps them. */
function related(
  entities: Entity[],
  edges: [from: string, type: string, to: string][],
): Entity[] {
  return entities.map(entity => {
    const ref = stringifyEntityRef(entity);
    return {
      ...entity,
      relations: [
        ...(entity.relations ?? []),
        ...edges
          .filter(([from]) => from === ref)
          .map(([, type, targetRef]) => ({ type, targetRef })),
        ...edges
          .filter(([, , to]) => to === ref)
          .map(([from, type]) => ({ type: inverses[type], targetRef: from })),
      ],
    };
  });
}

// shop → quotes API ← pricing → limits → ledger; kiosk → shop → kiosk is a cycle; the bank system contains limits.
const entities = related(
  [
    ...exampleEntities(),
    aiSystem('limits', 'Limits', 'group:default/lending'),
    aiSystem('scores', 'Scores', 'group:default/lending'),
    named('Component', 'shop'),
    named('Component', 'kiosk'),
    named('Component', 'pricing', { aiGovernance: {} }),
    named('Component', 'engine'),
    named('API', 'quotes', { type: 'openapi' }),
    named('Resource', 'ledger', { type: 'database' }),
    named('System', 'core'),
  ],
  [
    ['component:default/shop', 'consumesApi', 'api:default/quotes'],
    ['component:default/kiosk', 'dependsOn', 'component:default/shop'],
    ['component:default/shop', 'dependsOn', 'component:default/kiosk'],
    ['api:default/quotes', 'apiProvidedBy', 'component:default/pricing'],
    ['component:default/pricing', 'dependsOn', 'aisystem:default/limits'],
    ['aisystem:default/limits', 'dependsOn', 'aisystem:default/scores'],
    ['aisystem:default/limits', 'hasPart', 'component:default/engine'],
    ['aisystem:default/limits', 'dependsOn', 'resource:default/ledger'],
    ['system:default/core', 'hasPart', 'aisystem:default/limits'],
    ['system:default/core', 'hasPart', 'component:default/shop'],
    ['component:default/shop', 'ownedBy', 'group:default/service'],
    ['api:default/quotes', 'ownedBy', 'group:default/lending'],
    ['component:default/pricing', 'ownedBy', 'group:default/lending'],
  ],
);
/** May not read the component between the API and the system. */
const partner = 'user:default/partner';

describe.each(databases.eachSupportedId())('who rests on whom, on %s', id => {
  let knex: Knex;
  let catalog: TestCatalog;
  let governance: Governance;

  beforeAll(async () => {
    knex = await databases.init(id);
    catalog = new TestCatalog(
      entities,
      (user, { metadata }) => user !== partner || metadata.name !== 'pricing',
    );
    governance = await startGovernance({
      knex,
      catalog,
      decide: (user, { name }) =>
        user === partner && name === 'catalog.entity.read'
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS',
                resourceType: 'catalog-entity',
                params: {},
              },
            }
          : { result: AuthorizeResult.ALLOW },
      config: { aiGovernance: { policy: examplePolicy as any } },
    });
    await governance.sweep();
    await eventually(
      async () => (await governance.get('/inventory')).body,
      body => assert.equal(body.waiting, 0),
      5000,
    );
  });
  afterAll(async () => {
    await governance.stop();
    await knex.destroy();
  });

  const restsOn = async (ref: string, user?: string) => {
    const path = `/graph/${ref}/rests-on`;
    const { status, body } = await governance.get(path, { user });
    expect(status).toBe(200);
    return graphListSchema.strict().parse(body);
  };
  const resting = async (ref: string, user?: string) => {
    const path = `/graph/${ref}/resting`;
    const { status, body } = await governance.get(path, { user });
    expect(status).toBe(200);
    return restingListSchema.strict().parse(body);
  };
  const steps = ({ items }: { items: { path: any[] }[] }) =>
    items.map(({ path }) => path.map(s => `${s.relation} ${s.ref}`).join(', '));

  it('finds the AI below a service through components and APIs, with the way and the standing', async () => {
    const found = await restsOn('component/default/shop');
    expect(steps(found)).toEqual([
      'consumesApi api:default/quotes, apiProvidedBy component:default/pricing',
      'consumesApi api:default/quotes, apiProvidedBy component:default/pricing, dependsOn aisystem:default/limits',
      'consumesApi api:default/quotes, apiProvidedBy component:default/pricing, dependsOn aisystem:default/limits, dependsOn aisystem:default/scores',
    ]);
    expect(found.items[1]).toMatchObject({
      ref: 'aisystem:default/limits',
      title: 'Limits',
      kind: 'aisystem',
      type: 'decision-support',
      subject: { ref: 'aisystem:default/limits', tier: 'limited', level: null },
    });
    expect(found.items[1].path[0]).toEqual({
      relation: 'consumesApi',
      ref: 'api:default/quotes',
      title: 'The quotes',
      kind: 'api',
    });
    expect(found).toMatchObject({ totalItems: 3, cut: false });
  });

  it('says of a part which system it is a part of, and not what that rests on', async () => {
    expect(steps(await restsOn('component/default/engine'))).toEqual([
      'partOf aisystem:default/limits',
    ]);
  });

  it('finds the AI that stands in a system of the catalog', async () => {
    expect(steps(await restsOn('System/default/Core'))).toEqual([
      'hasPart aisystem:default/limits',
      'hasPart aisystem:default/limits, dependsOn aisystem:default/scores',
      'hasPart component:default/shop, consumesApi api:default/quotes, apiProvidedBy component:default/pricing',
    ]);
  });

  it('finds what rests on a system at any distance, and who owns it', async () => {
    const found = await resting('aisystem/default/scores');
    expect(steps(found)).toEqual([
      'dependencyOf aisystem:default/limits',
      'dependencyOf aisystem:default/limits, dependencyOf component:default/pricing',
      'dependencyOf aisystem:default/limits, dependencyOf component:default/pricing, providesApi api:default/quotes',
      'dependencyOf aisystem:default/limits, dependencyOf component:default/pricing, providesApi api:default/quotes, apiConsumedBy component:default/shop',
      'dependencyOf aisystem:default/limits, dependencyOf component:default/pricing, providesApi api:default/quotes, apiConsumedBy component:default/shop, dependencyOf component:default/kiosk',
    ]);
    expect(found.owners).toEqual([
      { owner: 'group:default/lending', count: 2 },
      { count: 2 },
      { owner: 'group:default/service', count: 1 },
    ]);
    const { text } = await governance.get(
      '/graph/aisystem/default/scores/resting',
      {
        headers: { accept: 'text/csv' },
      },
    );
    const [header, ...rows] = text.trim().split('\r\n');
    expect(header).toContain('ref,title,kind,type,owner,tier,level,steps,path');
    expect(rows).toHaveLength(5);
    expect(rows[2]).toBe(
      'api:default/quotes,The quotes,api,openapi,group:default/lending,,,3,dependencyOf aisystem:default/limits > dependencyOf component:default/pricing > providesApi api:default/quotes',
    );
  });

  it('has no way through what the reader may not read', async () => {
    expect(steps(await restsOn('component/default/shop', partner))).toEqual([]);
    const all = await resting('aisystem/default/scores', partner);
    expect(steps(all)).toEqual(['dependencyOf aisystem:default/limits']);
    expect(JSON.stringify(all)).not.toContain('pricing');
    const hidden = await governance.get(
      '/graph/component/default/pricing/rests-on',
      {
        user: partner,
      },
    );
    const missing = await governance.get(
      '/graph/component/default/none/rests-on',
    );
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect(hidden.body.error.message.replace('pricing', 'none')).toBe(
      missing.body.error.message,
    );
  });

  it('asks the catalog once for each step', async () => {
    let asked = 0;
    const before = catalog.visible;
    catalog.visible = (user, entity) => {
      if (entity.metadata.name === 'ledger') asked += 1;
      return before(user, entity);
    };
    await resting('aisystem/default/scores');
    catalog.visible = before;
    // the start, five steps, and none for a sixth
    expect(asked).toBe(6);
  });

  it('says that there is more where it goes on too far', async () => {
    const chain = Array.from({ length: 8 }, (_, i) =>
      named('Component', `c${i}`),
    );
    catalog.entities = [
      ...entities,
      ...related(
        chain,
        chain
          .slice(1)
          .map((_, i) => [
            `component:default/c${i}`,
            'dependsOn',
            `component:default/c${i + 1}`,
          ]),
      ),
    ];
    expect(await resting('component/default/c7')).toMatchObject({
      totalItems: 6,
      cut: true,
      limits: { steps: 6, entities: 500 },
    });
    expect(await resting('component/default/c6')).toMatchObject({
      totalItems: 6,
      cut: false,
    });
    catalog.entities = entities;
  });
});
