import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { noCounts } from 'backstage-plugin-ai-governance-common';
import { FakeOrganization } from './__testUtils__/FakeOrganization';
import { openPortal } from './__testUtils__/openPortal';

jest.setTimeout(60_000);

const path = '/ai-governance/organization';
const result = (id: string, over: object = {}) => ({
  controlId: id,
  controlVersion: 1,
  title: `Title of ${id}`,
  family: 'ORG',
  level: 'silver' as const,
  state: 'not-reported' as const,
  reason: 'No objective is set.',
  validUntil: null,
  nextState: null,
  nextReason: null,
  remediation: {
    label: 'Set objectives',
    place: 'organization' as const,
    recordType: 'objective',
  },
  ...over,
});
const objective = {
  title: 'Assess every risk',
  measure: 'the share of systems assessed',
  unit: '%',
  direction: 'at-least',
  target: 95,
  owner: 'group:default/office',
  due: '2126-12-31',
  plan: 'Ask each quarter.',
  status: 'open',
};
const audit = {
  title: 'Yearly',
  kind: 'internal',
  status: 'reported',
  scope: 'Everything.',
  criteria: [{ framework: 'iso-42001' }],
  period: { from: '2026-11-02', to: '2026-11-06' },
  lead: 'Amir',
  independence: 'Audits only.',
  conclusion: 'Fair.',
  findings: [
    { id: 'F-1', title: 'No plan', grade: 'major', text: 'There is none.' },
    { id: 'F-2', title: 'Late', grade: 'minor', text: 'By a week.' },
  ],
};

