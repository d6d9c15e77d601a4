import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { AiGovernanceClient } from 'backstage-plugin-ai-governance-common';
import { AiGovernanceCollatorFactory } from './AiGovernanceCollatorFactory';
import { readCollatorConfig } from './readCollatorConfig';

/**
 * Adds what is written about AI systems to the search, as the type `ai-governance`.
 *
 * @public
 */
export const searchModuleAiGovernance = createBackendModule({
  pluginId: 'search',
  moduleId: 'ai-governance',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, indexRegistry, scheduler }) {
        const { schedule, locationTemplate, visibleBy } =
          readCollatorConfig(config);
        const fetchAsSearch: typeof fetch = async (url, init) => {
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: await auth.getOwnServiceCredentials(),
            targetPluginId: 'ai-governance',
          });
          const headers = new Headers(init?.headers);
          headers.set('Authorization', `Bearer ${token}`);
          return fetch(url, { ...init, headers });
        };
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: new AiGovernanceCollatorFactory({
            api: new AiGovernanceClient({
              discoveryApi: discovery,
              fetchApi: { fetch: fetchAsSearch },
            }),
            locationTemplate,
            visibleBy,
          }),
        });
      },
    });
  },
});
