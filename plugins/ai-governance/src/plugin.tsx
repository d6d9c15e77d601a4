import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import GovernanceIcon from '@material-ui/icons/VerifiedUserOutlined';
import { AiGovernanceClient } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from './api';
import { mayRestOnAIFilter } from './entity/restsOnAI';
import { subjectsIn } from './entity/subjects';
import {
  applicabilityRouteRef,
  assuranceRouteRef,
  catalogGraphRouteRef,
  changesRouteRef,
  documentsRouteRef,
  editRegistrationRouteRef,
  frameworkRouteRef,
  frameworksRouteRef,
  healthRouteRef,
  importSheetRouteRef,
  importsRouteRef,
  intendedUseRouteRef,
  inventoryRouteRef,
  organizationRouteRef,
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
import { scaffolderExtensions } from './scaffolder/extensions';
import { searchExtensions } from './search/extensions';

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: aiGovernanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new AiGovernanceClient(deps),
    }),
});

const page = PageBlueprint.makeWithOverrides({
  factory(make, { config, inputs, node }) {
    const pages = inputs.pages.map(one => ({
      path: one.get(coreExtensionData.routePath),
      title: one.get(coreExtensionData.title),
      element: one.get(coreExtensionData.reactElement),
    }));
    return make({
      path: '/ai-governance',
      title: 'AI governance',
      icon: <GovernanceIcon fontSize="inherit" />,
      routeRef: rootRouteRef,
      // framed here and not by the blueprint, whose tabs would always lead to the present
      noHeader: true,
      loader: async () => {
        const { PagesFrame } = await import('./pages/PagesFrame');
        return (
          <PagesFrame
            title={config.title ?? 'AI governance'}
            icon={<GovernanceIcon fontSize="inherit" />}
            pluginId={node.spec.plugin.pluginId}
            pages={pages}
          />
        );
      },
    });
  },
});

const scorecardsPage = SubPageBlueprint.make({
  name: 'scorecards',
  params: {
    path: 'teams',
    title: 'Scorecards',
    loader: async () => {
      const { ScorecardsRoutes } = await import('./pages/ScorecardsRoutes');
      return <ScorecardsRoutes />;
    },
  },
});

const inventoryPage = SubPageBlueprint.make({
  name: 'inventory',
  params: {
    path: 'inventory',
    title: 'Inventory',
    loader: async () => {
      const { InventoryRoutes } = await import('./pages/InventoryRoutes');
      return <InventoryRoutes />;
    },
  },
});

const registerPage = SubPageBlueprint.make({
  name: 'register',
  params: {
    path: 'register',
    title: 'Register',
    loader: async () => {
      const { RegisterRoutes } = await import('./pages/RegisterRoutes');
      return <RegisterRoutes />;
    },
  },
});

const registersPage = SubPageBlueprint.make({
  name: 'registers',
  params: {
    path: 'registers',
    title: 'Registers',
    loader: async () => {
      const { RegistersRoutes } = await import('./pages/RegistersRoutes');
      return <RegistersRoutes />;
    },
  },
});

const trainingPage = SubPageBlueprint.make({
  name: 'training',
  params: {
    path: 'training',
    title: 'Training',
    loader: async () => {
      const { TrainingPage } = await import('./pages/TrainingPage');
      return <TrainingPage />;
    },
  },
});

const organizationPage = SubPageBlueprint.make({
  name: 'organization',
  params: {
    path: 'organization',
    title: 'Management system',
    loader: async () => {
      const { OrganizationPage } = await import('./pages/OrganizationPage');
      return <OrganizationPage />;
    },
  },
});

const frameworksPage = SubPageBlueprint.make({
  name: 'frameworks',
  params: {
    path: 'frameworks',
    title: 'Frameworks',
    loader: async () => {
      const { FrameworksRoutes } = await import('./pages/FrameworksRoutes');
      return <FrameworksRoutes />;
    },
  },
});

const policyPage = SubPageBlueprint.make({
  name: 'policy',
  params: {
    path: 'policy',
    title: 'Policy',
    loader: async () => {
      const { PolicyPage } = await import('./pages/PolicyPage');
      return <PolicyPage />;
    },
  },
});

const workPage = SubPageBlueprint.make({
  name: 'work',
  params: {
    path: 'work',
    title: 'My work',
    loader: async () => {
      const { WorkPage } = await import('./pages/WorkPage');
      return <WorkPage />;
    },
  },
});