describe('The management system', () => {
  it('says what is asked of the organization, and leads to where it is done', async () => {
    const api = new FakeOrganization();
    api.organizationResults = [
      result('ORG-03'),
      result('ORG-01', {
        state: 'pass',
        reason: 'The policy is in force.',
        remediation: { label: 'Approve', place: 'policy-file' },
      }),
    ];
    openPortal(path, api);
    const asked = within(
      await screen.findByRole('region', {
        name: 'What is asked of the organization',
      }),
    );
    expect(asked.getByText('No objective is set.')).toBeVisible();
    expect(
      asked.getByRole('button', { name: 'Set objectives: Title of ORG-03' }),
    ).toHaveAttribute('href', `${path}?type=objective&write=new`);
    // what holds asks for nothing
    expect(asked.queryByText(/^Approve/)).toBeNull();
  });

  it('says on a past day what was asked then, with nothing to mend and no records of now', async () => {
    const day = '2026-03-01T22:59:59.999Z';
    const api = new FakeOrganization();
    api.past[day] = {};
    api.organizationResults = [result('ORG-03')];
    const { address } = openPortal(`${path}?asOf=${day}`, api);
    expect(await screen.findByText('No objective is set.')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(
      /As it was on .*: the policy and the records of the organization of that day/,
    );
    expect(screen.queryByText(/Set objectives/)).not.toBeInTheDocument();
    expect(api.recordsAsked).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(
      await screen.findByRole('button', { name: 'Record objective' }),
    ).toBeVisible();
    expect(address().search).toBe('');
  });

  it('has nothing to read for who may not', async () => {
    const api = new FakeOrganization();
    api.mayOfOrganization = {
      read: false,
      append: false,
      assure: false,
      redact: false,
    };
    openPortal(path, api);
    expect(
      await screen.findByText(/ai-governance\.organization\.read/),
    ).toBeVisible();
    expect(api.recordsAsked).toEqual([]);
  });

  it('begins with the first objective, written in a form that survives a reload', async () => {
    const api = new FakeOrganization();
    api.hold('objective', { ...objective, status: 'met', title: 'Old' });
    const { address } = openPortal(path, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Record objective' }),
    );
    const form = within(
      screen.getByRole('group', { name: 'Record objective' }),
    );
    await userEvent.type(
      form.getByRole('textbox', { name: /What is to be reached/ }),
      'Train all',
    );
    // a new one is open: it cannot be met before it was measured
    expect(
      within(form.getByRole('combobox', { name: /Status/ })).queryByRole(
        'option',
        { name: 'Met' },
      ),
    ).toBeNull();
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('Not saved yet')).toBeVisible();
    expect(api.written).toHaveLength(1);
    const kept = Object.keys(window.localStorage).find(key =>
      key.includes('organization/objective/new'),
    );
    expect(window.localStorage.getItem(kept!)).toContain('Train all');
    await userEvent.click(form.getByRole('button', { name: 'Discard' }));
    expect(address().pathname).toBe(path);
    expect(
      screen.getByRole('button', { name: 'Record objective' }),
    ).toHaveFocus();
  });

  it('shows what was measured against the target, also as a table', async () => {
    const api = new FakeOrganization();
    api.hold('objective', {
      ...objective,
      measurements: [
        { on: '2026-10-01', value: 96 },
        { on: '2026-07-01', value: 80, note: 'By hand' },
      ],
    });
    openPortal(path, api);
    expect(await screen.findByText('Target reached')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Read: Assess every risk (open)' }),
    );
    const rows = within(
      screen.getByRole('table', { name: 'Measurements of Assess every risk' }),
    ).getAllByRole('row');
    expect(rows.map(row => row.textContent)).toEqual([
      'Measured onValueTargetNote',
      expect.stringMatching(/2026.*80 %Not reachedBy hand$/),
      expect.stringMatching(/2026.*96 %Reached$/),
    ]);
  });

  it('shows the frozen figures of a review', async () => {
    const api = new FakeOrganization();
    api.hold('management-review', {
      heldOn: '2026-11-20',
      chairedBy: 'user:default/leah',
      attendees: [],
      inputs: { issues: 'None **at all**.' },
      decisions: [],
      nextBy: '2126-11-20',
      snapshot: {
        at: '2026-11-20T10:00:00.000Z',
        policy: { version: '2026.1', hash: 'a' },
        subjects: 12,
        unevaluated: 0,
        tiers: { prohibited: 0, high: 3, limited: 0, minimal: 9 },
        levels: { none: 2, bronze: 10, silver: 0, gold: 0 },
        counts: { ...noCounts(), pass: 40, fail: 2 },
        overdue: 1,
        incidents: { critical: 0, high: 1, medium: 0, low: 0 },
        correctiveActions: { open: 2, overdue: 1 },
      },
    });
    openPortal(`${path}?type=management-review`, api);
    await userEvent.click(
      await screen.findByRole('button', { name: /^Read: 2026-11-20/ }),
    );
    const figures = within(
      screen.getByRole('table', { name: 'Figures as the review was recorded' }),
    );
    for (const row of [
      'AI systems12',
      'By tierHigh 3, Minimal 9',
      'Open incidentsHigh 1',
      'Corrective actions2 open, 1 of them overdue',
    ]) {
      expect(figures.getAllByRole('row').map(r => r.textContent)).toContain(
        row,
      );
    }
    expect(screen.getByText('at all').tagName).toBe('STRONG');
  });

  it('says what became of each finding, and leads to the action that is missing', async () => {
    const api = new FakeOrganization();
    const recordId = api.hold('audit', audit);
    api.hold('corrective-action', {
      title: 'Write a plan',
      from: { kind: 'audit', recordId, finding: 'F-1' },
      severity: 'high',
      status: 'done',
      plan: 'Write it.',
      owner: 'group:default/office',
      due: '2126-01-01',
    });
    const { address } = openPortal(`${path}?type=audit`, api);
    await userEvent.click(
      await screen.findByRole('button', { name: /^Read: Yearly/ }),
    );
    const findings = within(
      screen.getByRole('table', { name: 'Findings of Yearly' }),
    );
    expect(findings.getByRole('row', { name: /F-1/ })).toHaveTextContent(
      /Write a plan.*Done, not verified/,
    );
    expect(findings.getByRole('row', { name: /F-2/ })).toHaveTextContent(
      'Nothing yet.',
    );
    await userEvent.click(
      findings.getByRole('button', {
        name: 'Record a corrective action: Late',
      }),
    );
    const form = within(
      await screen.findByRole('group', { name: 'Record corrective action' }),
    );
    expect(form.getByRole('textbox', { name: /^Title/ })).toHaveValue('Late');
    expect(form.getByRole('combobox', { name: /Of what kind/ })).toHaveValue(
      'audit',
    );
    expect(form.getByRole('combobox', { name: /^Record/ })).toHaveDisplayValue(
      /Yearly/,
    );
    expect(
      form.getByRole('combobox', { name: /Id of the finding/ }),
    ).toHaveDisplayValue('F-2: Late');
    await userEvent.click(form.getByRole('button', { name: 'Discard' }));
    expect(address().search).toBe('?type=corrective-action');
  });

  it('tries again all that it could not read', async () => {
    const api = new FakeOrganization();
    api.hold('audit', audit);
    const read = api.organizationRecords.bind(api);
    let down = true;
    api.organizationRecords = async query => {
      // the audits themselves are there, the actions that they led to are not
      if (down && query.type === 'corrective-action') throw new Error('Down.');
      return read<any>(query);
    };
    openPortal(`${path}?type=audit`, api);
    expect(await screen.findByText('Down.')).toBeVisible();
    down = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: /^Read: Yearly/ }),
    ).toBeVisible();
  });

  it('lets who may only assure write audits, and says what the rest takes', async () => {
    const api = new FakeOrganization();
    api.mayOfOrganization = {
      read: true,
      append: false,
      assure: true,
      redact: false,
    };
    openPortal(path, api);
    expect(
      await screen.findByText(/ai-governance\.organization\.append/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Record objective' }),
    ).toBeDisabled();
    await userEvent.click(screen.getByRole('link', { name: 'Audits' }));
    expect(
      await screen.findByRole('button', { name: 'Record audit' }),
    ).toBeEnabled();
  });

  it('picks a requirement by its title, and shows why it is refused', async () => {
    const api = new FakeOrganization();
    api.refusal = 'data.requirement: it is stated already, as record a-1';
    openPortal(`${path}?type=applicability&write=new`, api);
    const form = within(
      await screen.findByRole('group', { name: 'Record applicability' }),
    );
    await userEvent.selectOptions(
      form.getByRole('combobox', { name: /Framework/ }),
      'ISO/IEC 42001',
    );
    await userEvent.selectOptions(
      form.getByRole('combobox', { name: /Requirement/ }),
      'A.8.3 External reporting',
    );
    await userEvent.selectOptions(
      form.getByRole('combobox', { name: /Applies/ }),
      'Yes',
    );
    await userEvent.type(
      form.getByRole('textbox', { name: /Justification/ }),
      'We are told.',
    );
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText(/as record a-1/)).toBeVisible();
    api.refusal = undefined;
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('iso-42001 A.8.3: applies')).toBeVisible();
    expect(api.written[0].data).toEqual({
      framework: 'iso-42001',
      requirement: 'A.8.3',
      applies: 'yes',
      justification: 'We are told.',
    });
  });

  it('shows what somebody else wrote meanwhile', async () => {
    const api = new FakeOrganization();
    const recordId = api.hold('objective', objective);
    openPortal(path, api);
    await userEvent.click(
      await screen.findByRole('button', { name: /^Revise: Assess/ }),
    );
    const form = within(screen.getByRole('group', { name: /^Revise: Assess/ }));
    await userEvent.type(
      form.getByRole('textbox', { name: /What is to be reached/ }),
      ' soon',
    );
    api.hold(
      'objective',
      { ...objective, target: 97 },
      { recordId, revision: 2 },
    );
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText(/wrote revision 2/)).toBeVisible();
    expect(
      form.getByRole('button', { name: 'Save on top of revision 2' }),
    ).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Discard' }));
  });

  it('downloads a register, and goes through its pages', async () => {
    const api = new FakeOrganization();
    for (let i = 0; i < 12; i += 1) {
      api.hold('objective', { ...objective, title: `Aim ${i}` });
    }
    window.URL.createObjectURL = () => 'blob:';
    window.URL.revokeObjectURL = () => {};
    openPortal(`${path}?limit=10`, api);
    expect(await screen.findByText('1–10 of 12')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('11–12 of 12')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Download as CSV' }),
    );
    expect(api.csvRecordsAsked).toEqual([{ type: 'objective' }]);
  });

  describe('what was found and is not registered', () => {
    const churn = {
      ref: 'resource:default/churn-scores',
      title: 'Churn scores',
      owner: 'group:default/marketing',
      reason: 'kind is Resource and spec.type is ai-model',
      foundAt: '2026-11-20T10:00:00.000Z',
    };
    const runbooks = {
      ref: 'resource:default/runbooks',
      title: 'Runbook vectors',
      reason: 'metadata.tags contains llm; kind is AiResource',
      foundAt: '2026-11-21T10:00:00.000Z',
      decision: {
        recordId: 'd-1',
        revision: 1,
        decision: 'to-be-registered' as const,
        until: '2026-11-24T00:00:00.000Z',
        holds: false,
      },
    };
    const list = async () =>
      within(
        await screen.findByRole('list', { name: 'Found, not registered' }),
      );

    it('says why it was taken for AI and what was decided, and leads to registering it', async () => {
      const api = new FakeOrganization();
      api.found = [churn, runbooks];
      openPortal(path, api);
      const [first, second] = (await list()).getAllByRole('listitem');
      expect(first).toHaveTextContent(
        /Churn scores resource.*its kind is Resource and its type is ai-model\..*first seen Nov 20, 2026.*Nobody has decided/,
      );
      expect(
        within(first).getByRole('link', { name: 'Churn scores' }),
      ).toHaveAttribute('href', '/catalog/default/resource/churn-scores');
      expect(
        within(first).getByRole('button', { name: 'Register: Churn scores' }),
      ).toHaveAttribute(
        'href',
        '/ai-governance/register?from=resource%3Adefault%2Fchurn-scores',
      );
      expect(second).toHaveTextContent(
        /its tags contain llm, or its kind is AiResource\..*Without an owner.*To be registered, past its day.*It held until Nov 23, 2026/,
      );
      expect(
        within(second).getByRole('button', {
          name: 'Decide again: Runbook vectors',
        }),
      ).toBeVisible();
    });

    it('is decided on in the form, which names it already', async () => {
      const api = new FakeOrganization();
      api.found = [churn, runbooks];
      const { address } = openPortal(`${path}?found=open`, api);
      await userEvent.click(
        (await list()).getByRole('button', { name: 'Decide: Churn scores' }),
      );
      const name = 'Record decision on found AI';
      const form = within(await screen.findByRole('group', { name }));
      expect(form.getByRole('textbox', { name: /What was found/ })).toHaveValue(
        churn.ref,
      );
      // another one has a form of its own
      await userEvent.type(form.getByRole('textbox', { name: /Why/ }), 'Fake.');
      await userEvent.click(
        (await list()).getByRole('button', { name: /^Decide again: Runbook/ }),
      );
      const other = within(await screen.findByRole('group', { name }));
      expect(
        other.getByRole('textbox', { name: /What was found/ }),
      ).toHaveValue(runbooks.ref);
      expect(other.getByRole('textbox', { name: /Why/ })).toHaveValue('');
      await userEvent.selectOptions(
        other.getByRole('combobox', { name: /^Decision/ }),
        'Not AI',
      );
      await userEvent.type(
        other.getByRole('textbox', { name: /Why/ }),
        'Only words.',
      );
      await userEvent.click(other.getByRole('button', { name: 'Save' }));
      // decided, it is open no longer
      await waitFor(async () =>
        expect(
          (await list()).queryByText('Runbook vectors'),
        ).not.toBeInTheDocument(),
      );
      expect((await list()).getByText('Churn scores')).toBeVisible();
      expect(api.written.at(-1)!.data).toEqual({
        entity: runbooks.ref,
        decision: 'not-ai',
        reason: 'Only words.',
      });
      expect(address().search).toBe('?found=open&type=discovery-decision');
    });

    it('goes through its pages, and shows what is decided alone', async () => {
      const api = new FakeOrganization();
      api.found = Array.from({ length: 12 }, (_, i) => ({
        ...churn,
        ref: `resource:default/r-${i}`,
        title: `Found ${i}`,
      }));
      api.found[11] = {
        ...api.found[11],
        decision: { ...runbooks.decision, holds: true },
      };
      const { address } = openPortal(path, api);
      const region = within(
        await screen.findByRole('region', { name: 'Found, not registered' }),
      );
      expect(await region.findByText('1–10 of 12')).toBeVisible();
      await userEvent.click(region.getByRole('button', { name: 'Next page' }));
      expect(await region.findByText('11–12 of 12')).toBeVisible();
      await userEvent.click(
        region.getByRole('button', { name: 'Previous page' }),
      );
      expect(await region.findByText('Found 0')).toBeVisible();
      await userEvent.click(
        region.getByRole('textbox', { name: 'Open or decided' }),
      );
      await userEvent.click(
        await screen.findByRole('option', { name: 'Decided' }),
      );
      expect(await region.findByText('1–1 of 1')).toBeVisible();
      expect(region.getByText('To be registered')).toBeVisible();
      expect(address().search).toBe('?found=decided');
      expect(api.asked.discovered.at(-1)).toEqual({
        status: 'decided',
        limit: 10,
      });
    });

    it('says what finds it where nothing is found, and what to do where nothing is looked for', async () => {
      const api = new FakeOrganization();
      const { signals } = openPortal(path, api);
      expect(await screen.findByText('Nothing is found')).toBeVisible();
      api.discovers = false;
      signals.changed();
      expect(await screen.findByText('Nothing is looked for')).toBeVisible();
      expect(screen.getByText(/aiGovernance\.discovery/)).toBeVisible();
    });

    it('shows nothing of decisions to who may not read them, and is where its control leads', async () => {
      const api = new FakeOrganization();
      api.found = [churn];
      api.organizationResults = [
        result('ORG-05', {
          state: 'fail',
          remediation: {
            label: 'Register or decide',
            place: 'organization',
            recordType: 'discovery-decision',
          },
        }),
      ];
      api.mayOfOrganization = {
        read: false,
        append: false,
        assure: false,
        redact: false,
      };
      openPortal(path, api);
      const [item] = (await list()).getAllByRole('listitem');
      expect(item).not.toHaveTextContent('Nobody has decided');
      expect(within(item).getAllByRole('button')).toHaveLength(1);
      await userEvent.click(
        screen.getByRole('button', {
          name: 'Register or decide: Title of ORG-05',
        }),
      );
      await waitFor(() =>
        expect(
          screen.getByRole('heading', { name: 'Found, not registered' }),
        ).toHaveFocus(),
      );
    });
  });
});
