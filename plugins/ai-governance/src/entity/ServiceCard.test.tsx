import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import { aiGovernanceApiRef } from '../api';
import {
  FakeAiGovernance,
  subject,
} from '../pages/__testUtils__/FakeAiGovernance';
import { reached } from './graph/__testUtils__/reached';
import { ServiceCard } from './ServiceCard';

const service = (
  ...relations: [type: string, targetRef: string][]
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'limit-scorer', namespace: 'default' },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

function show(api: FakeAiGovernance, entity: Entity) {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <ServiceCard />
    </EntityProvider>,
    {
      apis: [[aiGovernanceApiRef, api]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as any,
      },
    },
  );
}

describe('ServiceCard', () => {
  it('shows the AI that the service rests on, each with the way there and its standing', async () => {
    const api = new FakeAiGovernance();
    api.below = [
      reached('aisystem:default/unseen', 'Unseen', [['partOf']]),
      reached(
        'aisystem:default/limits',
        'Card limit decisions',
        [
          ['consumesApi', 'api:default/quotes', 'Quotes'],
          ['apiProvidedBy', 'component:default/pricing', 'Pricing'],
          ['dependsOn'],
        ],
        { subject: subject('limits') },
      ),
    ];
    show(
      api,
      service(
        ['consumesApi', 'api:default/quotes'],
        ['partOf', 'aisystem:default/unseen'],
      ),
    );
    expect(
      await screen.findByRole('link', { name: 'Card limit decisions' }),
    ).toHaveAttribute('href', '/catalog/default/aisystem/limits');
    const [unseen, limits, ...others] = screen.getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(limits).toHaveTextContent(
      'Calls Quotes › is provided by Pricing › depends on it',
    );
    expect(
      within(limits).getByRole('link', { name: 'Pricing' }),
    ).toHaveAttribute('href', '/catalog/default/component/pricing');
    expect(limits).toHaveTextContent('Tier: High');
    expect(limits).toHaveTextContent('Level: Bronze');
    expect(limits).toHaveTextContent(
      'FailRisk is assessed. There is no risk assessment.',
    );
    expect(unseen).toHaveTextContent('Is part of it');
    expect(within(unseen).getByText(/No standing/)).toBeVisible();
    expect(screen.queryByRole('note')).not.toBeInTheDocument();
    expect(api.asked.graph).toEqual(['below component:default/limit-scorer']);
  });

  it('is not there for a service that rests on none', async () => {
    const api = new FakeAiGovernance();
    show(api, service(['dependsOn', 'resource:default/ledger-db']));
    await waitFor(() =>
      expect(api.asked.graph).toEqual(['below component:default/limit-scorer']),
    );
    // the answer is there, and was drawn
    await act(async () => {});
    expect(screen.queryByText(/AI systems/)).not.toBeInTheDocument();
  });

  it('asks for nothing where nothing can be', async () => {
    const api = new FakeAiGovernance();
    show(
      api,
      service(
        ['dependencyOf', 'aisystem:default/limits'],
        ['partOf', 'system:default/lending'],
      ),
    );
    expect(screen.queryByText(/AI systems/)).not.toBeInTheDocument();
    expect(api.asked.graph).toEqual([]);
  });

  it('says when there is more than was looked at', async () => {
    const api = new FakeAiGovernance();
    api.graphCut = true;
    show(api, service(['dependsOn', 'component:default/hub']));
    expect(await screen.findByRole('note')).toHaveTextContent(
      'There is more than this: the catalog was followed for 6 steps and through at most 500 entities.',
    );
  });

  it('says what went wrong', async () => {
    const api = new FakeAiGovernance();
    api.failure = new Error('The database is away.');
    show(api, service(['dependsOn', 'component:default/pricing']));
    expect(await screen.findByText('The database is away.')).toBeVisible();
  });
});
