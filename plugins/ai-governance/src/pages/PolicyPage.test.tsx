import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  policySchema,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { FakeAiGovernance } from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';

const perTier = {
  high: { months: 6 },
  limited: { years: 1 },
  minimal: { years: 2 },
};
const office = 'group:default/office';
const policyOf = (changes: object = {}) =>
  policySchema.parse({
    version: '2026.2',
    title: 'Use of AI at the bank',
    effectiveFrom: '2026-07-01',
    approved: { by: office, on: '2026-06-15' },
    scope: 'Everything **but** toys.',
    uses: [
      { id: 'drafts', title: 'Drafting replies', standing: 'allowed' },
      { id: 'credit', title: 'Credit decisions', standing: 'restricted' },
      { id: 'scoring', title: 'Social scoring', standing: 'prohibited' },
    ],
    vendors: [{ name: 'Acme', data: ['public', 'internal'] }],
    authorities: {
      approval: { high: [office, 'accountable'], limited: ['owner'] },
    },
    cadences: { 'intended-use': perTier, 'risk-assessment': perTier },
    warningWindow: { days: 30 },
    tolerance: { high: 'low', limited: 'medium', minimal: 'medium' },
    ...changes,
  });
const revision = (number: number, data: object): RevisionView => ({
  recordId: 'policy',
  type: 'policy',
  revision: number,
  seq: number,
  data: data as Record<string, unknown>,
  author: 'ai-governance',
  materiality: 'material',
  effectiveAt: `2026-0${number}-01T00:00:00.000Z`,
  recordedAt: `2026-0${number}-01T00:00:00.000Z`,
  dataHash: 'data',
  hash: 'hash',
});

function bank() {
  const api = new FakeAiGovernance();
  api.policyView = {
    policy: policyOf(),
    hash: 'hash',
    recordedAt: '2026-07-01T00:00:00.000Z',
    acknowledgedAt: null,
    titles: { [office]: 'AI Governance Office' },
  };
  api.versions = [
    revision(2, policyOf()),
    revision(1, policyOf({ version: '2026.1', scope: 'Everything.' })),
  ];
  return api;
}
const open = (api: FakeAiGovernance) =>
  openPortal('/ai-governance/policy', api);
const region = (name: string) => screen.findByRole('region', { name });

describe('The policy page', () => {
  it('says in words what the policy rules, with people and groups by name', async () => {
    open(bank());
    expect(
      await screen.findByRole('heading', { name: 'Use of AI at the bank' }),
    ).toBeVisible();
    expect(screen.getByText('but')).toBeVisible();
    expect(screen.getByText('Social scoring')).toBeVisible();
    const decides = within(await region('Who decides'));
    const high = decides.getByRole('row', {
      name: /Approves systems of tier high/,
    });
    expect(high).toHaveTextContent(
      'AI Governance Office or the accountable leader of the system',
    );
    expect(
      within(high).getByRole('link', { name: 'AI Governance Office' }),
    ).toHaveAttribute('href', '/catalog/default/group/office');
    expect(
      decides.getByRole('row', { name: /Approves systems of tier minimal/ }),
    ).toHaveTextContent('nobody');
    expect(
      within(await region('How often what is reviewed')).getByRole('row', {
        name: /Risk assessment/,
      }),
    ).toHaveTextContent('6 months1 year2 years');
    expect(
      within(await region('Vendors, and what may be sent to them')).getByRole(
        'row',
        { name: /Acme/ },
      ),
    ).toHaveTextContent('Public and internal');
    const asked = within(await region('What is asked of the organization'));
    expect(
      asked.getByRole('link', { name: 'Management system' }),
    ).toHaveAttribute('href', '/ai-governance/organization');
  });

  it('is acknowledged by the reader, of the version that is in force', async () => {
    const api = bank();
    open(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Acknowledge' }),
    );
    expect(
      await screen.findByText(/You acknowledged version 2026.2 on/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Acknowledge' })).toBeNull();
    expect(api.stated).toEqual([
      {
        of: 'user:default/dana',
        type: 'policy-acknowledgement',
        data: { version: '2026.2' },
      },
    ]);
  });

  it('shows what differs between two versions', async () => {
    open(bank());
    const versions = within(await region('Versions'));
    expect(await versions.findByRole('row', { name: /2026\.1/ })).toBeVisible();
    expect(versions.getByRole('heading', { name: 'Scope' })).toBeVisible();
    expect(versions.queryByRole('heading', { name: 'Reviews' })).toBeNull();
    expect(versions.getByText(/but/).closest('ins')).not.toBeNull();
    await userEvent.selectOptions(versions.getByLabelText('Compare'), '2');
    expect(versions.getByText('They say the same.')).toBeVisible();
  });

  it('says what went wrong, and is there when it is tried again', async () => {
    const api = bank();
    api.failure = new Error('The database sleeps.');
    open(api);
    expect(await screen.findByText('The database sleeps.')).toBeVisible();
    api.failure = undefined;
    await act(() =>
      userEvent.click(screen.getByRole('button', { name: 'Try again' })),
    );
    expect(
      await screen.findByRole('heading', { name: 'Use of AI at the bank' }),
    ).toBeVisible();
  });
});
