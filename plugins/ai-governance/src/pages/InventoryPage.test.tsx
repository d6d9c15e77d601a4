import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAiGovernance, subject } from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';

const systems = (count: number) =>
  Array.from({ length: count }, (_, i) => subject(`s${i + 1}`));
const table = () => screen.findByRole('table', { name: 'AI systems' });
const titles = (element: HTMLElement) =>
  within(element)
    .getAllByRole('rowheader')
    .map(header => within(header).getByRole('link').textContent);

function inventory(search = '', count = 45) {
  const api = new FakeAiGovernance();
  api.subjectList = systems(count);
  return { api, ...openPortal(`/ai-governance/inventory${search}`, api) };
}

describe('Inventory', () => {
  it('shows where each system stands and what it needs first', async () => {
    const api = new FakeAiGovernance();
    api.subjectList = [
      subject('limits', { title: 'Card limit decisions', sourcing: undefined }),
      subject('bot', {
        kind: 'component',
        owner: undefined,
        level: null,
        first: undefined,
      }),
      subject('new', { tier: null, first: undefined, evaluatedAt: null }),
      subject('retired', { share: null, first: undefined }),
    ];
    openPortal('/ai-governance/inventory', api);
    const [limits, bot, fresh, retired] = within(await table())
      .getAllByRole('row')
      .slice(1);
    expect(within(limits).getByText('High')).toBeVisible();
    expect(within(limits).getByText('Bronze')).toBeVisible();
    expect(within(limits).getByText('75 % · 3 of 4 hold')).toBeVisible();
    expect(within(limits).getByText('sourcing not said')).toBeVisible();
    expect(within(limits).getByText('Fail')).toBeVisible();
    expect(
      within(limits).getByText('There is no risk assessment.'),
    ).toBeVisible();
    expect(within(bot).getByText('No owner')).toBeVisible();
    expect(within(bot).getByText('component · decision-support')).toBeVisible();
    expect(within(bot).getByText('Everything holds')).toBeVisible();
    expect(
      within(fresh).getByText('Waits for its first evaluation'),
    ).toBeVisible();
    expect(within(retired).getAllByText('Nothing is asked')).toHaveLength(2);
  });

  it('asks the server by the filters of its address', async () => {
    const { api } = inventory(
      '?team=group:default/credit&tier=high&tier=limited&family=RSK&state=fail&withoutTeam=person&q=card&unknown=1',
    );
    await table();
    expect(api.asked.subjects).toEqual([
      {
        team: 'group:default/credit',
        tier: ['high', 'limited'],
        family: 'RSK',
        state: ['fail'],
        withoutTeam: 'person',
        q: 'card',
        orderBy: 'tier',
        order: 'asc',
        limit: 20,
        cursor: undefined,
      },
    ]);
  });

  it('puts a chosen filter into the address and begins at the first page', async () => {
    const { api, address } = inventory('?cursor=20');
    await table();
    await userEvent.click(screen.getByLabelText('Sourcing'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'vendor (1)' }),
    );
    await waitFor(() => expect(address().search).toBe('?sourcing=vendor'));
    await waitFor(() =>
      expect(api.asked.subjects.at(-1)).toMatchObject({
        sourcing: ['vendor'],
        cursor: undefined,
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear all filters' }),
    );
    await waitFor(() => expect(address().search).toBe(''));
  });

  it('is narrowed to services or APIs that are governed themselves', async () => {
    const { api, address } = inventory();
    await table();
    await userEvent.click(screen.getByLabelText('Kind'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'aisystem (2)' }),
    );
    await waitFor(() => expect(address().search).toBe('?kind=aisystem'));
    await waitFor(() =>
      expect(api.asked.subjects.at(-1)).toMatchObject({ kind: ['aisystem'] }),
    );
  });

  it('asks once for a word that is typed', async () => {
    const { api, address } = inventory();
    await table();
    await userEvent.type(screen.getByLabelText('Title, name or owner'), 'card');
    await waitFor(() => expect(address().search).toBe('?q=card'));
    await waitFor(() =>
      expect(api.asked.subjects.map(query => query.q)).toEqual([
        undefined,
        'card',
      ]),
    );
  });

  it('turns pages of the server, forth and back', async () => {
    const { address } = inventory();
    expect(titles(await table())).toHaveLength(20);
    expect(screen.getByText('1–20 of 45')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Previous page' }),
    ).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('21–40 of 45')).toBeVisible();
    expect(address().search).toBe('?cursor=20');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('41–45 of 45')).toBeVisible();
    expect(titles(await table())[0]).toBe('s41');
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('21–40 of 45')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('1–20 of 45')).toBeVisible();
    expect(address().search).toBe('');
  });

  it('leads one who came by a link to a later page back to the first', async () => {
    const { address } = inventory('?cursor=20');
    await table();
    expect(screen.getByText('45 in all')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'First page' }));
    expect(await screen.findByText('1–20 of 45')).toBeVisible();
    expect(address().search).toBe('');
  });

  it('lets the server sort, and says by what', async () => {
    const { api, address } = inventory('', 2);
    await table();
    const header = (name: string) => screen.getByRole('columnheader', { name });
    expect(header('Tier')).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: 'Owner' }));
    await waitFor(() =>
      expect(address().search).toBe('?orderBy=owner&order=asc'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Owner' }));
    await waitFor(() =>
      expect(header('Owner')).toHaveAttribute('aria-sort', 'descending'),
    );
    expect(api.asked.subjects.at(-1)).toMatchObject({
      orderBy: 'owner',
      order: 'desc',
    });
  });

  it('changes the size of a page', async () => {
    const { api } = inventory();
    await table();
    await userEvent.selectOptions(screen.getByLabelText('Rows'), '50');
    expect(await screen.findByText('1–45 of 45')).toBeVisible();
    expect(api.asked.subjects.at(-1)).toMatchObject({ limit: 50 });
  });

  it('downloads what is filtered, signed in', async () => {
    const created = jest.fn((_: Blob) => 'blob:csv');
    Object.assign(URL, {
      createObjectURL: created,
      revokeObjectURL: jest.fn(),
    });
    const clicked = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const { api } = inventory('?tier=high');
    await table();
    const button = screen.getByRole('button', { name: 'Download as CSV' });
    await userEvent.click(button);
    await waitFor(() => expect(clicked).toHaveBeenCalledTimes(1));
    expect(api.asked.csv).toEqual([{ tier: ['high'] }]);
    expect(created.mock.calls[0][0].type).toBe('text/csv');
    expect((clicked.mock.contexts[0] as HTMLAnchorElement).download).toMatch(
      /^ai-systems-\d{4}-\d\d-\d\d\.csv$/,
    );
    api.failure = new Error('The database is away.');
    await userEvent.click(button);
    expect(await screen.findByText('The database is away.')).toBeVisible();
    clicked.mockRestore();
  });

  it('keeps what it shows while it reads again, and also when that fails', async () => {
    const { api, signals } = inventory('', 2);
    await table();
    api.failure = new Error('The database is away.');
    signals.changed();
    expect(await screen.findByText('The database is away.')).toBeVisible();
    expect(titles(await table())).toEqual(['s1', 's2']);
    api.failure = undefined;
    api.subjectList = systems(3);
    signals.changed();
    await waitFor(async () => expect(titles(await table())).toHaveLength(3));
    expect(screen.queryByText('The database is away.')).not.toBeInTheDocument();
  });

  it('tells an empty catalog from filters that nothing fits', async () => {
    const { address } = inventory('?q=nothing', 0);
    expect(
      await screen.findByText('No AI system fits these filters'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all AI systems' }),
    );
    expect(await screen.findByText('No AI systems yet')).toBeVisible();
    expect(address().search).toBe('');
  });

  it('says why a sweep was not taken over, and lets who may say that what vanished is gone', async () => {
    const api = new FakeAiGovernance();
    api.sweepWarning = '3 of 12 subjects vanished from the catalog at once';
    openPortal('/ai-governance/inventory', api);
    expect(await screen.findByText(/3 of 12 subjects vanished/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'They are meant to be gone' }),
    );
    await waitFor(() =>
      expect(screen.queryByText(/vanished/)).not.toBeInTheDocument(),
    );
  });

  describe('of a past day', () => {
    const day = '2026-03-01T22:59:59.999Z';
    const then = () => {
      const api = new FakeAiGovernance();
      api.subjectList = systems(2);
      // it has another name today, under which it is found
      const nowRef = 'aisystem:default/renamed';
      api.past[day] = { subjectList: [{ ...subject('old'), nowRef }] };
      return api;
    };

    it('offers nothing that writes, and keeps the day when filters are cleared', async () => {
      const api = then();
      const { address } = openPortal(
        `/ai-governance/inventory?asOf=${day}&tier=high`,
        api,
      );
      expect(titles(await table())).toEqual(['old']);
      expect(screen.getByRole('link', { name: 'old' })).toHaveAttribute(
        'href',
        expect.stringMatching(/\/renamed\?asOf=2026-03-01/),
      );
      expect(screen.getByRole('alert')).toHaveTextContent('As it was on');
      expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
      expect(
        screen.queryByRole('button', { name: 'Register an AI system' }),
      ).not.toBeInTheDocument();
      expect(screen.queryByText(/Catalog read/)).not.toBeInTheDocument();
      await userEvent.click(
        screen.getByRole('button', { name: 'Clear all filters' }),
      );
      await waitFor(() =>
        expect([...address().searchParams]).toEqual([['asOf', day]]),
      );
      await userEvent.click(
        screen.getByRole('button', { name: 'Back to now' }),
      );
      await waitFor(async () =>
        expect(titles(await table())).toEqual(['s1', 's2']),
      );
      expect(await screen.findByText(/Catalog read/)).toBeVisible();
    });

    it('is what is downloaded', async () => {
      Object.assign(URL, {
        createObjectURL: () => 'blob:csv',
        revokeObjectURL: jest.fn(),
      });
      const clicked = jest
        .spyOn(HTMLAnchorElement.prototype, 'click')
        .mockImplementation(() => {});
      const api = then();
      openPortal(`/ai-governance/inventory?asOf=${day}`, api);
      await table();
      await userEvent.click(
        screen.getByRole('button', { name: 'Download as CSV' }),
      );
      await waitFor(() => expect(clicked).toHaveBeenCalledTimes(1));
      expect(api.asked.csv).toEqual([{ asOf: day }]);
      expect((clicked.mock.contexts[0] as HTMLAnchorElement).download).toBe(
        'ai-systems-2026-03-01.csv',
      );
      clicked.mockRestore();
    });

    it('is refused in the words of the API, and nothing of another time is shown', async () => {
      openPortal(
        '/ai-governance/inventory?asOf=2126-01-01T00:00:00.000Z',
        then(),
      );
      expect(
        await screen.findByText(/must be at least five minutes past/),
      ).toBeVisible();
      expect(screen.queryByRole('table')).not.toBeInTheDocument();
      await userEvent.click(
        screen.getByRole('button', { name: 'Back to now' }),
      );
      expect(titles(await table())).toEqual(['s1', 's2']);
    });
  });
});
