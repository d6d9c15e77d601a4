import { Entity } from '@backstage/catalog-model';
import { createRouteRef } from '@backstage/core-plugin-api';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp, renderTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aiGovernanceApiRef } from '../api';
import {
  FakeAiGovernance,
  subject,
} from '../pages/__testUtils__/FakeAiGovernance';
import { aiGovernancePlugin } from '../plugin';
import { reached } from './graph/__testUtils__/reached';
import { RestingCard } from './RestingCard';

const system: Entity = {
  apiVersion: 'ai-governance/v1alpha1',
  kind: 'AISystem',
  metadata: { name: 'limits', namespace: 'default' },
};
const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': entityRouteRef as any,
};
const card = (
  <EntityProvider entity={system}>
    <RestingCard />
  </EntityProvider>
);

function show(api: FakeAiGovernance) {
  return renderInTestApp(card, {
    apis: [[aiGovernanceApiRef, api]],
    mountedRoutes,
  });
}

const payments = { owner: 'group:default/payments' };
const pricing: [string, string, string] = [
  'dependencyOf',
  'component:default/pricing',
  'Pricing',
];
const example = () => {
  const api = new FakeAiGovernance();
  api.above = [
    reached('component:default/pricing', 'Pricing', [['dependencyOf']], {
      ...payments,
      type: 'service',
    }),
    reached('aisystem:default/offers', 'Offers', [['dependencyOf']], {
      subject: subject('offers'),
    }),
    reached(
      'api:default/quotes',
      'Quotes',
      [pricing, ['providesApi']],
      payments,
    ),
  ];
  return api;
};

describe('RestingCard', () => {
  it('shows what rests on a system by its owner, with the way back to it', async () => {
    const api = example();
    show(api);
    const owned = await screen.findByRole('heading', { name: /payments/i });
    expect(owned).toHaveTextContent('(2)');
    expect(
      screen.getByText(
        '3 entities of 1 owner: whom a change or an incident reaches',
      ),
    ).toBeVisible();
    const [first, second, third] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent(
      'Pricing (Component, service)Depends on it',
    );
    expect(second).toHaveTextContent(
      'Quotes (API)Is provided by Pricing › depends on it',
    );
    expect(
      within(second).getByRole('link', { name: 'Quotes' }),
    ).toHaveAttribute('href', '/catalog/default/api/quotes');
    expect(third).toHaveTextContent('Offers (AI system) HighDepends on it');
    expect(
      screen.getByRole('heading', { name: 'Without an owner (1)' }),
    ).toBeVisible();
    expect(screen.queryByText('In the catalog graph')).not.toBeInTheDocument();
    expect(api.asked.graph).toEqual(['above aisystem:default/limits']);
  });

  it('leads to the graph of the catalog where the portal has one', async () => {
    const graphRouteRef = createRouteRef({ id: 'catalog-graph' });
    const graph = createFrontendPlugin({
      pluginId: 'catalog-graph',
      routes: { catalogGraph: graphRouteRef },
      extensions: [
        PageBlueprint.make({
          params: {
            path: '/graph',
            routeRef: graphRouteRef,
            loader: async () => <p>Graph</p>,
          },
        }),
      ],
    });
    const page = createFrontendPlugin({
      pluginId: 'page',
      extensions: [
        PageBlueprint.make({ params: { path: '/', loader: async () => card } }),
      ],
    });
    renderTestApp({
      features: [graph, aiGovernancePlugin, page],
      apis: [[aiGovernanceApiRef, example()]],
      mountedRoutes,
    });
    const link = await screen.findByRole('link', {
      name: /In the catalog graph/,
    });
    const { pathname, searchParams } = new URL(
      link.getAttribute('href')!,
      'http://portal',
    );
    expect(pathname).toBe('/graph');
    expect(searchParams.getAll('rootEntityRefs[]')).toEqual([
      'aisystem:default/limits',
    ]);
    expect(searchParams.getAll('selectedRelations[]')).toEqual([
      'dependencyOf',
      'apiConsumedBy',
      'providesApi',
      'partOf',
    ]);
  });

  it('shows the first ten until somebody asks for all', async () => {
    const api = new FakeAiGovernance();
    api.above = Array.from({ length: 12 }, (_, i) =>
      reached(
        `component:default/c${i}`,
        `Service ${i}`,
        [['dependencyOf']],
        payments,
      ),
    );
    show(api);
    const more = await screen.findByRole('button', { name: 'Show all 12' });
    expect(screen.getAllByRole('listitem')).toHaveLength(10);
    await userEvent.click(more);
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
    await userEvent.click(
      screen.getByRole('button', { name: 'Download as CSV' }),
    );
    expect(api.asked.graph).toContain('CSV aisystem:default/limits');
  });

  it('says how something comes to rest on it while nothing does', async () => {
    show(new FakeAiGovernance());
    expect(await screen.findByText('Nothing rests on it')).toBeVisible();
    expect(screen.getByText(/spec\.dependsOn/)).toBeVisible();
  });

  it('says when there is more, and what went wrong', async () => {
    const api = example();
    api.graphCut = true;
    const shown = show(api);
    expect(await screen.findByRole('note')).toHaveTextContent(/There is more/);
    shown.unmount();
    api.failure = new Error('The catalog is away.');
    show(api);
    expect(await screen.findByText('The catalog is away.')).toBeVisible();
  });
});
