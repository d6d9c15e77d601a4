// A plain backend, with the built packages of the suite or without. `node backend.cjs <with|without> <folder of the built packages> --config …`
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { createBackend } = require('@backstage/backend-defaults');

const [, , variant, built] = process.argv;
const backend = createBackend();
for (const name of [
  'app-backend',
  'auth-backend',
  'catalog-backend',
  'catalog-backend-module-logs',
  'catalog-backend-module-scaffolder-entity-model',
  'mcp-actions-backend',
  'notifications-backend',
  'scaffolder-backend',
  'search-backend',
  'search-backend-module-catalog',
  'signals-backend',
  'user-settings-backend',
]) {
  backend.add(require(`@backstage/plugin-${name}`));
}
if (variant === 'with') {
  const ours = createRequire(join(built, 'package.json'));
  const kind = ours('backstage-plugin-catalog-backend-module-ai-system');
  backend.add(kind);
  backend.add(kind.catalogModuleAiSystemRegister);
  backend.add(kind.catalogModuleAiSystemRegistrations);
  backend.add(ours('backstage-plugin-scaffolder-backend-module-ai-governance'));
  backend.add(ours('backstage-plugin-search-backend-module-ai-governance'));
  backend.add(ours('backstage-plugin-ai-governance-backend'));
}
backend.start();
