import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import aiGovernancePlugin from 'backstage-plugin-ai-governance-backend';
import catalogModuleAiSystem from 'backstage-plugin-catalog-backend-module-ai-system';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';

jest.setTimeout(120_000);

// The real catalog, whose database goes away while ours is there.

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const system = '/ai-governance/subjects/aisystem/default/notes';

const notes = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'notes',
  register(reg) {
    reg.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        const location = 'url:https://git.example.com/ai.yaml';
        processing.addEntityProvider({
          getProviderName: () => 'notes',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [
                {
                  entity: {
                    apiVersion: 'ai-governance/v1alpha1',
                    kind: 'AISystem',
                    metadata: {
                      name: 'notes',
                      annotations: {
                        'backstage.io/managed-by-location': location,
                        'backstage.io/managed-by-origin-location': location,
                      },
                    },
                    spec: {
                      type: 'tool',
                      lifecycle: 'production',
                      owner: 'user:default/ines',
                      purpose: 'Summarise calls.',
                    },
                  },
                },
              ],
            }),
        });
      },
    });
  },
});

type Database = Awaited<ReturnType<TestDatabases['init']>>;

describe.each(databases.eachSupportedId())(
  'a portal whose catalog loses its database, on %s',
  id => {
    let ours: Database;
    let theirs: Database;
    let backend: TestBackend;
    const scheduler = mockServices.scheduler();

    beforeAll(async () => {
      ours = await databases.init(id);
      theirs = await databases.init(id);
      backend = await startTestBackend({
        features: [
          catalogBackend,
          catalogModuleAiSystem,
          notes,
          aiGovernancePlugin,
          createServiceFactory({
            service: coreServices.database,
            deps: { plugin: coreServices.pluginMetadata },
            factory: ({ plugin }) => ({
              getClient: async () =>
                plugin.getId() === 'catalog' ? theirs : ours,
            }),
          }),
          createServiceFactory({
            service: coreServices.scheduler,
            deps: { plugin: coreServices.pluginMetadata },
            factory: ({ plugin }) =>
              plugin.getId() === 'ai-governance'
                ? scheduler
                : mockServices.scheduler(),
          }),
          mockServices.rootConfig.factory({
            data: {
              aiGovernance: {
                policy: parse(
                  readFileSync(
                    resolve(
                      __dirname,
                      '../../../examples/governance-policy.yaml',
                    ),
                    'utf8',
                  ),
                ),
              },
            },
          }),
        ],
      });
    });
    afterAll(async () => {
      await takes(true);
      await backend.stop();
      await Promise.all([ours.destroy(), theirs.destroy()]);
    });

    const get = (path: string) => request(backend.server).get(`/api${path}`);
    const sweep = () => scheduler.triggerTask('inventory-sweep');

    /** Lets the catalog have its database, or ends all its connections and refuses new ones. */
    async function takes(connections: boolean) {
      const { database } = theirs.client.config.connection;
      await ours.raw(
        `alter database ?? with allow_connections ${connections}`,
        [database],
      );
      if (connections) return;
      await ours.raw(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = ?',
        [database],
      );
    }

    const until = async (path: string, status: number) => {
      const deadline = Date.now() + 20_000;
      for (;;) {
        const answer = await get(path);
        if (answer.status === status || Date.now() > deadline) return answer;
        await new Promise(done => setTimeout(done, 100));
      }
    };

    it('says so where the catalog is needed, goes on where it is not, and is back by itself', async () => {
      expect(
        (await until('/catalog/entities/by-name/aisystem/default/notes', 200))
          .status,
      ).toBe(200);
      await sweep();
      expect((await get(system)).status).toBe(200);

      await takes(false);
      const { status, body, text } = await get(system);
      expect([status, body.error]).toEqual([
        503,
        {
          name: 'ServiceUnavailableError',
          message: expect.stringMatching(
            /^The catalog cannot be used now: it answers with 50\d\./,
          ),
        },
      ]);
      expect(text).not.toMatch(/select|final_entities|accepting/);
      const list = await get('/ai-governance/subjects');
      expect([list.status, list.body.totalItems]).toEqual([200, 1]);
      await sweep();
      expect((await get('/ai-governance/inventory')).body.warning).toMatch(
        /^The catalog could not be read: it answers with 50\d$/,
      );

      await takes(true);
      expect((await until(system, 200)).status).toBe(200);
      await sweep();
      expect((await get('/ai-governance/inventory')).body).toMatchObject({
        warning: null,
        seen: 1,
      });
    });
  },
);
