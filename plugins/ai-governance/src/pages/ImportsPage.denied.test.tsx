import { screen } from '@testing-library/react';
import { FakeAiGovernance } from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';

// A file of its own: decisions are remembered for a while, so no test here may be allowed what another is denied.
describe('Imports and health, for those who may not see them', () => {
  const open = (path: string) =>
    openPortal(path, new FakeAiGovernance(), [], 'DENY');

  it('says so', async () => {
    open('/ai-governance/inventory/imports');
    expect(
      await screen.findByText('You may not see the imports'),
    ).toBeVisible();
    expect(
      screen.queryByText('No register is imported'),
    ).not.toBeInTheDocument();
  });

  it('says so of the health too', async () => {
    open('/ai-governance/inventory/health');
    expect(await screen.findByText('You may not see the health')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Look again' }),
    ).not.toBeInTheDocument();
  });

  it('are not offered', async () => {
    open('/ai-governance/inventory');
    expect(await screen.findByText(/Catalog read/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Imports' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Health' }),
    ).not.toBeInTheDocument();
  });
});
