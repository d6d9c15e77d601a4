import { Route, useLocation } from 'react-router-dom';
import { Entity } from '@backstage/catalog-model';
import { FlatRoutes } from '@backstage/core-app-api';
import { configApiRef } from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  catalogPlugin,
  DefaultEntityPresentationApi,
  EntityLayout,
  EntitySwitch,
  isKind,
} from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityPresentationApiRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { cardLimits } from '../components/__testUtils__/renderEntity';
import { reached } from '../entity/graph/__testUtils__/reached';
import {
  AISystemIcon,
  AiGovernancePage,
  aiGovernanceApiRef,
  EntityAiGovernanceCard,
  EntityAiRestingCard,
  EntityAiSystemsCard,
  EntityAssuranceContent,
  EntityChangesContent,
  EntityDocumentsContent,
  EntityIntendedUseContent,
  EntityRiskContent,
  EntityTeamScorecardCard,
  hasAiSystems,
  isAiGovernanceSubject,
} from '../legacy';
import {
  FakeAiGovernance,
  subject,
  team,
} from '../pages/__testUtils__/FakeAiGovernance';

const entityOf = (
  kind: string,
  name: string,
  more: Partial<Entity> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  ...more,
});
const entities = [
  cardLimits,
  entityOf('Component', 'portal', {
    relations: [{ type: 'dependsOn', targetRef: 'aisystem:default/limits' }],
  }),
  entityOf('Component', 'batch'),
  entityOf('Component', 'scorer', { spec: { aiGovernance: {} } }),
  entityOf('Component', 'model', { spec: { type: 'model' } }),
  entityOf('Group', 'credit'),
];

const overview = (
  <>
    <p>About it</p>
    <EntitySwitch>
      <EntitySwitch.Case if={isAiGovernanceSubject}>
        <EntityAiGovernanceCard />
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={hasAiSystems}>
        <EntityAiSystemsCard />
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={isKind('aisystem')}>
        <EntityAiRestingCard />
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={isKind('group')}>
        <EntityTeamScorecardCard />
      </EntitySwitch.Case>
    </EntitySwitch>
  </>
);
const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      {overview}
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/intended-use"
      title="Intended use"
      if={isAiGovernanceSubject}
    >
      <EntityIntendedUseContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/risk" title="Risk" if={isAiGovernanceSubject}>
      <EntityRiskContent />
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/documents"
      title="Documents"
      if={isAiGovernanceSubject}
    >
      <EntityDocumentsContent />
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/changes"
      title="Changes"
      if={isAiGovernanceSubject}
    >
      <EntityChangesContent />
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/assurance"
      title="Assurance"
      if={isAiGovernanceSubject}
    >
      <EntityAssuranceContent />
    </EntityLayout.Route>
  </EntityLayout>
);

function Address() {
  const { pathname } = useLocation();
  return <output data-testid="address">{pathname}</output>;
}

/** The page of an entity in a portal of the legacy frontend system, with the pages of AI governance at a path of the adopter's choice. */
async function openEntity(
  ref: string,
  api: FakeSubjectApi | FakeAiGovernance,
  config: Record<string, any> = {},
) {
  const catalogApi = catalogApiMock({ entities });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [aiGovernanceApiRef, api],
        [catalogApiRef, catalogApi],
        [
          entityPresentationApiRef,
          DefaultEntityPresentationApi.create({
            catalogApi,
            kindIcons: { aisystem: AISystemIcon },
          }),
        ],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        [permissionApiRef, mockApis.permission()],
        [
          configApiRef,
          mockApis.config({
            data: { backend: { baseUrl: 'http://backend' }, ...config },
          }),
        ],
      ]}
    >
      <Address />
      <FlatRoutes>
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          {entityPage}
        </Route>
        <Route path="/compliance/ai" element={<AiGovernancePage />} />
      </FlatRoutes>
    </TestApiProvider>,
    {
      routeEntries: [`/catalog/default/${ref}`],
      mountedRoutes: { '/catalog': catalogPlugin.routes.catalogIndex },
    },
  );
}

const tabs = async () =>
  (await screen.findAllByRole('tab')).map(tab => tab.textContent);

describe('The page of an entity in the legacy frontend system', () => {
  it('leads from what is missing to the tab that mends it, with the editor open', async () => {
    await openEntity('aisystem/card-limits', new FakeSubjectApi());
    const first = await screen.findByRole('region', {
      name: 'What to do first',
    });
    await userEvent.click(
      within(first).getByRole('button', { name: 'Write the intended use' }),
    );
    expect(
      await screen.findByLabelText(/^Purpose/, { selector: 'textarea' }),
    ).toBeVisible();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/catalog/default/aisystem/card-limits/intended-use',
    );
  });

  it.each([
    ['risk', 'Assess the risk'],
    ['documents', 'Write: Operations'],
    ['changes', 'Log a change'],
    ['assurance', 'Ask for approval'],
  ])('opens the tab %s by its address', async (path, action) => {
    await openEntity(`aisystem/card-limits/${path}`, new FakeSubjectApi());
    expect(
      await screen.findByRole('button', { name: action }),
    ).toBeInTheDocument();
  });

  it('has the tabs for subjects only', async () => {
    await openEntity('component/scorer', new FakeSubjectApi());
    expect(await tabs()).toEqual([
      'Overview',
      'Intended use',
      'Risk',
      'Documents',
      'Changes',
      'Assurance',
    ]);
  });

  it('is left as it was for whatever has nothing to do with AI', async () => {
    await openEntity('component/batch', new FakeSubjectApi());
    expect(await screen.findByText('About it')).toBeInTheDocument();
    expect(screen.queryByText('AI governance')).not.toBeInTheDocument();
    expect(screen.queryByText('Risk')).not.toBeInTheDocument();
  });

  it('shows the posture of whatever the configuration makes a subject', async () => {
    await openEntity('component/model', new FakeSubjectApi(), {
      aiGovernance: { subjects: { 'spec.type': 'model' } },
    });
    expect(
      await screen.findByRole('heading', { name: 'AI governance' }),
    ).toBeInTheDocument();
  });

  it('shows what a service rests on', async () => {
    const api = new FakeAiGovernance();
    api.below = [
      reached('aisystem:default/limits', 'Card limits', [['dependsOn']]),
    ];
    await openEntity('component/portal', api);
    expect(
      await screen.findByRole('link', { name: 'Card limits' }),
    ).toHaveAttribute('href', '/catalog/default/aisystem/limits');
  });

  it('shows what rests on a system', async () => {
    const api = new FakeAiGovernance();
    api.above = [
      reached('component:default/portal', 'Portal', [['dependencyOf']]),
    ];
    await openEntity('aisystem/card-limits', api);
    expect(await screen.findByRole('link', { name: 'Portal' })).toHaveAttribute(
      'href',
      '/catalog/default/component/portal',
    );
  });

  it('leads from a group to the scorecard of the team, wherever the pages are mounted', async () => {
    const api = new FakeAiGovernance();
    api.teams = [
      team('credit', { title: 'Credit', subjects: 1, counts: { fail: 1 } }),
    ];
    api.subjectList = [subject('limits')];
    await openEntity('group/credit', api);
    await userEvent.click(
      await screen.findByRole('link', { name: /^Scorecard of the team/ }),
    );
    expect(
      await screen.findByRole('table', { name: 'AI systems of Credit' }),
    ).toBeVisible();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/compliance/ai/teams/default/credit',
    );
  });
});
