import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createAppendRecordAction } from './actions/appendRecord';
import { createSystemSkeletonAction } from './actions/systemSkeleton';
import { createWriteLocalAction } from './actions/writeLocal';
import { governanceAs } from './governanceAs';

/**
 * Adds to the scaffolder what templates need to register AI systems. Each action asks with the credentials of whoever runs the template.
 *
 * @public
 */
export const scaffolderModuleAiGovernance = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'ai-governance',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, catalog, config, discovery }) {
        const governance = governanceAs({ auth, discovery });
        const localFolder = config.getOptionalString(
          'scaffolder.aiGovernance.localFolder',
        );
        actions.addActions(
          createSystemSkeletonAction({ governance }),
          createAppendRecordAction({ governance }),
        );
        if (localFolder) {
          actions.addActions(createWriteLocalAction({ localFolder, catalog }));
        }
      },
    });
  },
});
