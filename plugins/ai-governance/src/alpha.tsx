import {
  ApiBlueprint,
  createFrontendFeatureLoader,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { IconBundleBlueprint } from '@backstage/plugin-app-react';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { AISystemIcon } from './AISystemIcon';

// Both places take icons only from a module of the plugin that they belong to.

/** The icon of the kind, for whatever asks the app for `kind:aisystem`. */
export const aiSystemIconModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    IconBundleBlueprint.make({
      name: 'ai-governance',
      params: { icons: { 'kind:aisystem': <AISystemIcon /> } },
    }),
  ],
});

/** The icon of the kind in the catalog's lists, links and graph. A portal that presents entities in its own way leaves this module out. */
export const aiSystemPresentationModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      name: 'entity-presentation',
      params: define =>
        define({
          api: entityPresentationApiRef,
          deps: { catalogApi: catalogApiRef },
          factory: ({ catalogApi }) =>
            DefaultEntityPresentationApi.create({
              catalogApi,
              kindIcons: { aisystem: AISystemIcon },
            }),
        }),
    }),
  ],
});

export default createFrontendFeatureLoader({
  async loader() {
    return [aiSystemIconModule, aiSystemPresentationModule];
  },
});
