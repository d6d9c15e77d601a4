import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { AiGovernanceClient } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from './api';
import {
  assuranceRouteRef,
  catalogGraphRouteRef,
  changesRouteRef,
  documentsRouteRef,
  editRegistrationRouteRef,
  healthRouteRef,
  importSheetRouteRef,
  importsRouteRef,
  intendedUseRouteRef,
  inventoryRouteRef,
  organizationRouteRef,
  frameworksRouteRef,
  frameworkRouteRef,
  applicabilityRouteRef,
  policyRouteRef,
  registerRouteRef,
  registersRouteRef,
  riskRouteRef,
  rootRouteRef,
  scorecardsRouteRef,
  teamRouteRef,
  trainingRouteRef,
  workRouteRef,
} from './routes';
import { ANSWERS_FIELD } from './scaffolder/answersFieldName';
import { LazyAnswersField } from './scaffolder/LazyAnswersField';
import { FOUND_TYPE } from './search/foundDocument';

export { aiGovernanceTranslationRef } from './translation';
export { aiGovernanceApiRef } from './api';
export { AISystemIcon } from './AISystemIcon';
export {
  aiGovernanceCatalogColumns,
  withAiGovernanceColumns,
} from './catalog/columns';
export { hasAiSystems, isAiGovernanceSubject } from './legacy/conditions';

/** AI governance in the legacy frontend system. */
export const aiGovernancePlugin = createPlugin({
  id: 'ai-governance',
  apis: [
    createApiFactory({
      api: aiGovernanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new AiGovernanceClient(deps),
    }),
  ],
  routes: {
    root: rootRouteRef,
    scorecards: scorecardsRouteRef,
    team: teamRouteRef,
    inventory: inventoryRouteRef,
    imports: importsRouteRef,
    health: healthRouteRef,
    register: registerRouteRef,
    editRegistration: editRegistrationRouteRef,
    registers: registersRouteRef,
    training: trainingRouteRef,
    organization: organizationRouteRef,
    frameworks: frameworksRouteRef,
    framework: frameworkRouteRef,
    applicability: applicabilityRouteRef,
    importSpreadsheet: importSheetRouteRef,
    policy: policyRouteRef,
    work: workRouteRef,
  },
  externalRoutes: { catalogGraph: catalogGraphRouteRef },
});

/** Scorecards, inventory, registers, training, policy and what there is to do, for a route such as `/ai-governance`. */
export const AiGovernancePage = aiGovernancePlugin.provide(
  createRoutableExtension({
    name: 'AiGovernancePage',
    component: () =>
      import('./pages/AiGovernancePage').then(m => m.AiGovernancePage),
    mountPoint: rootRouteRef,
  }),
);

/** What there is to do for the reader, for a home page. */
export const HomePageAiGovernanceWork = aiGovernancePlugin.provide(
  createCardExtension({
    name: 'HomePageAiGovernanceWork',
    title: 'My AI governance work',
    components: async () => {
      const { WorkCard } = await import('./home/WorkCard');
      return { Content: WorkCard };
    },
  }),
);

/** What was found about AI systems, for the search page: needs backstage-plugin-search-backend-module-ai-governance. */
export const AiGovernanceSearchResultListItem = aiGovernancePlugin.provide(
  createSearchResultListItemExtension({
    name: 'AiGovernanceSearchResultListItem',
    predicate: result => result.type === FOUND_TYPE,
    component: async () => (await import('./search/FoundItem')).FoundItem,
  }),
);

/** Filters the catalog's index page by tier and level: among the `filters` of `CatalogIndexPage`. */
export const AiGovernanceCatalogFilter = aiGovernancePlugin.provide(
  createComponentExtension({
    name: 'AiGovernanceCatalogFilter',
    component: {
      lazy: () =>
        import('./catalog/CatalogPostureFilter').then(
          m => m.CatalogPostureFilter,
        ),
    },
  }),
);

/** The field `AiSystemAnswers` of templates that declare AI, for the `ScaffolderFieldExtensions` of the page of templates. */
export const AiSystemAnswersFieldExtension = aiGovernancePlugin.provide(
  createScaffolderFieldExtension<any, any>({
    name: ANSWERS_FIELD,
    component: LazyAnswersField,
    validation: async (...asked) => {
      const { validateAnswers } = await import('./scaffolder/answers');
      validateAnswers(...asked);
    },
  }),
);

/** The first card on the overview of a subject. */
export const EntityAiGovernanceCard = aiGovernancePlugin.provide(
  createComponentExtension({
    name: 'EntityAiGovernanceCard',
    component: { lazy: () => import('./entity').then(m => m.PostureCard) },
  }),
);

/** The AI systems that a service rests on, also through others. */
export const EntityAiSystemsCard = aiGovernancePlugin.provide(
  createComponentExtension({
    name: 'EntityAiSystemsCard',
    component: {
      lazy: () => import('./entity/ServiceCard').then(m => m.ServiceCard),
    },
  }),
);

/** What rests on a subject: whom a change or an incident reaches. */
export const EntityAiRestingCard = aiGovernancePlugin.provide(
  createComponentExtension({
    name: 'EntityAiRestingCard',
    component: {
      lazy: () => import('./entity/RestingCard').then(m => m.RestingCard),
    },
  }),
);

/** The scorecard of a group. */
export const EntityTeamScorecardCard = aiGovernancePlugin.provide(
  createComponentExtension({
    name: 'EntityTeamScorecardCard',
    component: {
      lazy: () => import('./entity/TeamCard').then(m => m.TeamCard),
    },
  }),
);

/** The tab of a subject at `/intended-use`. */
export const EntityIntendedUseContent = aiGovernancePlugin.provide(
  createRoutableExtension({
    name: 'EntityIntendedUseContent',
    component: () => import('./entity').then(m => m.IntendedUseTab),
    mountPoint: intendedUseRouteRef,
  }),
);

/** The tab of a subject at `/risk`. */
export const EntityRiskContent = aiGovernancePlugin.provide(
  createRoutableExtension({
    name: 'EntityRiskContent',
    component: () => import('./entity').then(m => m.RiskTab),
    mountPoint: riskRouteRef,
  }),
);

/** The tab of a subject at `/documents`. */
export const EntityDocumentsContent = aiGovernancePlugin.provide(
  createRoutableExtension({
    name: 'EntityDocumentsContent',
    component: () => import('./entity').then(m => m.DocumentsTab),
    mountPoint: documentsRouteRef,
  }),
);

/** The tab of a subject at `/changes`. */
export const EntityChangesContent = aiGovernancePlugin.provide(
  createRoutableExtension({
    name: 'EntityChangesContent',
    component: () => import('./entity').then(m => m.ChangesTab),
    mountPoint: changesRouteRef,
  }),
);

/** The tab of a subject at `/assurance`. */
export const EntityAssuranceContent = aiGovernancePlugin.provide(
  createRoutableExtension({
    name: 'EntityAssuranceContent',
    component: () => import('./assurance').then(m => m.AssuranceTab),
    mountPoint: assuranceRouteRef,
  }),
);
