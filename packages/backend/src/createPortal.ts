import { createBackend } from '@backstage/backend-defaults';
import {
  catalogModuleAiSystemRegister,
  catalogModuleAiSystemRegistrations,
} from 'backstage-plugin-catalog-backend-module-ai-system';

/** The example portal, not started yet. `governance` takes the place of the published plugin, for a portal whose clock is moved. */
export function createPortal(
  governance: Parameters<ReturnType<typeof createBackend>['add']>[0] = import(
    'backstage-plugin-ai-governance-backend'
  ),
) {
  const backend = createBackend();

  backend.add(import('@backstage/plugin-app-backend'));

  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('./auth'));

  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
  backend.add(import('backstage-plugin-catalog-backend-module-ai-system'));
  backend.add(catalogModuleAiSystemRegister);
  backend.add(catalogModuleAiSystemRegistrations);

  // what agents may do, as tools of an MCP server
  backend.add(import('@backstage/plugin-mcp-actions-backend'));

  backend.add(import('@backstage/plugin-notifications-backend'));

  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(import('./permissions'));

  // templates that register AI systems
  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  );
  backend.add(
    import('backstage-plugin-scaffolder-backend-module-ai-governance'),
  );

  backend.add(import('@backstage/plugin-search-backend'));
  backend.add(import('@backstage/plugin-search-backend-module-catalog'));
  backend.add(import('backstage-plugin-search-backend-module-ai-governance'));

  backend.add(import('@backstage/plugin-signals-backend'));
  backend.add(import('@backstage/plugin-user-settings-backend'));

  backend.add(governance);
  backend.add(import('./exampleRecords'));

  return backend;
}
