import { PermissionsService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { batches } from '../database/batches';
import { CallerCredentials } from './Route';

interface Services {
  catalog: CatalogService;
  permissions: PermissionsService;
}

/** Which of these entities the caller may read in the catalog. */
export async function readableEntities(
  services: Services,
  credentials: CallerCredentials,
  refs: readonly string[],
): Promise<Set<string>> {
  const readable = await readableOf(services, credentials, async () => refs);
  return new Set(readable ?? refs);
}

/**
 * Which of some entities the caller may read in the catalog, for lists that are narrowed to them.
 *
 * @param refs - read only where it depends on the entity
 * @returns undefined: all that there are
 */
export async function readableOf(
  { catalog, permissions }: Services,
  credentials: CallerCredentials,
  refs: () => Promise<readonly string[]>,
): Promise<string[] | undefined> {
  const [decision] = await permissions.authorizeConditional(
    [{ permission: catalogEntityReadPermission }],
    { credentials },
  );
  if (decision.result === AuthorizeResult.ALLOW) return undefined;
  if (decision.result === AuthorizeResult.DENY) return [];
  const readable: string[] = [];
  for (const batch of batches(await refs(), 500)) {
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: batch,
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials },
    );
    for (const entity of items) {
      if (entity) readable.push(stringifyEntityRef(entity));
    }
  }
  return readable;
}
