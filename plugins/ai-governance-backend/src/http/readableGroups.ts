import { PermissionsService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { TeamScorecard } from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
import { CallerCredentials } from './Route';

interface Services {
  catalog: CatalogService;
  permissions: PermissionsService;
}

/** Which of these groups the caller may read in the catalog: a group is an entity like any other. */
export async function readableGroups(
  { catalog, permissions }: Services,
  credentials: CallerCredentials,
  refs: readonly string[],
): Promise<Set<string>> {
  const [decision] = await permissions.authorizeConditional(
    [{ permission: catalogEntityReadPermission }],
    { credentials },
  );
  if (decision.result === AuthorizeResult.ALLOW) return new Set(refs);
  if (decision.result === AuthorizeResult.DENY) return new Set();
  const readable = new Set<string>();
  for (const batch of batches(refs, 500)) {
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: batch,
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials },
    );
    for (const entity of items) {
      if (entity) readable.add(stringifyEntityRef(entity));
    }
  }
  return readable;
}

/** The readable ones of a list of teams; each under its nearest readable ancestor. */
export function withoutUnreadable(
  teams: readonly TeamScorecard[],
  readable: ReadonlySet<string>,
): TeamScorecard[] {
  const parents = new Map(teams.map(team => [team.ref, team.parent]));
  return teams
    .filter(team => readable.has(team.ref))
    .map(({ parent, ...team }) => {
      // each is stepped over once, so that groups in a circle end too
      const passed = new Set([team.ref]);
      let above = parent;
      while (above && !readable.has(above) && !passed.has(above)) {
        passed.add(above);
        above = parents.get(above);
      }
      return above && !passed.has(above) ? { ...team, parent: above } : team;
    });
}
