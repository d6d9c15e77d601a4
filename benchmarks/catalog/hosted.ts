// The process that is measured: a real backend with the real catalog, and with or without the suite. Ends when it is told to.
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  catalogProcessingExtensionPoint,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { policy } from '../company';
import { entitiesOf } from './entities';
import { Hosted, prefix, token } from './variants';

const { variant, entities, postgresUrl, port }: Hosted = JSON.parse(
  process.env.BENCHMARK!,
);

const config = new ConfigReader({
  backend: {
    baseUrl: `http://localhost:${port}`,
    listen: { host: '127.0.0.1', port },
    database: {
      client: 'pg',
      connection: postgresUrl,
      prefix: prefix(variant),
    },
    auth: {
      externalAccess: [
        { type: 'static', options: { token, subject: 'benchmark' } },
      ],
    },
  },
  catalog: {
    // nothing is processed a second time while it is measured
    processingInterval: { hours: 6 },
    rules: [{ allow: ['AISystem', 'Component', 'Group', 'Resource', 'User'] }],
  },
  aiGovernance: { policy: policy as any },
});

let connection: EntityProviderConnection;
const given = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'given-entities',
  register({ registerInit }) {
    registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'given-entities',
          connect: async made => {
            connection = made;
          },
        });
      },
    });
  },
});

function quiet(): any {
  const silent = () => {};
  const logger: any = {
    error: (...args: unknown[]) => console.error(...args),
    warn: silent,
    info: silent,
    debug: silent,
    child: () => logger,
  };
  return logger;
}
const service = (ref: any, made: unknown) =>
  createServiceFactory({ service: ref, deps: {}, factory: () => made as any });

async function main() {
  const backend = createBackend();
  backend.add(service(coreServices.rootConfig, config));
  backend.add(service(coreServices.rootLogger, quiet()));
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(given);
  if (variant.suite) {
    backend.add(import('backstage-plugin-catalog-backend-module-ai-system'));
    backend.add(import('backstage-plugin-ai-governance-backend'));
  }
  await backend.start();
  process.on('message', async ({ command }: { command: string }) => {
    if (command === 'stop') process.exit(0);
    const all = entitiesOf(variant, entities);
    await connection.applyMutation({
      type: 'full',
      entities: all.map(entity => ({
        entity,
        locationKey: 'given-entities',
      })),
    });
    process.send!({ type: 'given', count: all.length });
  });
  process.send!({ type: 'ready' });
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
