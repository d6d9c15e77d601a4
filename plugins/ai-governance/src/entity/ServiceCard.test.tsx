import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { aiGovernanceApiRef } from '../api';
import {
  FakeAiGovernance,
  subject,
} from '../pages/__testUtils__/FakeAiGovernance';
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
  it('shows the AI systems that the service rests on, each with its standing', async () => {
    const api = new FakeAiGovernance();
    api.subjectList = [
      subject('limits', { title: 'Card limit decisions' }),
      subject('elsewhere'),
    ];
    show(
      api,
      service(
        ['dependsOn', 'aisystem:default/limits'],
        ['partOf', 'aisystem:default/Limits'],
        ['dependsOn', 'resource:default/ledger-db'],
        ['dependencyOf', 'aisystem:default/elsewhere'],
        ['dependsOn', 'aisystem:default/unseen'],
      ),
    );
    expect(
      await screen.findByRole('link', { name: 'Card limit decisions' }),
    ).toHaveAttribute('href', '/catalog/default/aisystem/limits');
    const [limits, unseen, ...others] = screen.getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(limits).toHaveTextContent('Tier: High');
    expect(limits).toHaveTextContent('Level: Bronze');
    expect(limits).toHaveTextContent(
      'FailRisk is assessed. There is no risk assessment.',
    );
    expect(within(unseen).getByText(/No standing/)).toBeVisible();
    expect(api.asked.subjects).toEqual([
      {
        ref: ['aisystem:default/limits', 'aisystem:default/unseen'],
        limit: 500,
      },
    ]);
  });

  it('is not there for a service that rests on none', async () => {
    const api = new FakeAiGovernance();
    show(api, service(['dependsOn', 'resource:default/ledger-db']));
    expect(screen.queryByText(/AI systems/)).not.toBeInTheDocument();
    expect(api.asked.subjects).toEqual([]);
  });

  it('says what went wrong', async () => {
    const api = new FakeAiGovernance();
    api.failure = new Error('The database is away.');
    show(api, service(['dependsOn', 'aisystem:default/limits']));
    expect(await screen.findByText('The database is away.')).toBeVisible();
  });
});
