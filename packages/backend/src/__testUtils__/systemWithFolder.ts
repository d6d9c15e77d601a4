import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

/** The AI system `limits`, whose documents are in a folder at an address. */
export const systemWithFolder = (folder: string) =>
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'system-with-folder',
    register(reg) {
      reg.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          const location = 'url:https://git.example.com/a.yaml';
          const entity = {
            apiVersion: 'ai-governance/v1alpha1',
            kind: 'AISystem',
            metadata: {
              name: 'limits',
              annotations: {
                'ai-governance/records': folder,
                'backstage.io/managed-by-location': location,
                'backstage.io/managed-by-origin-location': location,
              },
            },
            spec: {
              ...{ type: 'decision-support', lifecycle: 'production' },
              ...{ owner: 'group:default/lending', purpose: 'Propose limits.' },
            },
          };
          processing.addEntityProvider({
            getProviderName: () => 'systems',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: [{ entity }],
              }),
          });
        },
      });
    },
  });
