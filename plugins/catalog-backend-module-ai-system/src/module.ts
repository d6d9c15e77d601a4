import { createBackendModule } from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { AI_SYSTEM_KIND } from 'backstage-plugin-ai-governance-common';
import { aiSystemModel } from './aiSystemModel';
import { AISystemProcessor } from './AISystemProcessor';
import { BothEndsProcessor } from './BothEndsProcessor';

/**
 * Adds the kind `AISystem` to the catalog as a model layer.
 *
 * @public
 */
export const catalogModuleAiSystem = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'ai-system',
  register(reg) {
    reg.registerInit({
      deps: {
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ model, processing }) {
        model.addModelSource(CatalogModelSources.static([aiSystemModel]));
        processing.addProcessor(BothEndsProcessor.toEveryKind());
      },
    });
  },
});

/**
 * Adds the kind `AISystem` to the catalog as a classic processor: for catalogs that are to stay without model layers,
 * and beside the layers of others.
 *
 * @public
 */
export const catalogModuleAiSystemProcessor = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'ai-system-processor',
  register(reg) {
    reg.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addProcessor(
          new AISystemProcessor(),
          BothEndsProcessor.toKind(AI_SYSTEM_KIND),
        );
      },
    });
  },
});
