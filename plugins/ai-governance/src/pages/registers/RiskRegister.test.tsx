import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Risk } from 'backstage-plugin-ai-governance-common';
import { FakeRegisters } from '../__testUtils__/FakeRegisters';
import { openPortal } from '../__testUtils__/openPortal';

const risk = (title: string, of: Partial<Risk> = {}): Risk => ({
  subject: {
    ref: 'aisystem:default/bot',
    title: 'Bot',
    owner: 'group:default/lending',
  },
  recordId: 'r',
  revision: 1,
  scenario: title.toLowerCase(),
  title,
  category: 'privacy',
  inherent: 'very-high',
  current: 'high',
  tolerance: 'medium',
  aboveTolerance: true,
  ...of,
});

function open(search = '', riskList = [risk('Leak')]) {
  const api = new FakeRegisters();
  api.riskList = riskList;
  return {
    api,
    ...openPortal(`/ai-governance/registers?type=risks${search}`, api),
  };
}
const rows = async () =>
  within(await screen.findByRole('table', { name: 'Risks' }))
    .getAllByRole('row')
    .slice(1);

describe('The register of risks', () => {
  it('says of each risk its levels, what is tolerated and how it is treated', async () => {
    open('', [
      risk('Leak', {
        target: 'low',
        treatment: {
          strategy: 'mitigate',
          owner: 'user:default/dana',
          due: '2020-01-01',
        },
      }),
      risk('Outage', {
        scenario: 'outage',
        current: 'low',
        aboveTolerance: false,
        subject: { ref: 'aisystem:default/x', title: 'X' },
      }),
    ]);
    const [leak, outage] = await rows();
    expect(within(leak).getByRole('link', { name: 'Leak' })).toHaveAttribute(
      'href',
      '/catalog/default/aisystem/bot/risk#scenario-leak',
    );
    for (const text of [
      'High',
      'Very high',
      'Low',
      'Above tolerance: Medium',
      'Mitigate',
      'Overdue',
    ]) {
      expect(within(leak).getByText(text)).toBeVisible();
    }
    expect(within(leak).getByRole('link', { name: 'dana' })).toBeVisible();
    expect(within(outage).getByText('No owner')).toBeVisible();
    expect(within(outage).queryByText(/tolerance/)).not.toBeInTheDocument();
    expect(within(outage).getAllByText('None')).toHaveLength(2);
  });

  it('asks the server by its address, for the list and for its CSV', async () => {
    const { api } = open(
      '&current=high&current=very-high&target=low&aboveTolerance=true&team=group:default/a&q=leak&orderBy=inherent&order=asc&limit=10',
    );
    await rows();
    const filter = {
      current: ['high', 'very-high'],
      target: ['low'],
      aboveTolerance: 'true',
      team: 'group:default/a',
      q: 'leak',
      orderBy: 'inherent',
      order: 'asc',
    };
    expect(api.risksAsked).toEqual([{ ...filter, limit: 10 }]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Download as CSV' }),
    );
    await waitFor(() => expect(api.risksAsked.at(-1)).toEqual(filter));
  });

  it('keeps what is chosen in the address', async () => {
    const { api, address } = open();
    await rows();
    await userEvent.click(screen.getByLabelText('Current level'));
    await userEvent.click(screen.getByRole('option', { name: 'Very high' }));
    await waitFor(() =>
      expect(api.risksAsked.at(-1)).toMatchObject({ current: ['very-high'] }),
    );
    expect(address().search).toBe('?type=risks&current=very-high');
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Above tolerance only' }),
    );
    await waitFor(() =>
      expect(address().searchParams.get('aboveTolerance')).toBe('true'),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear all filters' }),
    );
    await waitFor(() => expect(address().search).toBe('?type=risks'));
  });

  it('has the gravest first, also by another level, and turns the order of the same', async () => {
    const { api } = open();
    await rows();
    const click = (name: string) =>
      userEvent.click(screen.getByRole('button', { name }));
    await click('Inherent');
    await waitFor(() =>
      expect(api.risksAsked.at(-1)).toMatchObject({
        orderBy: 'inherent',
        order: 'desc',
      }),
    );
    await click('Inherent');
    await waitFor(() =>
      expect(api.risksAsked.at(-1)).toMatchObject({
        orderBy: 'inherent',
        order: 'asc',
      }),
    );
  });

  it('goes from page to page of the server', async () => {
    const { api } = open(
      '',
      Array.from({ length: 25 }, (_, i) => risk(`R${i}`, { scenario: `${i}` })),
    );
    expect(await rows()).toHaveLength(20);
    expect(screen.getByText('1–20 of 25')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() =>
      expect(api.risksAsked.at(-1)).toMatchObject({ cursor: '20' }),
    );
    expect(await screen.findByText('21–25 of 25')).toBeVisible();
  });

  it('says what to do where there is none', async () => {
    open('', []);
    expect(await screen.findByText('No risks yet')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Choose an AI system' }),
    ).toBeVisible();
  });

  it('says so where none fits, and takes the filters away', async () => {
    open('&q=nothing');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all risks' }),
    );
    expect(await rows()).toHaveLength(1);
  });

  it('is chosen beside the registers of records', async () => {
    const api = new FakeRegisters();
    api.riskList = [risk('Leak')];
    openPortal('/ai-governance/registers?tier=high', api);
    await userEvent.click(
      await screen.findByRole('link', { name: 'Risks by level' }),
    );
    expect(await rows()).toHaveLength(1);
    expect(api.risksAsked[0]).toMatchObject({ tier: ['high'] });
    expect(
      screen.getByRole('link', { name: 'Risks by level' }),
    ).toHaveAttribute('aria-current', 'page');
  });
});
