import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/**
 * With what the catalog is asked for a caller. Its rules are about people; the token of a service that is restricted to this plugin cannot be
 * handed on to it.
 */
export async function forCatalog(
  auth: Pick<AuthService, 'isPrincipal' | 'getOwnServiceCredentials'>,
  credentials: BackstageCredentials,
): Promise<BackstageCredentials> {
  return auth.isPrincipal(credentials, 'service')
    ? auth.getOwnServiceCredentials()
    : credentials;
}
