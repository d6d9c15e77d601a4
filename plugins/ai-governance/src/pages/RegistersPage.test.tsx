import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changeEntry, FakeRegisters } from './__testUtils__/FakeRegisters';
import { openPortal } from './__testUtils__/openPortal';

const table = (name: string) => screen.findByRole('table', { name });
const rated = (likelihood: number, greatest: number) => ({
  likelihood,
  consequence: { individuals: greatest, society: 1, business: 1 },
});

function registers(search = '', api = new FakeRegisters()) {
  return { api, ...openPortal(`/ai-governance/registers${search}`, api) };
}

function withChanges(count = 2) {
  const api = new FakeRegisters();
  api.entries = Array.from({ length: count }, (_, i) =>
    changeEntry(`Change ${i + 1}`),
  );
  return api;
}

describe('Registers', () => {
  it('show each record with its subject, and why it is routine where it is', async () => {
    const api = withChanges(1);
    api.entries.push(
      changeEntry('Renamed', {
        materiality: 'routine',
        materialityReason: 'Only the name.',
        subject: {
          ref: 'aisystem:default/limits',
          title: 'Limits',
          owner: 'group:default/lending',
        },
        author: 'pipeline',
      }),
    );
    registers('?type=change', api);
    const [first, second] = within(await table('Changes'))
      .getAllByRole('row')
      .slice(1);
    expect(within(first).getByRole('link', { name: 'Bot' })).toHaveAttribute(
      'href',
      '/catalog/default/aisystem/bot',
    );
    expect(within(first).getByText('No owner')).toBeVisible();
    expect(within(first).queryByText(/Routine/)).not.toBeInTheDocument();
    expect(within(second).getByText('Routine: Only the name.')).toBeVisible();
    expect(within(second).getByText('pipeline')).toBeVisible();
    expect(within(second).getByRole('link', { name: 'lending' })).toBeVisible();
    expect(within(second).getByTitle('2026-11-20T10:00:00.000Z')).toBeVisible();
    expect(within(second).getByTitle('2026-11-24T10:00:00.000Z')).toBeVisible();
  });

  it('say of an action who has to act, and leave its text the room of what every record has', async () => {
    const api = new FakeRegisters();
    api.entries = [
      changeEntry('Filter prompts', {
        type: 'corrective-action',
        data: {
          status: 'open',
          severity: 'high',
          due: '2020-01-01',
          owner: 'group:default/lending',
        },
      }),
    ];
    registers('?type=corrective-action', api);
    const actions = within(await table('Corrective actions'));
    expect(
      actions
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '',
      'AI system',
      'Record',
      'Status',
      'Severity',
      'Due',
      'Recorded',
    ]);
    const row = within(actions.getAllByRole('row')[1]);
    expect(row.getByText('Overdue')).toBeVisible();
    expect(row.getByRole('link', { name: 'lending' })).toBeVisible();
    expect(row.getByText('No owner')).toBeVisible();
  });

  it('ask the server by their address, and leave out what is not known', async () => {
    const { api } = registers(
      '?type=change&team=group:default/credit&owner=group:default/a&tier=high&tier=limited&q=card&order=asc&limit=10&unknown=1',
      withChanges(),
    );
    await table('Changes');
    expect(api.registersAsked).toEqual([
      {
        type: 'change',
        team: 'group:default/credit',
        owner: ['group:default/a'],
        tier: ['high', 'limited'],
        q: 'card',
        order: 'asc',
        limit: 10,
        cursor: undefined,
      },
    ]);
  });

  it('keep the filters from one register to the next, from its first page', async () => {
    const { api, address } = registers(
      '?type=change&tier=high&cursor=1',
      withChanges(),
    );
    await table('Changes');
    const list = screen.getByRole('navigation', { name: 'Registers' });
    expect(
      within(list).getByRole('link', { current: 'page' }),
    ).toHaveAccessibleName('Changes');
    await userEvent.click(
      within(list).getByRole('link', { name: 'Incidents' }),
    );
    await waitFor(() =>
      expect(address().search).toBe('?type=incident&tier=high'),
    );
    expect(
      await screen.findByText('No record fits these filters'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all incidents' }),
    );
    await waitFor(() => expect(address().search).toBe('?type=incident'));
    expect(await screen.findByText('No incidents yet')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Choose an AI system' }),
    ).toHaveAttribute('href', '/ai-governance/inventory');

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Register' }),
      'Changes',
    );
    await table('Changes');
    expect(api.registersAsked.at(-1)).toMatchObject({ type: 'change' });
  });

  it('turn pages and order by the server', async () => {
    const { api, address } = registers(
      '?type=change&limit=10',
      withChanges(12),
    );
    await table('Changes');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('11–12 of 12')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Recorded' }));
    await waitFor(() =>
      expect(api.registersAsked.at(-1)).toMatchObject({
        order: 'asc',
        cursor: undefined,
      }),
    );
    expect(address().searchParams.get('order')).toBe('asc');
    await waitFor(() =>
      expect(
        screen.getByRole('columnheader', { name: 'Recorded' }),
      ).toHaveAttribute('aria-sort', 'ascending'),
    );
  });

  it('open a record in its place, with its history and the way to revise it', async () => {
    const api = new FakeRegisters();
    api.subjectApi.write('user:default/dana', {
      type: 'intended-use',
      data: { purpose: 'Propose limits.' },
    });
    api.subjectApi.write('user:default/dana', {
      type: 'intended-use',
      data: { purpose: 'Propose card limits.' },
    });
    registers('?type=intended-use', api);
    const [row] = within(await table('Intended uses'))
      .getAllByRole('row')
      .slice(1);
    const toggle = within(row).getByRole('button');
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getByRole('button', { name: 'Intended use of Card limits' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/aisystem/card-limits/intended-use',
    );
    await userEvent.click(screen.getByRole('button', { name: 'History' }));
    const history = await table('Revisions of Intended use');
    expect(within(history).getAllByRole('row')).toHaveLength(3);
    await userEvent.click(toggle);
    expect(history).not.toBeInTheDocument();
  });

  it('say that the text of a record was erased', async () => {
    const api = new FakeRegisters();
    api.entries = [changeEntry('one', { data: null, summary: 'Redacted' })];
    registers('?type=change', api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Redacted' }),
    );
    expect(screen.getByText(/Its text was erased/)).toBeVisible();
  });

  it('show the scenarios of an assessment, the gravest first, with who treats it and who took it', async () => {
    const api = new FakeRegisters();
    api.subjectApi.write('user:default/dana', {
      type: 'risk-assessment',
      data: {
        scenarios: [
          {
            id: 'outage',
            title: 'Outage',
            category: 'operational',
            inherent: rated(1, 3),
          },
          {
            id: 'unfair',
            title: 'Unfair limits',
            category: 'bias-and-fairness',
            inherent: rated(4, 4),
            treatment: {
              strategy: 'mitigate',
              owner: 'user:default/olga',
              due: '2020-01-31',
            },
          },
        ],
      },
    });
    api.subjectApi.write('user:default/me', {
      type: 'risk-acceptance',
      data: {
        scenario: 'unfair',
        decision: 'requested',
        reason: 'Until the new model is in.',
        expires: '2027-01-31',
      },
    });
    const { signals } = registers('', api);
    await userEvent.click(
      within(await table('Risk assessments')).getByRole('button', {
        name: '2 scenarios',
      }),
    );
    const [unfair, outage] = within(await table('Scenarios of Card limits'))
      .getAllByRole('row')
      .slice(1);
    expect(within(unfair).getByText('Unfair limits')).toBeVisible();
    expect(within(unfair).getByText('High')).toBeVisible();
    expect(within(unfair).getByText('Above tolerance')).toBeVisible();
    expect(within(unfair).getByRole('link', { name: 'olga' })).toBeVisible();
    expect(within(unfair).getByText('Overdue')).toBeVisible();
    expect(within(unfair).getByText('Waits for a decision')).toBeVisible();
    expect(within(outage).getByText('Nobody')).toBeVisible();
    expect(within(outage).getByText('Not needed')).toBeVisible();

    api.subjectApi.write('user:default/dana', {
      type: 'risk-assessment',
      data: { scenarios: [] },
    });
    signals.changed();
    expect(await screen.findByText(/names no scenario yet/)).toBeVisible();
  });

  it('say how a decision stands now', async () => {
    const api = new FakeRegisters();
    api.subjectApi.write('user:default/me', {
      type: 'approval',
      data: { gate: 'deploy', decision: 'requested', basis: 'Ready.' },
    });
    registers('?type=approval', api);
    await userEvent.click(
      within(await table('Approvals')).getAllByRole('button')[1],
    );
    expect(await screen.findByText('Waits for a decision')).toBeVisible();
  });

  it('read again when a posture has changed, and keep what is shown when that fails', async () => {
    const api = withChanges(1);
    const { signals } = registers('?type=change', api);
    await table('Changes');
    api.failure = new Error('The database is away.');
    signals.changed();
    expect(await screen.findByText('The database is away.')).toBeVisible();
    expect(screen.getByText('Change 1')).toBeVisible();
    api.failure = undefined;
    api.entries.push(changeEntry('Change 2'));
    signals.changed();
    expect(await screen.findByText('Change 2')).toBeVisible();
  });

  it('download what is shown, whole', async () => {
    Object.assign(URL, {
      createObjectURL: () => 'blob:csv',
      revokeObjectURL: jest.fn(),
    });
    const clicked = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const { api } = registers('?type=change&tier=high', withChanges());
    await table('Changes');
    await userEvent.click(
      screen.getByRole('button', { name: 'Download as CSV' }),
    );
    await waitFor(() => expect(clicked).toHaveBeenCalledTimes(1));
    expect(api.registersCsvAsked).toEqual([
      { type: 'change', tier: ['high'], order: 'desc' },
    ]);
    expect((clicked.mock.contexts[0] as HTMLAnchorElement).download).toMatch(
      /^change-\d{4}-\d\d-\d\d\.csv$/,
    );
    clicked.mockRestore();
  });
});
