import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAiGovernance } from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';

jest.setTimeout(60_000);

// By itself: what somebody may is kept from one page to the next.
describe('the page of training, to a reader who may only look', () => {
  it('says so when nobody lacks a course, and to whom it hides what', async () => {
    openPortal('/ai-governance/training', new FakeAiGovernance(), [], 'DENY');
    expect(await screen.findByText('Nobody lacks a course')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Completions' }));
    expect(
      await screen.findByText('You may not see the register of completions'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Upload completions' }),
    );
    expect(
      await screen.findByText('You may not record training'),
    ).toBeVisible();
  });
});
