import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { aiSystem } from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import { startGovernance, TestCatalog } from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const entity = (
  kind: string,
  name: string,
  spec: Entity['spec'] = {},
  metadata: object = {},
): Entity => ({
  apiVersion: 'backstage.io/v1beta1',
  kind,
  metadata: { name, namespace: 'default', ...metadata },
  spec: { owner: 'group:default/lending', ...spec },
});

const entities = [
  aiSystem('limits', 'Limits', 'lending'),
  entity('API', 'tools', { type: 'mcp-server', definition: 'x' }),
  entity('API', 'rates', { type: 'openapi', definition: 'x' }),
  entity('Component', 'scorer', { type: 'service', aiGovernance: {} }),
  entity('Component', 'model', { model: { family: 'gpt' } }),
  entity(
    'Component',
    'noted',
    {},
    { annotations: { 'example.com/ai,use': 'yes' }, tags: ['java', 'ml'] },
  ),
];

describe.each(databases.eachSupportedId())(
  'aiGovernance.subjects on %s',
  id => {
    it.each<[string, object, string[]]>([
      ['is the default', {}, ['limits', 'scorer']],
      ['names a type', { subjects: { 'spec.type': 'MCP-server' } }, ['tools']],
      [
        'asks for fields that nothing else reads',
        {
          subjects: {
            $any: [
              { 'spec.model.family': 'gpt' },
              { 'metadata.annotations.example.com/ai,use': { $exists: true } },
            ],
          },
        },
        ['model', 'noted'],
      ],
      [
        'asks for tags',
        { subjects: { 'metadata.tags': { $contains: 'ml' } } },
        ['noted'],
      ],
      [
        'adds to the default',
        {
          subjects: {
            $any: [
              { kind: 'AISystem' },
              { 'spec.aiGovernance': { $exists: true } },
              { kind: 'API', 'spec.type': 'mcp-server' },
            ],
          },
        },
        ['limits', 'scorer', 'tools'],
      ],
    ])(
      'governs what it says when it %s, in a sweep and when looked at',
      async (_, subjects, expected) => {
        const knex = await databases.init(id);
        const governance = await startGovernance({
          knex,
          catalog: new TestCatalog(entities),
          config: {
            aiGovernance: { policy: examplePolicy, ...subjects } as any,
          },
        });
        await governance.sweep();
        const { body } = await governance.get('/subjects?orderBy=title');
        expect(body.items.map((s: any) => s.name).sort()).toEqual(expected);

        for (const { kind, metadata } of entities) {
          const { status } = await governance.post(
            `/subjects/${kind.toLowerCase()}/default/${metadata.name}/refresh`,
          );
          expect([metadata.name, status]).toEqual([
            metadata.name,
            expected.includes(metadata.name) ? 200 : 404,
          ]);
        }
        await governance.stop();
        await knex.destroy();
      },
    );
  },
);
