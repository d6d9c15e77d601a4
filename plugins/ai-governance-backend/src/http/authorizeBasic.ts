import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { CallerCredentials } from './Route';

/**
 * For what concerns no subject in particular.
 *
 * @throws NotAllowedError that names the permission
 */
export async function authorizeBasic(
  permissions: PermissionsService,
  credentials: CallerCredentials,
  permission: BasicPermission,
): Promise<void> {
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not do this: it takes the permission ${permission.name}.`,
    );
  }
}
