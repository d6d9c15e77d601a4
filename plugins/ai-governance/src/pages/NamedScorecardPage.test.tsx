import { screen, within } from '@testing-library/react';
import { noCounts } from 'backstage-plugin-ai-governance-common';
import { FakeAiGovernance, team } from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';
import { scorecardOf } from './__testUtils__/scorecards';

function bank() {
  const api = new FakeAiGovernance();
  api.teams = [team('retail', { counts: { pass: 1 }, subjects: 3 })];
  api.organization = {
    ...scorecardOf({ subjects: 3, counts: { pass: 1 } }),
    withoutTeam: {
      unowned: scorecardOf({ subjects: 0 }),
      ownedByPerson: scorecardOf({ subjects: 0 }),
    },
  };
  api.named = [
    {
      id: 'vendor-ai',
      title: 'Vendor AI',
      description: 'What is asked of products of vendors.',
      filter: { sourcing: ['vendor', 'vendor-feature'] },
      subjects: 3,
      holding: 1,
      counts: { ...noCounts(), pass: 2, fail: 1 },
      share: 2 / 3,
      controls: [
        {
          id: 'VEN-01',
          title: 'Vendor assessed',
          level: 'bronze',
          counts: { ...noCounts(), pass: 2, fail: 1 },
          share: 2 / 3,
        },
      ],
    },
    {
      id: 'high-impact',
      title: 'High-impact',
      filter: { tier: ['high'] },
      subjects: 0,
      holding: 0,
      counts: noCounts(),
      share: null,
      controls: [],
    },
  ];
  return api;
}

describe('Named scorecards', () => {
  it('stand below the teams, each with its share and how many systems hold all', async () => {
    openPortal('/ai-governance/teams', bank());
    const link = await screen.findByRole('link', { name: 'Vendor AI' });
    expect(link).toHaveAttribute('href', '/ai-governance/teams/-/vendor-ai');
    const card = link.closest('li')!;
    expect(card).toHaveTextContent('66 %');
    expect(card).toHaveTextContent('1 of 3 systems hold all');
    expect(
      screen.getByRole('link', { name: 'High-impact' }).closest('li'),
    ).toHaveTextContent('It is about no system here');
  });

  it('list their controls, each number a way to the systems', async () => {
    openPortal('/ai-governance/teams/-/vendor-ai', bank());
    const table = await screen.findByLabelText('Controls of Vendor AI', {
      selector: 'table',
    });
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      'Vendor AI',
    );
    expect(within(table).getByRole('rowheader')).toHaveTextContent(
      'VEN-01 Vendor assessed',
    );
    expect(
      within(table).getByRole('link', { name: 'VEN-01: 1 fail' }),
    ).toHaveAttribute(
      'href',
      '/ai-governance/inventory?sourcing=vendor&sourcing=vendor-feature&control=VEN-01&state=fail',
    );
  });

  it('say so when they are about nothing here', async () => {
    openPortal('/ai-governance/teams/-/high-impact', bank());
    expect(await screen.findByText('No system is in it')).toBeInTheDocument();
  });

  it('say so when there is none of the name', async () => {
    openPortal('/ai-governance/teams/-/none', bank());
    expect(
      await screen.findByText(/There is no scorecard "none"/),
    ).toBeInTheDocument();
  });
});