const workCard = HomePageWidgetBlueprint.make({
  name: 'work',
  params: {
    name: 'AiGovernanceWork',
    title: 'My AI governance work',
    description: 'What is overdue, waits for you or runs out soon',
    components: async () => {
      const { WorkCard } = await import('./home/WorkCard');
      return { Content: WorkCard };
    },
    layout: { height: { minRows: 4 }, width: { minColumns: 4 } },
  },
});

const catalogFilter = CatalogFilterBlueprint.make({
  name: 'posture',
  params: {
    loader: async () => {
      const { CatalogPostureFilter } = await import(
        './catalog/CatalogPostureFilter'
      );
      return <CatalogPostureFilter />;
    },
  },
});

const postureCard = EntityCardBlueprint.makeWithOverrides({
  name: 'posture',
  factory(make, { apis }) {
    return make({
      type: 'content',
      filter: subjectsIn(apis),
      loader: async () => {
        const { PostureCard } = await import('./entity');
        return <PostureCard />;
      },
    });
  },
});

const serviceCard = EntityCardBlueprint.make({
  name: 'service',
  params: {
    type: 'content',
    filter: mayRestOnAIFilter,
    loader: async () => {
      const { ServiceCard } = await import('./entity/ServiceCard');
      return <ServiceCard />;
    },
  },
});

const restingCard = EntityCardBlueprint.makeWithOverrides({
  name: 'resting',
  factory(make, { apis }) {
    return make({
      type: 'content',
      filter: subjectsIn(apis),
      loader: async () => {
        const { RestingCard } = await import('./entity/RestingCard');
        return <RestingCard />;
      },
    });
  },
});

const teamCard = EntityCardBlueprint.make({
  name: 'team',
  params: {
    type: 'content',
    filter: { kind: 'Group' },
    loader: async () => {
      const { TeamCard } = await import('./entity/TeamCard');
      return <TeamCard />;
    },
  },
});

const intendedUse = EntityContentBlueprint.makeWithOverrides({
  name: 'intended-use',
  factory(make, { apis }) {
    return make({
      path: '/intended-use',
      title: 'Intended use',
      routeRef: intendedUseRouteRef,
      filter: subjectsIn(apis),
      loader: async () => {
        const { IntendedUseTab } = await import('./entity');
        return <IntendedUseTab />;
      },
    });
  },
});

const risk = EntityContentBlueprint.makeWithOverrides({
  name: 'risk',
  factory(make, { apis }) {
    return make({
      path: '/risk',
      title: 'Risk',
      routeRef: riskRouteRef,
      filter: subjectsIn(apis),
      loader: async () => {
        const { RiskTab } = await import('./entity');
        return <RiskTab />;
      },
    });
  },
});

const documents = EntityContentBlueprint.makeWithOverrides({
  name: 'documents',
  factory(make, { apis }) {
    return make({
      path: '/documents',
      title: 'Documents',
      routeRef: documentsRouteRef,
      filter: subjectsIn(apis),
      loader: async () => {
        const { DocumentsTab } = await import('./entity');
        return <DocumentsTab />;
      },
    });
  },
});

const changes = EntityContentBlueprint.makeWithOverrides({
  name: 'changes',
  factory(make, { apis }) {
    return make({
      path: '/changes',
      title: 'Changes',
      routeRef: changesRouteRef,
      filter: subjectsIn(apis),
      loader: async () => {
        const { ChangesTab } = await import('./entity');
        return <ChangesTab />;
      },
    });
  },
});

const assurance = EntityContentBlueprint.makeWithOverrides({
  name: 'assurance',
  factory(make, { apis }) {
    return make({
      path: '/assurance',
      title: 'Assurance',
      routeRef: assuranceRouteRef,
      filter: subjectsIn(apis),
      loader: async () => {
        const { AssuranceTab } = await import('./assurance');
        return <AssuranceTab />;
      },
    });
  },
});

/** AI governance in the new frontend system: pages, cards and tabs. */
export const aiGovernancePlugin = createFrontendPlugin({
  pluginId: 'ai-governance',
  title: 'AI governance',
  icon: <GovernanceIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
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
  extensions: [
    api,
    page,
    scorecardsPage,
    inventoryPage,
    registerPage,
    registersPage,
    trainingPage,
    organizationPage,
    frameworksPage,
    policyPage,
    workPage,
    workCard,
    catalogFilter,
    postureCard,
    serviceCard,
    restingCard,
    teamCard,
    intendedUse,
    risk,
    documents,
    changes,
    assurance,
    ...searchExtensions,
    ...scaffolderExtensions,
  ],
});
