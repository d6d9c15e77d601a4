import {
  AnyRouteRefParams,
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
  RouteFunc,
  RouteRef,
  SubRouteRef,
  useRouteRef,
} from '@backstage/core-plugin-api';
import { restingRelations } from 'backstage-plugin-ai-governance-common';

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

/** One scorecard that has a name. No namespace is called `-`, so that it is nobody's team. */
export const namedScorecardRouteRef = createSubRouteRef({
  id: 'ai-governance.named-scorecard',
  parent: rootRouteRef,
  path: '/teams/-/:id',
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

/** How what runs by itself is doing. */
export const healthRouteRef = createSubRouteRef({
  id: 'ai-governance.health',
  parent: rootRouteRef,
  path: '/inventory/health',
});

/** Registering an AI system that has no repository. */
export const registerRouteRef = createSubRouteRef({
  id: 'ai-governance.register',
  parent: rootRouteRef,
  path: '/register',
});

/** Revising what was registered. */
export const editRegistrationRouteRef = createSubRouteRef({
  id: 'ai-governance.register.edit',
  parent: rootRouteRef,
  path: '/register/:namespace/:name',
});

/** What was written on all subjects, by type. */
export const registersRouteRef = createSubRouteRef({
  id: 'ai-governance.registers',
  parent: rootRouteRef,
  path: '/registers',
});

/** Who lacks which course, and what is recorded. */
export const trainingRouteRef = createSubRouteRef({
  id: 'ai-governance.training',
  parent: rootRouteRef,
  path: '/training',
});

/** The management system of the organization. */
export const organizationRouteRef = createSubRouteRef({
  id: 'ai-governance.organization',
  parent: rootRouteRef,
  path: '/organization',
});

/** The frameworks, and how far each is covered. */
export const frameworksRouteRef = createSubRouteRef({
  id: 'ai-governance.frameworks',
  parent: rootRouteRef,
  path: '/frameworks',
});

/** One framework, requirement by requirement. */
export const frameworkRouteRef = createSubRouteRef({
  id: 'ai-governance.framework',
  parent: rootRouteRef,
  path: '/frameworks/:id',
});

/** The statement of applicability for Annex A of ISO/IEC 42001. */
export const applicabilityRouteRef = createSubRouteRef({
  id: 'ai-governance.applicability',
  parent: rootRouteRef,
  path: '/frameworks/iso-42001/applicability',
});

/** Taking a spreadsheet of risks or vendors into assessments. */
export const importSheetRouteRef = createSubRouteRef({
  id: 'ai-governance.import-spreadsheet',
  parent: rootRouteRef,
  path: '/registers/import',
});

/** The governance policy, in words. */
export const policyRouteRef = createSubRouteRef({
  id: 'ai-governance.policy',
  parent: rootRouteRef,
  path: '/policy',
});

/** What there is to do. */
export const workRouteRef = createSubRouteRef({
  id: 'ai-governance.work',
  parent: rootRouteRef,
  path: '/work',
});

/** Tabs of the page of a subject. */
export const intendedUseRouteRef = createRouteRef({
  id: 'ai-governance.intended-use',
});
export const riskRouteRef = createRouteRef({ id: 'ai-governance.risk' });
export const documentsRouteRef = createRouteRef({
  id: 'ai-governance.documents',
});
export const changesRouteRef = createRouteRef({ id: 'ai-governance.changes' });
export const assuranceRouteRef = createRouteRef({
  id: 'ai-governance.assurance',
});

/** The page of `@backstage/plugin-catalog-graph`, where the portal has it. */
export const catalogGraphRouteRef = createExternalRouteRef({
  id: 'ai-governance.catalog-graph',
  optional: true,
  defaultTarget: 'catalog-graph.catalogGraph',
});

/** How a page is linked to; undefined in a portal that has cards on entity pages but leaves the pages out. */
function useLinkIfThere<Params extends AnyRouteRefParams>(
  page: RouteRef<Params> | SubRouteRef<Params>,
): RouteFunc<Params> | undefined {
  try {
    return useRouteRef(page);
  } catch {
    return undefined;
  }
}

/** The address of a team's scorecard; undefined where the pages are left out. */
export const useTeamLink = () => useLinkIfThere(teamRouteRef);

/** The address of a registration's page; undefined where the pages are left out. */
export const useEditRegistrationLink = () =>
  useLinkIfThere(editRegistrationRouteRef);

/** The address of a page of AI governance; undefined where the pages are left out. */
export const usePageLink = (
  page:
    | typeof inventoryRouteRef
    | typeof policyRouteRef
    | typeof trainingRouteRef
    | typeof workRouteRef
    | typeof organizationRouteRef,
): string | undefined => useLinkIfThere(page)?.();

/** The address of the catalog's graph of what rests on an entity; undefined where the portal has no such page. */
export function useRestingGraphLink(): ((ref: string) => string) | undefined {
  const page = useGraphPage();
  if (!page) return undefined;
  return ref => {
    const query = new URLSearchParams({
      'rootEntityRefs[]': ref,
      maxDepth: '6',
      unidirectional: 'true',
      mergeRelations: 'false',
    });
    restingRelations.forEach(relation =>
      query.append('selectedRelations[]', relation),
    );
    return `${page()}?${query}`;
  };
}

function useGraphPage(): RouteFunc<undefined> | undefined {
  try {
    return useRouteRef(catalogGraphRouteRef);
  } catch {
    return undefined;
  }
}
