import {
  createRouteRef,
  createSubRouteRef,
  useRouteRef,
} from '@backstage/core-plugin-api';

// These references work in the new frontend system and in the legacy one alike, so that every screen links in the same way in both.

/** The pages of AI governance. */
export const rootRouteRef = createRouteRef({ id: 'ai-governance' });

/** The organization, and the tree of teams. */
export const scorecardsRouteRef = createSubRouteRef({
  id: 'ai-governance.scorecards',
  parent: rootRouteRef,
  path: '/teams',
});

/** One team, with everything below it. */
export const teamRouteRef = createSubRouteRef({
  id: 'ai-governance.team',
  parent: rootRouteRef,
  path: '/teams/:namespace/:name',
});

/** Every subject that the reader may see. */
export const inventoryRouteRef = createSubRouteRef({
  id: 'ai-governance.inventory',
  parent: rootRouteRef,
  path: '/inventory',
});

/** What became of the registers that the catalog imports. */
export const importsRouteRef = createSubRouteRef({
  id: 'ai-governance.imports',
  parent: rootRouteRef,
  path: '/inventory/imports',
});

/** Tabs of the page of a subject. */
export const intendedUseRouteRef = createRouteRef({
  id: 'ai-governance.intended-use',
});
export const riskRouteRef = createRouteRef({ id: 'ai-governance.risk' });
export const changesRouteRef = createRouteRef({ id: 'ai-governance.changes' });

/** The address of a team's scorecard; undefined in a portal that has cards on entity pages but leaves the page out. */
export function useTeamLink():
  | ((params: { namespace: string; name: string }) => string)
  | undefined {
  try {
    return useRouteRef(teamRouteRef);
  } catch {
    return undefined;
  }
}
