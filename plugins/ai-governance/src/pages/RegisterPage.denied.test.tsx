import { screen } from '@testing-library/react';
import { FakeRegistrations } from './__testUtils__/FakeRegistrations';
import { openPortal } from './__testUtils__/openPortal';

jest.setTimeout(60_000);

// In a file of its own: what a reader may do is remembered between portals.

it('says to whoever may not register that they may not', async () => {
  openPortal('/ai-governance/register', new FakeRegistrations(), [], 'DENY');
  expect(
    await screen.findByText('You may not register AI systems', undefined, {
      timeout: 45_000,
    }),
  ).toBeInTheDocument();
});
