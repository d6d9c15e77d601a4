import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAiGovernance,
  subject,
  team,
} from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';

function bank() {
  const api = new FakeAiGovernance();
  api.teams = [
    team('bank', { title: 'Bank', subjects: 3 }),
    team('credit', {
      title: 'Credit',
      parent: 'bank',
      subjects: 2,
      own: 1,
      counts: { pass: 1, fail: 1 },
    }),
    team('scoring', { title: 'Scoring', parent: 'credit' }),
    team('retail', { title: 'Retail', parent: 'bank' }),
  ];
  api.subjectList = [
    subject('limits', { title: 'Card limit decisions' }),
    subject('scores', { title: 'Credit scores' }),
  ];
  return api;
}
const open = (api: FakeAiGovernance) =>
  openPortal('/ai-governance/teams/default/credit', api);

describe('The page of a team', () => {
  it('shows the team, what is below it, and its systems with the way to each', async () => {
    const api = bank();
    open(api);
    expect(
      await screen.findByRole('heading', { name: 'Credit' }),
    ).toBeVisible();
    expect(screen.getByText(/owns 1 of 2 itself/)).toBeVisible();
    const tree = screen.getByRole('table', {
      name: 'The team and what holds, by control family',
    });
    expect(
      within(tree)
        .getAllByRole('rowheader')
        .map(header => header.textContent),
    ).toEqual(['Credit', 'Scoring']);
    const systems = await screen.findByRole('table', {
      name: 'AI systems of Credit',
    });
    expect(
      within(systems).getByRole('link', { name: 'Card limit decisions' }),
    ).toHaveAttribute('href', '/catalog/default/aisystem/limits');
    expect(
      within(systems).getAllByText('There is no risk assessment.'),
    ).toHaveLength(2);
    expect(api.asked.subjects.at(-1)).toMatchObject({
      team: 'group:default/credit',
      orderBy: 'tier',
    });
  });

  it('leads up and down the tree', async () => {
    const { address } = open(bank());
    const path = await screen.findByRole('navigation', { name: 'Teams above' });
    await within(path).findByRole('link', { name: 'Bank' });
    expect(
      within(path)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['All teams', 'Bank', 'Credit']);
    await userEvent.click(screen.getByRole('link', { name: 'Scoring' }));
    expect(
      await screen.findByRole('heading', { name: 'Scoring' }),
    ).toBeVisible();
    expect(address().pathname).toBe('/ai-governance/teams/default/scoring');
    await userEvent.click(await screen.findByRole('link', { name: 'Bank' }));
    expect(await screen.findByRole('heading', { name: 'Bank' })).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'All teams' }));
    expect(
      await screen.findByRole('heading', { name: 'Scorecards' }),
    ).toBeVisible();
  });

  it('says what to do for a team that owns nothing', async () => {
    const api = bank();
    api.teams = [team('credit', { title: 'Credit', subjects: 0, own: 0 })];
    open(api);
    expect(
      await screen.findByText('This team owns no AI system'),
    ).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says so when there is no such team', async () => {
    const api = bank();
    api.failure = Object.assign(new Error('none'), { statusCode: 404 });
    open(api);
    expect(await screen.findByText('Nothing found')).toBeVisible();
  });

  it('shows a past day, up and down the tree and in the list of systems', async () => {
    const api = bank();
    const day = '2026-03-01T22:59:59.999Z';
    api.past[day] = {
      teams: [
        team('bank', { title: 'Bank' }),
        team('credit', { title: 'Lending of then', parent: 'bank' }),
      ],
      subjectList: [subject('old', { title: 'An old system' })],
    };
    const { address } = openPortal(
      `/ai-governance/teams/default/credit?asOf=${day}`,
      api,
    );
    expect(
      await screen.findByRole('heading', { name: 'Lending of then' }),
    ).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('As it was on');
    expect(
      await screen.findByRole('link', { name: 'An old system' }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/aisystem/old?asOf=${encodeURIComponent(day)}`,
    );
    expect(api.asked.trends).toEqual([
      expect.objectContaining({ of: 'group:default/credit', to: day }),
    ]);
    await userEvent.click(screen.getByRole('link', { name: 'Bank' }));
    expect(await screen.findByRole('heading', { name: 'Bank' })).toBeVisible();
    expect(address().searchParams.get('asOf')).toBe(day);
    await userEvent.click(screen.getByRole('link', { name: 'All teams' }));
    await screen.findByRole('heading', { name: 'Scorecards' });
    expect(address().searchParams.get('asOf')).toBe(day);
  });
});
