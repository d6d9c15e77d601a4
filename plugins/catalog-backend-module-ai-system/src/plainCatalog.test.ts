import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import aiModel from '@backstage/plugin-catalog-backend-module-ai-model';
import aiSystem, { catalogModuleAiSystemProcessor } from './index';
import { fixture, startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(90_000);

/** A company's own kinds, by a processor as many companies have one. */
const ownKinds = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'own-kinds',
  register(reg) {
    reg.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addProcessor({
          getProcessorName: () => 'OwnKinds',
          validateEntityKind: async entity =>
            entity.apiVersion === 'books.example.com/v1',
        });
      },
    });
  },
});

async function relationsWith(...features: BackendFeature[]) {
  const catalog = await startCatalog({
    features: [ownKinds, ...features],
    files: [fixture('plain-catalog.yaml')],
    allow: [
      ...['Group', 'User', 'Domain', 'System', 'API', 'Resource', 'Component'],
      ...['Location', 'Template', 'LedgerBook'],
    ],
  });
  expect([...catalog.errors]).toEqual([]);
  return Object.fromEntries(
    [...catalog.entities.keys()].map(ref => [ref, catalog.relationsOf(ref)]),
  );
}

describe('a catalog that has no AI systems', () => {
  let plain: Record<string, string[]>;

  beforeAll(async () => {
    plain = await relationsWith();
  });

  it('has relations to lose', () => {
    const all = Object.values(plain).flat();
    expect(all.length).toBeGreaterThan(80);
    expect(new Set(all.map(relation => relation.split(' ')[0]))).toEqual(
      new Set([
        ...['ownedBy', 'ownerOf', 'partOf', 'hasPart'],
        ...['dependsOn', 'dependencyOf', 'parentOf', 'childOf'],
        ...['memberOf', 'hasMember', 'providesApi', 'apiProvidedBy'],
        ...['consumesApi', 'apiConsumedBy'],
      ]),
    );
  });

  it('keeps exactly its relations with the layer', async () => {
    expect(await relationsWith(aiSystem)).toEqual(plain);
  });

  it('keeps exactly its relations with the processor', async () => {
    expect(await relationsWith(catalogModuleAiSystemProcessor)).toEqual(plain);
  });

  it('gets back, with our layer, what the layer of another module takes', async () => {
    expect(await relationsWith(aiModel)).not.toEqual(plain);
    expect(await relationsWith(aiModel, aiSystem)).toEqual(plain);
  });

  it('is left by the processor as the layer of another module makes it', async () => {
    const before = await relationsWith(aiModel);
    expect(
      await relationsWith(aiModel, catalogModuleAiSystemProcessor),
    ).toEqual(before);
  });
});
