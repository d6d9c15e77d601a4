import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import {
  AiGovernanceApi,
  AiGovernanceClient,
} from 'backstage-plugin-ai-governance-common';

/** What the actions ask of the HTTP API. */
export type Governance = Pick<AiGovernanceApi, 'policy' | 'records' | 'append'>;

/** The HTTP API, signed in as the person who runs a template. */
export type GovernanceAs = (credentials: BackstageCredentials) => Governance;

/**
 * The HTTP API in the name of a person: they may what they may in the portal, and stand as the author of what is written. A service has
 * no way in here, because a token would say that it is the scaffolder who asks.
 */
export const governanceAs =
  (services: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): GovernanceAs =>
  credentials => {
    const { auth, discovery } = services;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'What a template reads and writes of AI governance, it does in the name of a person: run it signed in as one.',
      );
    }
    const fetchAsUser: typeof fetch = async (url, init) => {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'ai-governance',
      });
      const headers = new Headers(init?.headers);
      headers.set('Authorization', `Bearer ${token}`);
      return fetch(url, { ...init, headers });
    };
    return new AiGovernanceClient({
      discoveryApi: discovery,
      fetchApi: { fetch: fetchAsUser },
    });
  };

const refusals: Record<number, new (message: string) => Error> = {
  400: InputError,
  403: NotAllowedError,
  404: NotFoundError,
  409: ConflictError,
};

/** What the API was asked, and where it refuses, its own sentence instead of a status: that is what the log of a template shows. */
export async function inItsWords<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    const Refusal = refusals[error.statusCode];
    const { message } = error.body.error;
    if (!Refusal || !message) throw error;
    throw new Refusal(message);
  }
}
