import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ImportReport } from 'backstage-plugin-ai-governance-common';
import { FakeAiGovernance } from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';

const report: ImportReport = {
  id: 'federal',
  source: 'register.csv',
  readAt: '2026-11-24T10:00:00.000Z',
  takenAt: '2026-11-24T10:00:00.000Z',
  warning: null,
  rows: 100,
  taken: 97,
  refused: 3,
  doubtful: 57,
  groups: 12,
  issues: 60,
};

function register(of: Partial<ImportReport> = {}) {
  const api = new FakeAiGovernance();
  api.importReports = [{ ...report, ...of }];
  api.importIssueList = Array.from({ length: 60 }, (_, i) => ({
    line: i + 2,
    outcome: i < 3 ? ('refused' as const) : ('doubtful' as const),
    column: i < 3 ? null : 'Stage (10)',
    reason: i < 3 ? 'the same as line 90' : `"phase ${i}" is not listed`,
  }));
  return api;
}

const table = () =>
  screen.findByRole('table', {
    name: 'What was refused or not understood of federal',
  });
const rows = (of: HTMLElement) =>
  within(of)
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.children].map(cell => cell.textContent));
const path = '/ai-governance/inventory/imports';
const open = (api: FakeAiGovernance) => openPortal(path, api);

describe('Imports', () => {
  it('says what became of a register, and of which rows', async () => {
    open(register());
    const section = await screen.findByRole('region', { name: 'federal' });
    expect(
      within(section)
        .getAllByRole('term')
        .map(term => [term.textContent, term.nextSibling?.textContent]),
    ).toEqual([
      ['Rows', '100'],
      ['Taken', '97'],
      ['Refused', '3'],
      ['Doubtful', '57'],
      ['Groups made', '12'],
    ]);
    const first = rows(await table());
    expect(first).toHaveLength(50);
    expect(first[0]).toEqual([
      '2',
      'Refused',
      'the same as line 90',
      'The row',
    ]);
    expect(first[3]).toEqual([
      '5',
      'Doubtful',
      '"phase 3" is not listed',
      'Stage (10)',
    ]);
  });

  it('turns pages, and shows one outcome alone', async () => {
    open(register());
    await table();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('51–60 of 60')).toBeVisible();
    expect(rows(await table())[0][0]).toBe('52');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Show' }),
      'refused',
    );
    expect(await screen.findByText('1–3 of 3')).toBeVisible();
    expect(rows(await table())).toHaveLength(3);
  });

  it('says why the last reading was not taken, beside what was taken before', async () => {
    open(
      register({
        warning: 'The file has vanished: the last state is kept.',
        readAt: '2026-11-24T11:00:00.000Z',
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The file has vanished: the last state is kept.',
    );
    expect(screen.getByText(/last tried/)).toBeVisible();
    expect(await table()).toBeVisible();
  });

  it('says that everything was understood', async () => {
    open(register({ refused: 0, doubtful: 0, issues: 0 }));
    expect(await screen.findByText(/^Every row was taken/)).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says what to do when nothing is imported', async () => {
    open(new FakeAiGovernance());
    expect(await screen.findByText('No register is imported')).toBeVisible();
  });

  it('is reached from the inventory by those who may see it', async () => {
    const { address } = openPortal('/ai-governance/inventory', register());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Imports' }),
    );
    expect(await table()).toBeVisible();
    expect(address().pathname).toBe(path);
    await userEvent.click(screen.getByRole('link', { name: 'All AI systems' }));
    expect(address().pathname).toBe('/ai-governance/inventory');
  });

  it('says why it shows nothing, and tries again', async () => {
    const api = register();
    api.failure = new Error('The database is away');
    open(api);
    expect(await screen.findByText('The database is away')).toBeVisible();
    api.failure = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await table()).toBeVisible();
  });
});
