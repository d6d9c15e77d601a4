import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { resolve } from 'node:path';
import { ExampleAuthors } from './ExampleAuthors';
import { loadExampleRecords } from './loadExampleRecords';
import { readRecordFiles } from './readRecordFiles';

/**
 * Writes the example company's records on the first start: as their authors, through the API that everybody uses.
 * What the ledger holds already is left alone, so it may be killed at any point and started again.
 */
export const aiGovernanceModuleExampleRecords = createBackendModule({
  pluginId: 'ai-governance',
  moduleId: 'example-records',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ config, discovery, lifecycle, logger }) {
        const folder = config.getOptionalString('exampleCompany.records');
        if (!folder) return;
        const files = await readRecordFiles(resolve(folder));
        const stopped = new AbortController();
        lifecycle.addShutdownHook(() => stopped.abort());
        lifecycle.addStartupHook(() => {
          // Not awaited: the portal is ready before its examples are.
          loadExampleRecords({
            files,
            authors: ExampleAuthors.create({ discovery }),
            logger,
            signal: stopped.signal,
          }).catch(error => {
            if (!stopped.signal.aborted) {
              logger.error('The example records were not all loaded', error);
            }
          });
        });
      },
    });
  },
});
