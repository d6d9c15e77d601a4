import {
  BackendFeature,
  coreServices,
  createBackendModule,
  DatabaseService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { resolve } from 'node:path';
import request from 'supertest';

export interface Catalog {
  /** Every entity that the catalog took, by reference. */
  entities: Map<string, Entity>;
  /** What the catalog said of those that it refused, by reference. */
  errors: Map<string, string>;
  /** The relations of an entity as `type target`, sorted. */
  relationsOf(ref: string): string[];
}

export const fixture = (name: string) =>
  resolve(__dirname, '../__fixtures__', name);

/** A real catalog on SQLite in memory, read once everything in it is processed and stitched. */
export async function startCatalog(options: {
  features: BackendFeature[];
  /** YAML files, read through file locations. */
  files?: string[];
  /** Entities from a provider, beside the files. */
  entities?: Entity[];
  /** Kinds of the catalog's rules for the files. */
  allow?: string[];
  /** `catalog.providers` of the configuration. */
  providers?: JsonObject;
  /** How many entities those bring at least. */
  atLeast?: number;
  /** Before the catalog stops. */
  whileRunning?(backend: TestBackend): Promise<void>;
}): Promise<Catalog> {
  const errors = new Map<string, string>();
  let database: DatabaseService | undefined;
  const provided = (options.entities ?? []).map(entity => ({
    entity: {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          [ANNOTATION_LOCATION]: 'test:entities',
          [ANNOTATION_ORIGIN_LOCATION]: 'test:entities',
        },
      },
    },
  }));

  const testModule = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test',
    register(reg) {
      reg.registerInit({
        deps: {
          database: coreServices.database,
          processing: catalogProcessingExtensionPoint,
        },
        async init(deps) {
          database = deps.database;
          deps.processing.setOnProcessingErrorHandler(event => {
            errors.set(
              stringifyEntityRef(event.unprocessedEntity),
              event.errors.map(String).join('\n'),
            );
          });
          deps.processing.addEntityProvider({
            getProviderName: () => 'test',
            connect: connection =>
              connection.applyMutation({ type: 'full', entities: provided }),
          });
        },
      });
    },
  });

  const backend = await startTestBackend({
    features: [
      catalogBackend,
      testModule,
      ...options.features,
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            stitchingStrategy: { pollingInterval: { milliseconds: 50 } },
            rules: [{ allow: options.allow ?? [] }],
            providers: options.providers ?? {},
            locations: (options.files ?? []).map(target => ({
              type: 'file',
              target,
            })),
          },
        },
      }),
    ],
  });
  try {
    await settled(await database!.getClient(), {
      atLeast:
        provided.length + (options.files?.length ?? 0) + (options.atLeast ?? 0),
    });
    await options.whileRunning?.(backend);
    const { body } = await request(backend.server).get('/api/catalog/entities');
    const entities = new Map<string, Entity>(
      (body as Entity[]).map(entity => [stringifyEntityRef(entity), entity]),
    );
    return {
      entities,
      errors,
      relationsOf(ref) {
        const entity = entities.get(ref);
        if (!entity) {
          throw new Error(
            `${ref} is not in the catalog: ${errors.get(ref) ?? 'unknown'}`,
          );
        }
        return (entity.relations ?? [])
          .map(relation => `${relation.type} ${relation.targetRef}`)
          .sort();
      },
    };
  } finally {
    await backend.stop();
  }
}

/** Until every entity that is known has been processed once, and nothing waits for stitching. */
async function settled(
  knex: Awaited<ReturnType<DatabaseService['getClient']>>,
  options: { atLeast: number },
) {
  const deadline = Date.now() + 45_000;
  for (;;) {
    const states: Array<{ entity_ref: string; result_hash: string | null }> =
      await knex('refresh_state').select('entity_ref', 'result_hash');
    const queue = await knex('stitch_queue').select('entity_ref');
    const waiting = states.filter(state => !state.result_hash);
    if (
      states.length >= options.atLeast &&
      waiting.length === 0 &&
      queue.length === 0
    ) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `The catalog is not done with ${waiting
          .map(state => state.entity_ref)
          .join(', ')}; ${queue.length} wait for stitching`,
      );
    }
    await new Promise(done => setTimeout(done, 50));
  }
}
