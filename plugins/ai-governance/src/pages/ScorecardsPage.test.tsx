import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  noCounts,
  share,
  StateCounts,
} from 'backstage-plugin-ai-governance-common';
import { DateTime } from 'luxon';
import {
  FakeAiGovernance,
  subject,
  team,
} from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';
import { scorecardOf, trendOf } from './__testUtils__/scorecards';

function bank() {
  const api = new FakeAiGovernance();
  api.teams = [
    team('retail', { title: 'Retail', counts: { pass: 10 }, subjects: 2 }),
    team('credit', {
      title: 'Credit',
      counts: { pass: 6, fail: 3, expired: 1, exempt: 2 },
      families: {
        INV: { pass: 4 },
        DOC: { pass: 1, fail: 2, 'not-reported': 1 },
        RSK: { exempt: 2 },
      },
      tiers: { high: 2 },
      subjects: 3,
    }),
    team('scoring', {
      title: 'Scoring',
      parent: 'credit',
      counts: { pass: 1, fail: 3 },
      subjects: 1,
    }),
  ];
  api.organization = {
    ...scorecardOf({
      subjects: 6,
      counts: { pass: 16, fail: 3, expired: 1 },
      tiers: { high: 2, minimal: 4 },
      levels: { gold: 1, none: 5 },
      unevaluated: 1,
    }),
    withoutTeam: {
      unowned: scorecardOf({ subjects: 1, counts: { 'not-reported': 2 } }),
      ownedByPerson: scorecardOf({ subjects: 0 }),
    },
  };
  return api;
}

const rows = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map(header => header.closest('tr')!);
const texts = (row: HTMLElement) =>
  [...row.children].map(cell => cell.textContent);
// Waited for by its label: roles are worked out anew from every element and every style whenever the page changes, and on a busy machine
// that alone takes longer than the page may.
const heatMap = () =>
  screen.findByLabelText('Teams and what holds, by control family', {
    selector: 'table',
  });

