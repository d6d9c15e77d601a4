import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { aiGovernanceApiRef } from '../api';
import {
  FakeAiGovernance,
  team,
} from '../pages/__testUtils__/FakeAiGovernance';
import { rootRouteRef } from '../routes';
import { TeamCard } from './TeamCard';

function show(api: FakeAiGovernance, mounted = true) {
  return renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'credit', namespace: 'default' },
      }}
    >
      <TeamCard />
    </EntityProvider>,
    {
      apis: [[aiGovernanceApiRef, api]],
      mountedRoutes: mounted ? { '/ai-governance': rootRouteRef } : {},
    },
  );
}

describe('TeamCard', () => {
  const credit = team('credit', {
    subjects: 3,
    counts: { pass: 6, fail: 3, expired: 1 },
    families: { DOC: { pass: 1, fail: 1 } },
    levels: { gold: 1, none: 2 },
    unevaluated: 1,
  });

  it('shows the scorecard of the team, and the way to all of it', async () => {
    const api = new FakeAiGovernance();
    api.teams = [credit];
    show(api);
    // the whole, and each of the families that have no counts of their own
    expect(await screen.findAllByText('60 % · 6 of 10 hold')).toHaveLength(3);
    expect(screen.getByText('50 % · 1 of 2 hold')).toBeVisible();
    expect(screen.getByText('1 Gold, 2 No level yet')).toBeVisible();
    expect(
      screen.getByText('3, 1 of them wait for the first evaluation'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /Scorecard of the team/ }),
    ).toHaveAttribute('href', '/ai-governance/teams/default/credit');
  });

  it('does without the page in a portal that leaves it out', async () => {
    const api = new FakeAiGovernance();
    api.teams = [credit];
    show(api, false);
    expect(await screen.findByText('50 % · 1 of 2 hold')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says what to do when the team owns nothing', async () => {
    const api = new FakeAiGovernance();
    api.teams = [team('credit', { subjects: 0, own: 0 })];
    show(api);
    expect(
      await screen.findByText('This team owns no AI system'),
    ).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
