import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Health, ImportReport } from 'backstage-plugin-ai-governance-common';
import { FakeAiGovernance } from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';

const path = '/ai-governance/inventory/health';
const at = '2026-11-25T12:00:00.000Z';
const well = {
  state: 'well' as const,
  lastWellAt: at,
  named: [],
  concerned: 0,
};
const health: Health = {
  at,
  state: 'failing',
  checks: [
    { ...well, id: 'ledger', summary: 'Every row was as it was written.' },
    {
      id: 'queue',
      state: 'failing',
      summary: 'The queue is stuck: 7 systems to evaluate.',
      remedy: 'Restart a backend.',
      lastWellAt: null,
      named: [{ ref: 'aisystem:default/cards', problem: 'A control threw' }],
      concerned: 7,
    },
  ],
};
const register: ImportReport = {
  id: 'federal',
  source: 'register.csv',
  readAt: at,
  takenAt: null,
  warning: 'The file is not there.',
  rows: 0,
  taken: 0,
  refused: 0,
  doubtful: 0,
  groups: 0,
  issues: 0,
};

function portal(of: Health = health) {
  const api = new FakeAiGovernance();
  api.healthView = of;
  return api;
}
const section = (name: string) => screen.findByRole('region', { name });

describe('Health', () => {
  it('says how each stands, what is the case, whom it concerns and what to do', async () => {
    openPortal(path, portal());
    const queue = within(await section('Evaluation'));
    expect(queue.getByText('Failing')).toBeVisible();
    expect(queue.getByText(/The queue is stuck: 7 systems/)).toBeVisible();
    expect(queue.getByText(/Restart a backend/)).toHaveTextContent(
      'What to do: Restart a backend.',
    );
    expect(
      queue.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual(['cards: A control threw', 'and 6 more']);
    const ledger = within(await section('Ledger'));
    expect(ledger.getByText('Well')).toBeVisible();
    expect(ledger.queryByText(/What to do/)).not.toBeInTheDocument();
  });

  it('tells of the registers that the catalog imports', async () => {
    const api = portal();
    api.importReports = [register];
    const { address } = openPortal(path, api);
    const item = within(await section('Import of federal'));
    expect(item.getByText('Failing')).toBeVisible();
    expect(item.getByText('The file is not there.')).toBeVisible();
    await userEvent.click(item.getByRole('link', { name: /Which rows/ }));
    expect(address().pathname).toBe('/ai-governance/inventory/imports');
  });

  it('looks again when asked', async () => {
    const api = portal();
    openPortal(path, api);
    await section('Evaluation');
    api.healthView = {
      ...health,
      checks: [{ ...well, id: 'queue', summary: 'Nothing waits.' }],
    };
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByText('Nothing waits.')).toBeVisible();
  });

  it('says why it shows nothing, and tries again', async () => {
    const api = portal();
    api.failure = new Error('The database is away');
    openPortal(path, api);
    expect(await screen.findByText('The database is away')).toBeVisible();
    api.failure = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await section('Evaluation')).toBeVisible();
  });

  it('is reached from the inventory by those who may see it', async () => {
    const { address } = openPortal('/ai-governance/inventory', portal());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Health' }),
    );
    expect(await section('Evaluation')).toBeVisible();
    expect(address().pathname).toBe(path);
  });
});
