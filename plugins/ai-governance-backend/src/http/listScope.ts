import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { forWholeCatalog } from '../permissions/forCatalog';
import { nothing, ReadScope } from '../permissions/ReadScope';
import { CallerCredentials } from './Route';
import { Services } from './Services';

/**
 * What a caller may read of a list. Narrowed to a team that the caller may not read it is nothing: else the list
 * would tell that there is such a group, and what stands below it.
 *
 * @throws InputError when the team is no reference
 */
export async function listScope<Q extends { team?: string }>(
  services: Pick<Services, 'access' | 'auth' | 'catalog' | 'permissions'>,
  credentials: CallerCredentials,
  query: Q,
): Promise<{ scope: ReadScope; query: Q }> {
  const { access, catalog } = services;
  if (query.team === undefined) {
    return { scope: await access.scope(credentials), query };
  }
  const team = groupRef(query.team);
  const asking = await forWholeCatalog(services, credentials);
  const readable =
    asking && (await catalog.getEntityByRef(team, { credentials: asking }));
  return {
    scope: readable ? await access.scope(credentials) : nothing,
    query: { ...query, team },
  };
}

function groupRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text, { defaultKind: 'group' }));
  } catch {
    throw new InputError(
      'team: must be the reference of a group, such as group:default/name',
    );
  }
}
