import { BackendFeature } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import aiModel from '@backstage/plugin-catalog-backend-module-ai-model';
import aiSystem, { catalogModuleAiSystemProcessor } from './index';
import { Catalog, fixture, startCatalog } from './__testUtils__/startCatalog';
import { invalidSystems, validSystems } from './__fixtures__/variants';

jest.setTimeout(90_000);

const modes: Array<[string, BackendFeature[]]> = [
  ['our layer', [aiSystem]],
  ['our layer beside the layer of another module', [aiModel, aiSystem]],
  [
    'the processor in a catalog without layers',
    [catalogModuleAiSystemProcessor],
  ],
  [
    'the processor beside the layer of another module',
    [aiModel, catalogModuleAiSystemProcessor],
  ],
  ['both at once', [aiSystem, catalogModuleAiSystemProcessor]],
];

const refOf = (name: string) => `aisystem:default/${name}`;
const entityOf = (name: string, spec: unknown, rest = {}) =>
  ({
    apiVersion: 'ai-governance/v1alpha1',
    kind: 'AISystem',
    metadata: { name },
    ...(spec === undefined ? {} : { spec }),
    ...rest,
  } as Entity);

describe.each(modes)('AISystem with %s', (_mode, features) => {
  const withAiModel = features.includes(aiModel);
  let catalog: Catalog;

  beforeAll(async () => {
    catalog = await startCatalog({
      features,
      files: [
        fixture('card-limit-decisions.yaml'),
        fixture('lending.yaml'),
        ...(withAiModel ? [fixture('ai-model-examples.yaml')] : []),
      ],
      allow: [
        ...['AISystem', 'Component', 'API', 'Resource', 'System'],
        ...['Group', 'User', 'AiResource'],
      ],
      entities: [
        ...validSystems.map(({ name, spec }) => entityOf(name, spec)),
        ...invalidSystems.map(({ name, spec }) => entityOf(name, spec)),
        entityOf('of-another-version', validSystems[0].spec, {
          apiVersion: 'ai-governance/v9',
        }),
        ...(withAiModel
          ? [
              entityOf('uses-a-skill', {
                ...validSystems[0].spec,
                dependsOn: [
                  'airesource:mui-to-bui-migration',
                  'api:github-mcp-server',
                ],
              }),
            ]
          : []),
      ],
    });
  });

  it.each(validSystems)('takes $name', ({ name, spec }) => {
    expect(catalog.errors.get(refOf(name))).toBeUndefined();
    expect(catalog.entities.get(refOf(name))?.spec).toEqual(spec);
  });

  it.each(invalidSystems)('refuses $name', ({ name, says }) => {
    expect(catalog.entities.has(refOf(name))).toBe(false);
    for (const part of says) {
      expect(catalog.errors.get(refOf(name))).toContain(part);
    }
  });

  it('refuses a version of the kind that it does not know', () => {
    expect(catalog.entities.has(refOf('of-another-version'))).toBe(false);
    expect(catalog.errors.get(refOf('of-another-version'))).toMatch(
      /apiVersion/,
    );
  });

  it('makes every relation of an AI system, both ways', () => {
    const ref = refOf('card-limit-decisions');
    expect(catalog.relationsOf(ref)).toEqual([
      'accountable user:default/dana.k',
      'consumesApi api:default/model-gateway',
      'dependencyOf component:default/card-portal',
      'dependencyOf resource:default/limits-export',
      'dependsOn aisystem:default/income-estimator',
      'dependsOn component:default/feature-store',
      'dependsOn component:default/sanctions-list',
      'dependsOn resource:default/ledger-db',
      'dependsOn resource:default/model-cache',
      'hasPart api:default/limits',
      'hasPart component:default/explanation-writer',
      'hasPart component:default/limit-scorer',
      'hasPart resource:default/limit-features',
      'ownedBy group:default/credit-risk',
      'partOf system:default/lending',
      'providesApi api:default/limits',
      'usedBy group:default/credit-risk',
      'usedBy user:default/dana.k',
    ]);
    const ends: Record<string, string[]> = {
      'user:default/dana.k': ['accountableFor', 'uses'],
      'api:default/model-gateway': ['apiConsumedBy'],
      'component:default/card-portal': ['dependsOn'],
      'resource:default/limits-export': ['dependsOn'],
      'aisystem:default/income-estimator': ['dependencyOf'],
      'component:default/feature-store': ['dependencyOf'],
      'component:default/sanctions-list': ['dependencyOf'],
      'resource:default/ledger-db': ['dependencyOf'],
      'resource:default/model-cache': ['dependencyOf'],
      'api:default/limits': ['apiProvidedBy', 'partOf'],
      'component:default/explanation-writer': ['partOf'],
      'component:default/limit-scorer': ['partOf'],
      'resource:default/limit-features': ['partOf'],
      'group:default/credit-risk': ['ownerOf', 'uses'],
      'system:default/lending': ['hasPart'],
    };
    const seen = Object.keys(ends).map(end => [
      end,
      catalog
        .relationsOf(end)
        .filter(relation => relation.endsWith(` ${ref}`))
        .map(relation => relation.split(' ')[0]),
    ]);
    expect(Object.fromEntries(seen)).toEqual(ends);
  });

  it('reads a reference without a namespace in the namespace of the system', () => {
    expect(catalog.relationsOf('aisystem:labs/owned-by-a-person')).toEqual([
      'accountable user:default/dana.k',
      'ownedBy user:default/dana.k',
      'partOf system:default/lending',
    ]);
    expect(catalog.relationsOf('user:default/dana.k')).toEqual([
      'accountableFor aisystem:default/card-limit-decisions',
      'accountableFor aisystem:default/with-short-references',
      'accountableFor aisystem:labs/owned-by-a-person',
      'ownerOf aisystem:labs/owned-by-a-person',
      'uses aisystem:default/card-limit-decisions',
    ]);
  });

  it('sorts references, whose order means nothing', () => {
    const spec = catalog.entities.get(refOf('card-limit-decisions'))!.spec!;
    expect(spec.dependsOn).toEqual([
      'aisystem:default/income-estimator',
      'component:default/feature-store',
      'resource:default/model-cache',
    ]);
    expect(spec.uses).toEqual(['credit-decisioning']);
  });

  if (withAiModel) {
    it('lives beside AI resources and MCP servers', () => {
      const ref = refOf('uses-a-skill');
      expect(catalog.relationsOf(ref)).toEqual([
        'dependsOn airesource:default/mui-to-bui-migration',
        'dependsOn api:default/github-mcp-server',
        'ownedBy group:default/credit-risk',
      ]);
      expect(
        catalog.relationsOf('airesource:default/mui-to-bui-migration'),
      ).toContain(`dependencyOf ${ref}`);
      expect(catalog.relationsOf('api:default/github-mcp-server')).toContain(
        `dependencyOf ${ref}`,
      );
      expect(
        catalog.entities.has(
          'airesource:default/app-frontend-system-migration',
        ),
      ).toBe(true);
    });
  }
});

it('needs the kind in the rules of the catalog', async () => {
  const catalog = await startCatalog({
    features: [aiSystem],
    files: [fixture('card-limit-decisions.yaml')],
    allow: ['Component'],
  });
  expect(catalog.entities.has(refOf('card-limit-decisions'))).toBe(false);
  expect([...catalog.errors.values()].join()).toMatch(
    /aisystem:default\/card-limit-decisions .* is not of an allowed kind/,
  );
});
