import { Route } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AISystemIcon,
  AiGovernancePage,
  aiGovernanceApiRef,
  aiGovernancePlugin,
} from './legacy';
import {
  FakeAiGovernance,
  subject,
  team,
} from './pages/__testUtils__/FakeAiGovernance';
import { scorecardOf } from './pages/__testUtils__/scorecards';

/** The pages at a path of the adopter's choice, opened at an address below it. */
async function openPages(
  path: string,
  below: string = '',
  past: FakeAiGovernance['past'] = {},
) {
  const api = new FakeAiGovernance();
  api.past = past;
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
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <FlatRoutes>
        <Route path={path} element={<AiGovernancePage />} />
      </FlatRoutes>
    </TestApiProvider>,
    {
      routeEntries: [`${path}${below}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe.each(['/ai-governance', '/compliance/ai'])(
  'The pages in the legacy frontend system at %s',
  path => {
    it('begin with the scorecards and have the same links between them', async () => {
      await openPages(path);
      const credit = await screen.findByRole('link', { name: 'Credit' });
      expect(credit).toHaveAttribute('href', `${path}/teams/default/credit`);
      await userEvent.click(credit);
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

    it('keep the day that is shown from tab to tab', async () => {
      const day = '2026-03-01T22:59:59.999Z';
      await openPages(path, `/teams?asOf=${day}`, { [day]: {} });
      await screen.findByText(/As it was on/);
      for (const name of [
        'Inventory',
        'Management system',
        'Frameworks',
        'Scorecards',
      ]) {
        await userEvent.click(screen.getByRole('tab', { name }));
        expect(await screen.findByRole('heading', { name })).toBeVisible();
        expect(await screen.findByText(/As it was on/)).toBeVisible();
      }
    });

    it.each([
      ['/inventory', 'Inventory', 'heading', 'Inventory'],
      ['/teams', 'Scorecards', 'heading', 'Scorecards'],
      ['/registers', 'Registers', 'heading', 'Registers'],
      ['/frameworks', 'Frameworks', 'heading', 'Frameworks'],
      ['/frameworks/eu-ai-act', 'Frameworks', 'heading', 'EU AI Act'],
      ['/policy', 'Policy', 'heading', 'Policy'],
      ['/work', 'My work', 'heading', 'My work'],
      ['/teams/default/credit', 'Scorecards', 'table', 'AI systems of Credit'],
    ])(
      'open %s by its address, under its tab %s',
      async (below, tab, role, name) => {
        await openPages(path, below);
        expect(await screen.findByRole(role, { name })).toBeVisible();
        expect(screen.getByRole('tab', { name: tab })).toHaveAttribute(
          'aria-selected',
          'true',
        );
      },
    );
  },
);

describe('The plugin in the legacy frontend system', () => {
  it('brings its own client of the backend, and names its pages', () => {
    expect([...aiGovernancePlugin.getApis()].map(a => a.api.id)).toEqual([
      aiGovernanceApiRef.id,
    ]);
    expect(aiGovernancePlugin.getId()).toBe('ai-governance');
    expect(Object.keys(aiGovernancePlugin.routes)).toEqual(
      expect.arrayContaining([
        'root',
        'scorecards',
        'team',
        'inventory',
        'health',
        'registers',
        'frameworks',
        'framework',
        'applicability',
        'policy',
        'work',
      ]),
    );
  });

  it('hands on the icon of the kind, in the sizes of other icons', () => {
    const { container } = render(<AISystemIcon fontSize="large" />);
    expect(container.querySelector('svg')).toHaveClass(
      'MuiSvgIcon-fontSizeLarge',
    );
  });
});
