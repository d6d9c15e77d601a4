import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  AiGovernanceClient,
  RegistrationView,
} from 'backstage-plugin-ai-governance-common';

/** Where registrations are read from: the ai-governance backend, as this plugin. */
export interface RegistrationsSource {
  /** Every one, whatever its status. @throws when any of them could not be read */
  all(): Promise<RegistrationView[]>;
}

const PAGE = 500;

/** Reads over HTTP, so that the two plugins may run in different backends. */
export function registrationsSource(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): RegistrationsSource {
  const { auth, discovery } = options;
  const client = new AiGovernanceClient({
    discoveryApi: discovery,
    fetchApi: {
      fetch: async (input, init) => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: 'ai-governance',
        });
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    },
  });
  return {
    async all() {
      const all: RegistrationView[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.registrations({ limit: PAGE, cursor });
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return all;
    },
  };
}
