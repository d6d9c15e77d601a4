import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAiGovernance, subject } from '../__testUtils__/FakeAiGovernance';
import { changeEntry, FakeRegisters } from '../__testUtils__/FakeRegisters';
import { openPortal } from '../__testUtils__/openPortal';
import { assignables, assignedItems } from './assignable';

const action = (recordId: string, of: object = {}) =>
  changeEntry(recordId, {
    type: 'corrective-action',
    data: {
      title: `Mend ${recordId}`,
      from: { kind: 'audit', recordId: 'A' },
      severity: 'high',
      status: 'open',
      plan: 'Mend it.',
      owner: 'user:default/omar',
      due: '2020-01-01',
      ...of,
    },
  });

describe('Confirming many entries', () => {
  it('shows what each says, leaves out what is not right, and says what was refused', async () => {
    const api = new FakeAiGovernance();
    api.subjectList = ['limits', 'bot', 'triage'].map(name => subject(name));
    api.notConfirmed['aisystem:default/bot'] = 'Only the owner can confirm it.';
    openPortal('/ai-governance/inventory', api);
    expect(
      await screen.findByRole('button', { name: 'Confirm entries' }),
    ).toBeDisabled();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Choose all of this page' }),
    );
    expect(screen.getByText('3 chosen')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Confirm entries' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const table = within(await dialog.findByRole('table', { name: 'Entries' }));
    expect(table.getByText('Purpose of aisystem:default/limits')).toBeVisible();
    expect(table.getByText('Only the owner can confirm it.')).toBeVisible();
    expect(
      table.getByRole('checkbox', { name: 'bot is right' }),
    ).toBeDisabled();
    await userEvent.click(
      table.getByRole('checkbox', { name: 'triage is right' }),
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Confirm 1 entry: it is right' }),
    );
    expect(await dialog.findByText('1 entry confirmed.')).toBeVisible();
    expect(api.confirmations.at(-1)).toEqual({
      subjects: [{ ref: 'aisystem:default/limits', stateHash: 'a'.repeat(64) }],
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.getByText(/Choose rows to do something/)).toBeVisible(),
    );
  });

  it('chooses all that match, of other pages too', async () => {
    const api = new FakeAiGovernance();
    api.subjectList = Array.from({ length: 30 }, (_, i) => subject(`s${i}`));
    openPortal('/ai-governance/inventory', api);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Choose s1' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose all 30' }),
    );
    expect(await screen.findByText('30 chosen')).toBeVisible();
  });
});

describe('Registers of cases', () => {
  it('ask the server by what the records say, and show what is overdue', async () => {
    const api = new FakeRegisters();
    api.entries = [action('late'), action('closed', { status: 'done' })];
    openPortal(
      '/ai-governance/registers?type=corrective-action&status=open&severity=high&overdue=true&orderBy=due&order=asc',
      api,
    );
    const table = await screen.findByRole('table', {
      name: 'Corrective actions',
    });
    expect(api.registersAsked[0]).toMatchObject({
      status: ['open'],
      severity: ['high'],
      overdue: 'true',
      orderBy: 'due',
      order: 'asc',
    });
    const [late, closed] = within(table).getAllByRole('row').slice(1);
    expect(within(late).getByText('Overdue')).toBeVisible();
    expect(within(closed).queryByText('Overdue')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Overdue only' }),
    );
    await waitFor(() =>
      expect(api.registersAsked.at(-1)).not.toHaveProperty('overdue'),
    );
  });

  it('give chosen actions an owner and a date', async () => {
    const api = new FakeRegisters();
    api.entries = [action('one'), action('two', { status: 'done' })];
    openPortal('/ai-governance/registers?type=corrective-action', api);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Choose all of this page' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Assign owner and due date' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('Mend one')).toBeVisible();
    // done already
    expect(dialog.queryByText('Mend two')).not.toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Assign 1' })).toBeDisabled();
    await userEvent.type(dialog.getByLabelText('Due date'), '2027-02-01');
    await userEvent.click(dialog.getByRole('button', { name: 'Assign 1' }));
    expect(await dialog.findByText(/1 of 1 assigned/)).toBeVisible();
    expect(api.assignments).toEqual([
      { items: [{ recordId: 'one', baseRevision: 1 }], due: '2027-02-01' },
    ]);
  });

  it('keep what is chosen in another order, and choose of a page only what it shows', async () => {
    const api = new FakeRegisters();
    api.entries = Array.from({ length: 25 }, (_, i) => action(`A${i + 1}`));
    openPortal('/ai-governance/registers?type=corrective-action&open=A25', api);
    expect(
      await screen.findByRole('checkbox', { name: 'Choose A25, Bot' }),
    ).not.toBeChecked();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Choose all of this page' }),
    );
    expect(screen.getByText('20 chosen')).toBeVisible();
    expect(
      screen.getByRole('checkbox', { name: 'Choose A25, Bot' }),
    ).not.toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: 'Severity' }));
    await waitFor(() =>
      expect(api.registersAsked).toContainEqual(
        expect.objectContaining({ orderBy: 'severity' }),
      ),
    );
    expect(screen.getByText('20 chosen')).toBeVisible();
    expect(
      await screen.findByRole('checkbox', { name: 'Choose A1, Bot' }),
    ).toBeChecked();
  });

  it('open the record of their address, also where the page has it not', async () => {
    const api = new FakeRegisters();
    api.entries = Array.from({ length: 25 }, (_, i) =>
      changeEntry(`Change ${i + 1}`),
    );
    const { address } = openPortal(
      '/ai-governance/registers?type=change&open=Change%2025',
      api,
    );
    const toggle = await screen.findByRole('button', {
      name: 'Change 25',
      expanded: true,
    });
    await userEvent.click(toggle);
    await waitFor(() => expect(address().search).toBe('?type=change'));
    await userEvent.click(screen.getByRole('button', { name: 'Change 3' }));
    await waitFor(() =>
      expect(address().searchParams.get('open')).toBe('Change 3'),
    );
  });
});

describe('What of a record is assigned', () => {
  it('is what is still to be done: of an assessment its treatments, in one revision', () => {
    const found = assignables([
      changeEntry('r', {
        type: 'risk-assessment',
        revision: 4,
        data: {
          scenarios: [
            { id: 'a', title: 'A', treatment: { strategy: 'mitigate' } },
            { id: 'b', title: 'B', treatment: { strategy: 'avoid' } },
            { id: 'c', title: 'C' },
            {
              id: 'd',
              title: 'D',
              treatment: { strategy: 'avoid', completed: '2026-01-01' },
            },
          ],
        },
      }),
      action('open'),
      action('done', { status: 'done' }),
      changeEntry('erased', { type: 'corrective-action', data: null }),
    ]);
    expect(found.map(({ title }) => title)).toEqual(['A', 'B', 'Mend open']);
    expect(assignedItems(found)).toEqual([
      { recordId: 'r', baseRevision: 4, scenarios: ['a', 'b'] },
      { recordId: 'open', baseRevision: 1 },
    ]);
  });
});
