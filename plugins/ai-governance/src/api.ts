import { createApiRef } from '@backstage/frontend-plugin-api';
import type { AiGovernanceApi } from 'backstage-plugin-ai-governance-common';

/** The HTTP API of AI governance, signed in as the reader. */
export const aiGovernanceApiRef = createApiRef<AiGovernanceApi>().with({
  id: 'plugin.ai-governance.service',
  pluginId: 'ai-governance',
});
