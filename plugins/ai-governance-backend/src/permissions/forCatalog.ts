import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

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

/**
 * The same for what is not a subject of governance: teams, and what rests on what. Subjects have a permission of their own, by which a pipeline
 * reports of them; a token that is restricted to it learns nothing else of the catalog.
 *
 * @returns undefined: nothing is there for the caller
 */
export async function forWholeCatalog(
  services: {
    auth: Pick<AuthService, 'isPrincipal' | 'getOwnServiceCredentials'>;
    permissions: PermissionsService;
  },
  credentials: BackstageCredentials,
): Promise<BackstageCredentials | undefined> {
  const { auth, permissions } = services;
  if (auth.isPrincipal(credentials, 'service')) {
    const [{ result }] = await permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (result === AuthorizeResult.DENY) return undefined;
  }
  return forCatalog(auth, credentials);
}
