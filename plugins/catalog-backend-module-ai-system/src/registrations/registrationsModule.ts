import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { readRegistrationsSchedule } from './readRegistrationsConfig';
import { RegistrationsProvider } from './RegistrationsProvider';
import { registrationsSource } from './RegistrationsSource';

/**
 * Brings into the catalog what people register in the portal (`/ai-governance/register`) because it has no repository. Beside one of the modules
 * that add the kind, and the ai-governance backend, which need not be in the same process.
 *
 * @public
 */
export const catalogModuleAiSystemRegistrations = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'ai-system-registrations',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, events, logger } = deps;
        deps.processing.addEntityProvider(
          RegistrationsProvider.create({
            source: registrationsSource(deps),
            events,
            logger,
            taskRunner: deps.scheduler.createScheduledTaskRunner(
              readRegistrationsSchedule(config),
            ),
            baseUrl: config.getOptionalString('app.baseUrl'),
          }),
        );
      },
    });
  },
});
