import { DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  AiGovernanceApi,
  AiGovernanceClient,
} from 'backstage-plugin-ai-governance-common';
import { EXAMPLE_USER_HEADER } from '../auth/exampleUserAuthenticator';

/** The governance API as one of the example users, who is signed in as anybody would be. */
export class ExampleAuthors {
  readonly #discovery: DiscoveryService;
  readonly #tokens = new Map<string, Promise<string>>();

  static create(options: { discovery: DiscoveryService }) {
    return new ExampleAuthors(options.discovery);
  }

  private constructor(discovery: DiscoveryService) {
    this.#discovery = discovery;
  }

  /** @throws ResponseError when the user is not among those who may be signed in as, or the catalog does not know them (yet) */
  async as(userRef: string): Promise<AiGovernanceApi> {
    const token = await this.#token(userRef);
    return new AiGovernanceClient({
      discoveryApi: this.#discovery,
      fetchApi: {
        fetch: (input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('authorization', `Bearer ${token}`);
          return fetch(input, { ...init, headers });
        },
      },
    });
  }

  #token(userRef: string): Promise<string> {
    const known = this.#tokens.get(userRef);
    if (known) return known;
    const token = this.#signIn(userRef);
    this.#tokens.set(userRef, token);
    token.catch(() => this.#tokens.delete(userRef));
    return token;
  }

  async #signIn(userRef: string): Promise<string> {
    const url = `${await this.#discovery.getBaseUrl('auth')}/guest/refresh`;
    const response = await fetch(url, {
      headers: {
        'x-requested-with': 'XMLHttpRequest',
        [EXAMPLE_USER_HEADER]: userRef,
      },
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }
}