describe('Scorecards', () => {
  it('is the first page, and shows those in need first with what holds in each family', async () => {
    const { address } = openPortal('/ai-governance', bank());
    const table = await heatMap();
    expect(address().pathname).toBe('/ai-governance/teams');
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(h => h.textContent),
    ).toEqual([
      'Team',
      'Systems',
      'All controls',
      'Inventory',
      'Documentation',
      'Risk',
      'Overdue',
    ]);
    expect(rows(table).map(texts)).toEqual([
      [
        'Credit',
        '3',
        '60 %4 open',
        '100 %0 open',
        '25 %3 open',
        '–not asked',
        '1',
      ],
      [
        'Scoring',
        '1',
        '25 %3 open',
        '25 %3 open',
        '25 %3 open',
        '25 %3 open',
        '0',
      ],
      [
        'Retail',
        '2',
        '100 %0 open',
        '100 %0 open',
        '100 %0 open',
        '100 %0 open',
        '0',
      ],
      [
        'Without an owner',
        '1',
        '0 %2 open',
        '0 %2 open',
        '0 %2 open',
        '0 %2 open',
        '0',
      ],
      [
        'Owned by a person',
        '0',
        '–not asked',
        '–not asked',
        '–not asked',
        '–not asked',
        '0',
      ],
    ]);
  });

  it('says where the organization stands', async () => {
    openPortal('/ai-governance', bank());
    expect(await screen.findByText('80 % · 16 of 20 hold')).toBeInTheDocument();
    expect(screen.getByText('1 wait for the first evaluation')).toBeVisible();
    const levels = screen.getByRole('list', { name: 'Systems by level' });
    expect(
      within(levels)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Gold1', 'Silver0', 'Bronze0', 'No level yet5']);
    expect(screen.getByRole('link', { name: 'High: 2' })).toHaveAttribute(
      'href',
      '/ai-governance/inventory?tier=high',
    );
    expect(screen.getByRole('link', { name: 'Overdue: 1' })).toHaveAttribute(
      'href',
      '/ai-governance/inventory?state=expired',
    );
  });

  it('collapses and expands by keyboard', async () => {
    openPortal('/ai-governance', bank());
    const table = await heatMap();
    const toggle = within(table).getByRole('button', {
      name: 'Teams below Credit',
    });
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    // the button shows its ripple once it has begun what it does on its first display; nobody comes to it by keyboard before
    await waitFor(() => expect(toggle.lastElementChild).toBeEmptyDOMElement());
    act(() => toggle.focus());
    await userEvent.keyboard('{Enter}');
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    expect(within(table).queryByText('Scoring')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Expand all' }));
    expect(within(table).getByText('Scoring')).toBeVisible();
  });

  it('goes from cell to cell by the arrow keys, past what leads nowhere', async () => {
    openPortal('/ai-governance', bank());
    const table = await heatMap();
    const link = (name: string | RegExp) =>
      within(table).getByRole('link', { name });
    await act(async () => {});
    act(() => link('Credit').focus());
    await userEvent.keyboard('{ArrowUp}');
    expect(link('Credit')).toHaveFocus();
    // the number of systems is no link
    await userEvent.keyboard('{ArrowRight}');
    expect(link(/^Credit, all controls/)).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{ArrowDown}');
    const second = rows(table)[1];
    expect(within(second).getAllByRole('link')[0]).toHaveFocus();
  });

  describe('with many teams', () => {
    const large = () => {
      const api = bank();
      api.teams = [
        team('top'),
        team('top2', { parent: 'top' }),
        ...Array.from({ length: 40 }, (_, i) =>
          team(`t${i}`, { parent: 'top2' }),
        ),
      ];
      return api;
    };

    it('shows only the next level below a lone top at first', async () => {
      openPortal('/ai-governance', large());
      const table = await heatMap();
      expect(within(table).getByText('top2')).toBeVisible();
      expect(within(table).queryByText('t1')).not.toBeInTheDocument();
      expect(screen.getByText('2 of 42 teams shown')).toBeVisible();
      await userEvent.click(
        within(table).getByRole('button', { name: 'Teams below top2' }),
      );
      expect(within(table).getByText('t1')).toBeVisible();
    });

    it('opens everything at once, and closes it down to the teams below a lone top', async () => {
      openPortal('/ai-governance', large());
      const table = await heatMap();
      await userEvent.click(screen.getByRole('button', { name: 'Expand all' }));
      expect(screen.getByText('42 of 42 teams shown')).toBeVisible();
      expect(within(table).getByText('t39')).toBeVisible();
      await userEvent.click(
        screen.getByRole('button', { name: 'Collapse all' }),
      );
      expect(screen.getByText('2 of 42 teams shown')).toBeVisible();
      expect(within(table).getByText('top2')).toBeVisible();
    });

    it('finds a team by its name, and says when there is none', async () => {
      openPortal('/ai-governance', large());
      const table = await heatMap();
      const field = screen.getByRole('searchbox', { name: 'Find a team' });
      await userEvent.type(field, 'T39');
      expect(await screen.findByText('1 team found')).toBeVisible();
      expect(
        rows(table)
          .slice(0, 3)
          .map(row => texts(row)[0]),
      ).toEqual(['top', 'top2', 't39']);
      await userEvent.type(field, 'x');
      expect(await screen.findByText('No team is called “T39x”')).toBeVisible();
      await userEvent.clear(field);
      expect(await screen.findByText('2 of 42 teams shown')).toBeVisible();
    });
  });

  it('leads from a cell to the systems where something does not hold', async () => {
    const api = bank();
    api.subjectList = [subject('limits')];
    const { address } = openPortal('/ai-governance', api);
    const table = await heatMap();
    await userEvent.click(
      within(table).getByRole('link', {
        name: 'Credit, Documentation: 25 %, 3 open',
      }),
    );
    await screen.findByRole('table', { name: 'AI systems' });
    expect(address().pathname).toBe('/ai-governance/inventory');
    expect(api.asked.subjects.at(-1)).toMatchObject({
      team: 'group:default/credit',
      family: 'DOC',
      state: ['error', 'expired', 'fail', 'not-reported'],
    });
  });

  describe('by the controls of a family', () => {
    const cell = (id: string, some: Partial<StateCounts>) => {
      const counts = { ...noCounts(), ...some };
      return { id, counts, share: share(counts) };
    };
    const control = (id: string, title: string) => ({
      id,
      title,
      level: 'bronze' as const,
      holdsWhen: 'it is so',
    });
    const withDocuments = () => {
      const api = bank();
      api.ofFamilies.DOC = {
        family: 'DOC',
        title: 'Documentation',
        controls: [
          control('DOC-01', 'Use described'),
          control('DOC-02', 'Data described'),
          control('DOC-03', 'Nothing yet'),
        ],
        items: [
          {
            ref: 'group:default/credit',
            controls: [
              cell('DOC-01', { pass: 1, fail: 1 }),
              cell('DOC-02', { 'not-applicable': 2 }),
            ],
          },
          {
            ref: 'group:default/retail',
            controls: [
              cell('DOC-01', { pass: 2 }),
              cell('DOC-02', { exempt: 2 }),
            ],
          },
        ],
        withoutTeam: {
          unowned: [cell('DOC-01', { 'not-reported': 1 })],
          ownedByPerson: [],
        },
      };
      return api;
    };
    const controlsMap = () =>
      screen.findByLabelText(
        'Teams and what holds, by control of Documentation',
        { selector: 'table' },
      );
    const hrefOf = (table: HTMLElement, name: string) =>
      within(table).getByRole('link', { name }).getAttribute('href');

    it('is opened by the head of its column, with every cell leading to the systems behind it', async () => {
      const { address } = openPortal('/ai-governance', withDocuments());
      await userEvent.click(
        within(await heatMap()).getByRole('link', {
          name: 'Documentation: show its controls',
        }),
      );
      const table = await controlsMap();
      expect(address().searchParams.get('controls')).toBe('DOC');
      // a control that has no result anywhere is no column
      expect(
        within(table)
          .getAllByRole('columnheader')
          .map(h => h.textContent),
      ).toEqual([
        'Team',
        'Systems',
        'All of Documentation',
        'DOC-01 Use described',
        'DOC-02 Data described',
        'Overdue',
      ]);
      expect(rows(table).map(texts)).toEqual([
        ['Credit', '3', '25 %3 open', '50 %1 open', '–not asked', '0'],
        ['Scoring', '1', '25 %3 open', '–', '–', '0'],
        ['Retail', '2', '100 %0 open', '100 %0 open', '–2 exempt', '0'],
        ['Without an owner', '1', '0 %2 open', '0 %1 open', '–', '0'],
        ['Owned by a person', '0', '–not asked', '–', '–', '0'],
      ]);
      const inventory = '/ai-governance/inventory?';
      const open = 'state=error&state=expired&state=fail&state=not-reported';
      const credit = 'team=group%3Adefault%2Fcredit';
      const retail = 'team=group%3Adefault%2Fretail';
      expect(
        [
          'Credit, all of Documentation: 25 %, 3 open',
          'Credit, DOC-01 Use described: 50 %, 1 open',
          'Credit, DOC-02 Data described: not asked',
          'Retail, DOC-01 Use described: 100 %, 0 open',
          'Retail, DOC-02 Data described: 2 exempt',
          'Without an owner, DOC-01 Use described: 0 %, 1 open',
        ].map(name => hrefOf(table, name)),
      ).toEqual([
        `${inventory}${credit}&family=DOC&${open}`,
        `${inventory}${credit}&control=DOC-01&${open}`,
        `${inventory}${credit}&control=DOC-02&state=not-applicable`,
        `${inventory}${retail}&control=DOC-01`,
        `${inventory}${retail}&control=DOC-02`,
        `${inventory}withoutTeam=unowned&control=DOC-01&${open}`,
      ]);
      // who came by keyboard goes on from the list that names what is shown
      const field = screen.getByLabelText('Columns');
      expect(field).toHaveFocus();
      expect(field).toHaveValue('DOC');
      await userEvent.selectOptions(field, 'Families of controls');
      expect(await heatMap()).toBeVisible();
      expect(address().search).toBe('');
    });

    it('is kept by its address, and is of the day that is shown', async () => {
      const api = withDocuments();
      const day = '2026-03-01T22:59:59.999Z';
      api.past[day] = {};
      openPortal(`/ai-governance/teams?controls=DOC&asOf=${day}`, api);
      const table = await controlsMap();
      expect(api.asked.families).toEqual([{ family: 'DOC', asOf: day }]);
      expect(
        hrefOf(table, 'Credit, DOC-01 Use described: 50 %, 1 open'),
      ).toContain(`&asOf=${encodeURIComponent(day)}`);
    });

    it('is there for a team and those below it', async () => {
      const api = withDocuments();
      openPortal('/ai-governance/teams/default/credit?controls=DOC', api);
      const table = await screen.findByLabelText(
        'The team and what holds, by control of Documentation',
        { selector: 'table' },
      );
      expect(api.asked.families).toEqual([
        { family: 'DOC', team: 'group:default/credit' },
      ]);
      expect(rows(table).map(row => texts(row)[0])).toEqual([
        'Credit',
        'Scoring',
      ]);
    });

    it('says so when there is no such family, beside what there is', async () => {
      openPortal('/ai-governance/teams?controls=NONE', withDocuments());
      expect(await screen.findByText('Nothing found')).toBeVisible();
      expect(await heatMap()).toBeVisible();
    });
  });

  it('has nothing to open where everything holds', async () => {
    openPortal('/ai-governance', bank());
    const table = await heatMap();
    expect(
      within(table).queryByRole('link', { name: /^Retail,/ }),
    ).not.toBeInTheDocument();
    expect(
      within(table).getByRole('link', {
        name: 'Without an owner, Risk: 0 %, 2 open',
      }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('withoutTeam=unowned&family=RSK&state=error'),
    );
  });

  it('moves when a posture changes, without going blank', async () => {
    const api = bank();
    const { signals } = openPortal('/ai-governance', api);
    const table = await heatMap();
    api.teams = [
      team('retail', { title: 'Retail', counts: { pass: 1, fail: 1 } }),
    ];
    signals.changed();
    expect(table).toBeInTheDocument();
    await waitFor(() => expect(texts(rows(table)[0])[2]).toBe('50 %1 open'));
  });

  it('says what to do when there is nothing yet', async () => {
    openPortal('/ai-governance', new FakeAiGovernance());
    expect(await screen.findByText('No AI systems yet')).toBeVisible();
    // the example comes after, by itself
    expect(await screen.findByText(/kind/)).toBeInTheDocument();
  });

  it('says that the catalog is being read before the first sweep has ended', async () => {
    const api = new FakeAiGovernance();
    api.sweptAt = null;
    openPortal('/ai-governance', api);
    expect(await screen.findByText('The catalog is being read')).toBeVisible();
  });

  it('says why it shows nothing, and tries again', async () => {
    const api = bank();
    api.failure = Object.assign(new Error('no'), { statusCode: 403 });
    openPortal('/ai-governance', api);
    expect(await screen.findByText('You may not see this')).toBeVisible();
    api.failure = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await heatMap()).toBeVisible();
    expect(screen.queryByText('You may not see this')).not.toBeInTheDocument();
  });

  describe('of a past day', () => {
    const march = DateTime.fromISO('2026-03-01').endOf('day').toUTC().toISO()!;
    const withPast = () => {
      const api = bank();
      api.past[march] = {
        organization: {
          ...api.organization,
          ...scorecardOf({ subjects: 4, counts: { pass: 1, fail: 3 } }),
        },
        teams: [team('retail', { title: 'Retail', counts: { fail: 3 } })],
      };
      return api;
    };

    it('is chosen by a date, said plainly, carried by every link, and left by one click', async () => {
      const { address } = openPortal('/ai-governance', withPast());
      await heatMap();
      expect(screen.queryByText(/As it was on/)).not.toBeInTheDocument();
      const field = screen.getByLabelText('As of');
      // a year that is still being typed asks nothing
      fireEvent.change(field, { target: { value: '0202-03-01' } });
      expect(address().search).toBe('');
      fireEvent.change(field, { target: { value: '2026-03-01' } });
      expect(await screen.findByText('25 % · 1 of 4 hold')).toBeVisible();
      expect(address().searchParams.get('asOf')).toBe(march);
      expect(screen.getByRole('alert')).toHaveTextContent(
        'As it was on March 1, 2026: owners, teams and results of that day.',
      );
      const links = within(await heatMap()).getAllByRole('link');
      expect(links.length).toBeGreaterThan(2);
      for (const link of [
        ...links,
        screen.getByRole('link', { name: 'AI systems: 4' }),
      ]) {
        const { searchParams } = new URL(
          link.getAttribute('href')!,
          'http://portal',
        );
        expect(searchParams.get('asOf')).toBe(march);
      }
      await userEvent.click(
        screen.getByRole('button', { name: 'Back to now' }),
      );
      expect(await screen.findByText('80 % · 16 of 20 hold')).toBeVisible();
      expect(address().search).toBe('');
    });

    it('is not today, which has not ended', async () => {
      const { address } = openPortal('/ai-governance', bank());
      await heatMap();
      fireEvent.change(screen.getByLabelText('As of'), {
        target: { value: DateTime.now().toISODate() },
      });
      expect(address().search).toBe('');
      expect(screen.getByText('80 % · 16 of 20 hold')).toBeVisible();
    });

    it('is refused in the words of the API, with the way back', async () => {
      openPortal('/ai-governance/teams?asOf=2126-03-01T00:00:00.000Z', bank());
      expect(
        await screen.findByText(/must be at least five minutes past/),
      ).toBeVisible();
      expect(screen.queryByText(/As it was on/)).not.toBeInTheDocument();
      await userEvent.click(
        screen.getByRole('button', { name: 'Back to now' }),
      );
      expect(await heatMap()).toBeVisible();
    });

    it('says so when nothing was known then', async () => {
      const api = withPast();
      api.past[march].organization = {
        ...api.organization,
        ...scorecardOf({ subjects: 0 }),
      };
      openPortal(`/ai-governance/teams?asOf=${march}`, api);
      expect(
        await screen.findByText('No AI system was known then'),
      ).toBeVisible();
    });
  });

  describe('through twelve months', () => {
    const until = '2026-11-24T10:00:00.000Z';
    const withTrend = () => {
      const api = bank();
      api.trend = trendOf(until, {
        10: { subjects: 2, counts: { pass: 1, fail: 1 } },
        11: {
          subjects: 4,
          counts: { pass: 15, fail: 4, expired: 3, exempt: 1 },
        },
        12: { subjects: 5, counts: { pass: 1 } },
      });
      return api;
    };
    const caption = 'The organization through twelve months';

    it('has the figures in a table for everybody, and a point leads to its day', async () => {
      const api = withTrend();
      const { address } = openPortal('/ai-governance', api);
      const table = await screen.findByRole('table', { name: caption });
      expect(within(table).queryByRole('button')).not.toBeInTheDocument();
      await userEvent.click(
        screen.getByRole('button', { name: 'Show as a table' }),
      );
      const shown = screen.getByRole('table', { name: caption });
      expect(rows(shown).slice(-3).map(texts)).toEqual([
        ['Sep 24, 2026', '2', '50 %', '1', '0', '1', '0', '0', '0'],
        ['Oct 24, 2026', '4', '68 %', '15', '0', '4', '3', '0', '1'],
        // the last is what stands above it
        ['Nov 24, 2026 (now)', '6', '80 %', '16', '0', '3', '1', '0', '0'],
      ]);
      await userEvent.click(
        screen.getByRole('button', { name: 'Show Oct 24, 2026' }),
      );
      await waitFor(() =>
        expect(address().searchParams.get('asOf')).toBe(api.trend[11].at),
      );
    });

    it('ends at the day that is shown', async () => {
      const api = withTrend();
      const day = '2026-03-01T22:59:59.999Z';
      api.past[day] = {};
      openPortal(`/ai-governance/teams?asOf=${day}`, api);
      await screen.findByRole('table', { name: caption });
      expect(api.asked.trends).toEqual([
        { of: 'organization', from: '2025-03-01T22:59:59.999Z', to: day },
      ]);
    });

    it('says how each figure differs from the month before', async () => {
      openPortal('/ai-governance', withTrend());
      expect(await screen.findByText('+12 points since Oct 24')).toBeVisible();
      expect(screen.getByText('2 more than on Oct 24')).toBeVisible();
      expect(screen.getByText('2 fewer than on Oct 24')).toBeVisible();
    });

    it('compares with nothing where there was nothing, and says that there is no history yet', async () => {
      const api = bank();
      api.trend = trendOf(until, { 12: { subjects: 5 } });
      openPortal('/ai-governance', api);
      expect(
        await screen.findByText(/There is no history yet: on October 24, 2026/),
      ).toBeVisible();
      expect(screen.queryByText(/Oct 24$/)).not.toBeInTheDocument();
      expect(
        screen.queryByRole('button', { name: 'Show as a table' }),
      ).not.toBeInTheDocument();
    });
  });
});
