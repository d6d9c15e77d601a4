import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { WorkItem } from 'backstage-plugin-ai-governance-common';
import { FakeAiGovernance, team } from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';

const limits = { ref: 'aisystem:default/limits', title: 'Card limits' };
const item = (id: string, of: Partial<WorkItem> = {}): WorkItem => ({
  id,
  kind: 'control',
  subject: limits,
  tier: 'high',
  title: `Work ${id}`,
  reason: 'Something is missing.',
  state: 'not-reported',
  due: null,
  overdue: false,
  controlId: 'DOC-01',
  remediation: { label: 'Write the intended use', place: 'intended-use' },
  ...of,
});
const entity: Entity = {
  apiVersion: 'ai-governance/v1alpha1',
  kind: 'AISystem',
  metadata: {
    name: 'limits',
    namespace: 'default',
    annotations: { 'backstage.io/edit-url': 'https://git.example.com/limits' },
  },
};

function busy() {
  const api = new FakeAiGovernance();
  api.teams = [team('lending', { title: 'Lending' })];
  api.workItems = [
    item('decision', {
      kind: 'decision',
      state: 'requested',
      recordType: 'approval',
      recordId: 'r1',
      controlId: undefined,
      title: 'deploy: requested',
      reason: 'user:default/omar asked for it.',
      remediation: { label: 'Decide', place: 'assurance' },
    }),
    item('policy', {
      kind: 'acknowledgement',
      subject: undefined,
      tier: null,
      remediation: { label: 'Read and acknowledge', place: 'policy' },
    }),
    item('late', {
      state: 'expired',
      overdue: true,
      due: '2026-11-20T00:00:00.000Z',
      remediation: { label: 'Assess the risk', place: 'risk' },
    }),
    item('soon', { state: 'warning', due: '2026-12-01T00:00:00.000Z' }),
    item('missing'),
    item('source', {
      remediation: { label: 'Name the owner', place: 'source' },
    }),
  ];
  return api;
}
const open = (api: FakeAiGovernance, search = '') =>
  openPortal(`/ai-governance/work${search}`, api, [entity]);
const region = (name: string) => screen.findByRole('region', { name });

describe('My work', () => {
  it('comes by urgency, each piece with the button that resolves it', async () => {
    open(busy());
    expect(
      within(await region('Waits for you'))
        .getAllByRole('button')
        .map(b => [b.getAttribute('aria-label'), b.getAttribute('href')]),
    ).toEqual([
      [
        'Decide: Approval: deploy, Card limits',
        '/catalog/default/aisystem/limits/assurance?decide',
      ],
      ['Read and acknowledge: Work policy', '/ai-governance/policy'],
    ]);
    expect(
      screen.getAllByRole('heading', { level: 3 }).map(h => h.textContent),
    ).toEqual([
      'Waits for you',
      'Overdue',
      'Runs out soon',
      'Missing or not holding',
      'Stand-ins',
    ]);
    expect(within(await region('Overdue')).getByRole('button')).toHaveAttribute(
      'href',
      '/catalog/default/aisystem/limits/risk?edit',
    );
    const missing = within(await region('Missing or not holding'));
    expect(
      await missing.findByRole('button', { name: /Name the owner/ }),
    ).toHaveAttribute('href', 'https://git.example.com/limits');
    expect(screen.getByText('1–6 of 6')).toBeVisible();
  });

  it('asks for what its address says, and writes there what is chosen', async () => {
    const api = busy();
    const { address } = open(api, '?kind=control&tier=high&limit=10');
    await region('Overdue');
    expect(api.asked.work.at(-1)).toEqual({
      scope: 'mine',
      kind: ['control'],
      tier: ['high'],
      limit: 10,
      cursor: undefined,
    });
    await userEvent.click(screen.getByRole('button', { name: 'For teams' }));
    expect(await screen.findByText('Whose work?')).toBeVisible();
    await userEvent.click(screen.getByLabelText('Teams, with those below'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Lending' }),
    );
    await region('Overdue');
    expect(api.asked.work.at(-1)).toMatchObject({
      scope: 'team',
      owner: ['group:default/lending'],
      kind: ['control'],
    });
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(address().searchParams.get('scope')).toBe('all');
    expect(address().searchParams.getAll('owner')).toEqual([]);
  });

  it('is paged by the server', async () => {
    const api = busy();
    const { address } = open(api, '?limit=2');
    await region('Waits for you');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('3–4 of 6')).toBeVisible();
    expect(address().searchParams.get('cursor')).toBe('2');
  });

  it('says that nothing is to be done, and comes back when a posture changes', async () => {
    const api = busy();
    const { workItems } = api;
    api.workItems = [];
    const { signals } = open(api);
    expect(await screen.findByText('Nothing is to be done')).toBeVisible();
    api.workItems = workItems;
    signals.changed();
    expect(await region('Overdue')).toBeVisible();
  });

  it('gathers the entries to confirm of all pages in one request', async () => {
    const api = busy();
    const confirm = ['limits', 'bot', 'triage'].map(name =>
      item(`confirm-${name}`, {
        controlId: 'INV-08',
        subject: { ref: `aisystem:default/${name}`, title: name },
      }),
    );
    api.workItems = [...confirm, ...api.workItems];
    open(api, '?tier=high&limit=2');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Confirm entries together' }),
    );
    await screen.findByRole('dialog');
    expect(api.asked.work.at(-1)).toEqual({
      scope: 'mine',
      kind: ['control'],
      control: ['INV-08'],
      tier: ['high'],
      limit: 500,
    });
    await waitFor(() =>
      expect(api.confirmations).toEqual([
        { subjects: confirm.map(({ subject }) => subject!.ref), dryRun: true },
      ]),
    );
  });

  it('names a stand-in and withdraws them', async () => {
    const api = busy();
    open(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Name a stand-in' }),
    );
    const form = await screen.findByRole('group', { name: 'Name a stand-in' });
    await userEvent.click(within(form).getByRole('button', { name: 'Name' }));
    expect(await within(form).findByText('Not sent yet')).toBeVisible();
    expect(api.stated).toEqual([]);
    expect(within(form).queryByText('Withdrawn')).toBeNull();

    api.stated.push({
      of: 'user:default/dana',
      type: 'delegation',
      data: {
        to: 'user:default/omar',
        decisions: ['approval', 'exemption'],
        from: '2026-01-01',
        until: '2999-01-01',
      },
    });
    await userEvent.click(within(form).getByRole('button', { name: 'Cancel' }));
    open(api);
    expect(
      await screen.findByText('Holds now · decides on approval and exemption'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Withdraw/ }));
    expect(await screen.findByText(/^Withdrawn · /)).toBeVisible();
    expect(api.stated.at(-1)).toMatchObject({
      of: 'user:default/dana',
      recordId: 'record-1',
      baseRevision: 1,
      data: { to: 'user:default/omar', withdrawn: true },
    });
  });
});
