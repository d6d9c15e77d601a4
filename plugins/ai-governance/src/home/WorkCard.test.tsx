import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { aiGovernanceApiRef, HomePageAiGovernanceWork } from '../legacy';
import { FakeAiGovernance } from '../pages/__testUtils__/FakeAiGovernance';
import { rootRouteRef } from '../routes';

const show = (api: FakeAiGovernance) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [aiGovernanceApiRef, api],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <HomePageAiGovernanceWork />
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/ai-governance': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );

describe('The card on a home page', () => {
  it('begins with the first pieces of work, and leads to all of them', async () => {
    const api = new FakeAiGovernance();
    api.workItems = Array.from({ length: 7 }, (_, i) => ({
      id: String(i),
      kind: 'control',
      subject: { ref: 'aisystem:default/limits', title: 'Card limits' },
      tier: 'high',
      title: `Work ${i}`,
      reason: 'It ran out.',
      state: 'expired',
      due: '2026-11-20T00:00:00.000Z',
      overdue: true,
    }));
    await show(api);
    expect(await screen.findByText('Work 0')).toBeVisible();
    expect(screen.queryByText('Work 5')).toBeNull();
    expect(
      screen.getByRole('link', { name: 'All 7 in My work' }),
    ).toHaveAttribute('href', '/ai-governance/work');
    expect(api.asked.work).toEqual([{ limit: 5 }]);
  });

  it('says when nothing is to be done', async () => {
    await show(new FakeAiGovernance());
    expect(await screen.findByText('Nothing is to be done')).toBeVisible();
  });
});
