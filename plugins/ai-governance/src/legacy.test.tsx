import { Route } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AiGovernancePage,
  aiGovernanceApiRef,
  aiGovernancePlugin,
  EntityChangesContent,
  EntityIntendedUseContent,
  EntityRiskContent,
} from './legacy';
import {
  FakeAiGovernance,
  subject,
  team,
} from './pages/__testUtils__/FakeAiGovernance';
import { scorecardOf } from './pages/__testUtils__/scorecards';

describe('The plugin in the legacy frontend system', () => {
  it('has the same pages, with the same links between them', async () => {
    const api = new FakeAiGovernance();
    api.teams = [team('credit', { title: 'Credit', counts: { fail: 1 } })];
    api.organization = {
      ...api.organization,
      ...scorecardOf({ subjects: 1, counts: { fail: 1 } }),
    };
    api.subjectList = [subject('limits')];
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [aiGovernanceApiRef, api],
          [catalogApiRef, catalogApiMock()],
        ]}
      >
        <FlatRoutes>
          <Route path="/ai-governance" element={<AiGovernancePage />} />
        </FlatRoutes>
      </TestApiProvider>,
      {
        routeEntries: ['/ai-governance'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    await userEvent.click(await screen.findByRole('link', { name: 'Credit' }));
    const systems = await screen.findByRole('table', {
      name: 'AI systems of Credit',
    });
    expect(
      within(systems).getByRole('link', { name: 'limits' }),
    ).toHaveAttribute('href', '/catalog/default/aisystem/limits');
    await userEvent.click(screen.getByRole('tab', { name: 'Inventory' }));
    expect(
      await screen.findByRole('heading', { name: 'Inventory' }),
    ).toBeVisible();
  });

  it('brings its own client, and the tabs of a subject', () => {
    expect([...aiGovernancePlugin.getApis()].map(a => a.api.id)).toEqual([
      aiGovernanceApiRef.id,
    ]);
    for (const content of [
      EntityIntendedUseContent,
      EntityRiskContent,
      EntityChangesContent,
    ]) {
      expect(content).toEqual(expect.any(Function));
    }
  });
});
