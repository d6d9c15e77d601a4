import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dana, me, olga } from '../components/__testUtils__/company';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { AssuranceTab } from './AssuranceTab';
import { entryTypes } from './entryTypes';

forbidConsole();
beforeEach(() => window.localStorage.clear());

const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const press = async (name: RegExp | string) =>
  userEvent.click(await screen.findByRole('button', { name }));
const text = (label: RegExp) =>
  screen.getByLabelText(label, { selector: 'textarea' });

const wrongLimits = {
  title: 'Wrong limits',
  kind: 'failure',
  severity: 'high',
  status: 'open',
  detected: '2026-11-20',
  what: 'Limits were **doubled**.',
};
const actionOn = (recordId: string) => ({
  title: 'Test the limits',
  from: { kind: 'incident', recordId },
  severity: 'high',
  status: 'open',
  plan: 'A test before each release.',
  owner: 'user:default/dana',
});

/** A subject whose ledger has today's date, as the browser has. */
function today() {
  const api = new FakeSubjectApi();
  api.clock = () => new Date().toISOString();
  return api;
}

describe('Entries', () => {
  it('have a section for each type that has no other place', async () => {
    await renderEntity(<AssuranceTab />, today());
    expect(entryTypes.map(({ type }) => type)).toEqual([
      'evidence',
      'monitoring',
      'incident',
      'corrective-action',
    ]);
    for (const { plural } of entryTypes) {
      expect(
        (await section(plural)).getByText(
          'Nothing has been recorded here yet.',
        ),
      ).toBeVisible();
    }
  });

  it('are written from the address, with the states in which a case may begin and no field of the system', async () => {
    const api = today();
    await renderEntity(<AssuranceTab />, api, { path: '/?write=incident' });
    const form = within(
      await screen.findByRole('group', { name: 'Record incident' }),
    );
    expect(
      form.getByRole('heading', { name: 'Record incident' }),
    ).toHaveFocus();
    expect(form.queryByLabelText(/^Deadline/)).not.toBeInTheDocument();
    expect(form.queryByText('Materiality')).not.toBeInTheDocument();
    const status = form.getByLabelText(/^Status/);
    expect(status).toHaveValue('open');
    expect(
      within(status)
        .getAllByRole('option')
        .map(o => o.textContent),
    ).not.toContain('Closed');

    await userEvent.type(form.getByLabelText(/^Title/), 'Wrong limits');
    await userEvent.selectOptions(form.getByLabelText(/^Kind/), 'failure');
    await userEvent.selectOptions(form.getByLabelText(/^Severity/), 'high');
    await userEvent.type(form.getByLabelText(/^Detected on/), '2026-11-20');
    await press('Save');
    expect(
      await form.findByText('What happened: This is needed.'),
    ).toBeVisible();
    expect(api.appended).toEqual([]);

    await userEvent.type(text(/^What happened/), 'Limits were doubled.');
    await press('Save');
    const incidents = await section('Incidents');
    expect(
      await incidents.findByRole('heading', {
        name: 'Wrong limits (high, open)',
      }),
    ).toBeVisible();
    expect(incidents.getByText(/^Deadline:/)).toBeVisible();
    expect(api.appended).toHaveLength(1);
    expect(Object.keys(api.appended[0])).toEqual(['type', 'data']);
  });

  it('are listed newest first, read in place, carried on to the next state, and left alone when finished', async () => {
    const api = today();
    api.write(dana, { type: 'incident', data: wrongLimits });
    api.write(me, {
      type: 'incident',
      data: { ...wrongLimits, title: 'Outage' },
    });
    await renderEntity(<AssuranceTab />, api);
    const incidents = await section('Incidents');
    expect(
      incidents
        .getAllByRole('heading', { level: 3 })
        .map(heading => heading.textContent),
    ).toEqual(['Outage (high, open)', 'Wrong limits (high, open)']);

    await press('Read: Wrong limits (high, open)');
    expect(incidents.getByText('doubled').tagName).toBe('STRONG');

    await press('Revise: Wrong limits (high, open)');
    await userEvent.selectOptions(
      incidents.getByLabelText(/^Status/),
      'resolved',
    );
    await press('Save');
    expect(
      await incidents.findByRole('heading', {
        name: 'Wrong limits (high, resolved)',
      }),
    ).toBeVisible();

    await press('Revise: Wrong limits (high, resolved)');
    await userEvent.selectOptions(
      incidents.getByLabelText(/^Status/),
      'closed',
    );
    await userEvent.type(text(/^Cause/), 'A unit was mistaken.');
    await press('Save');
    const closed = 'Wrong limits (high, closed)';
    expect(
      await incidents.findByRole('heading', { name: closed }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: `History: ${closed}` }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: `Revise: ${closed}` }),
    ).not.toBeInTheDocument();
  });

  it('keep what was written when the ledger refuses it', async () => {
    const api = today();
    api.write(dana, {
      type: 'incident',
      data: { ...wrongLimits, status: 'resolved' },
    });
    await renderEntity(<AssuranceTab />, api);
    await press(/^Revise: Wrong limits/);
    await userEvent.selectOptions(screen.getByLabelText(/^Status/), 'closed');
    await press('Save');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /say the cause before it is closed/,
    );
    expect(screen.getByLabelText(/^Status/)).toHaveValue('closed');
  });

  it('pick another record by what it is', async () => {
    const api = today();
    const { recordId } = api.write(dana, {
      type: 'incident',
      // of today, so that it is within its deadline whenever this runs
      data: { ...wrongLimits, detected: api.clock().slice(0, 10) },
    });
    await renderEntity(<AssuranceTab />, api, {
      path: '/?write=corrective-action',
    });
    await userEvent.selectOptions(
      await screen.findByLabelText(/^Of what kind/),
      'incident',
    );
    const form = within(
      screen.getByRole('group', { name: 'Record corrective action' }),
    );
    const origin = form.getByLabelText(/^Record/, { selector: 'input' });
    await userEvent.type(origin, 'limits');
    await userEvent.click(
      await screen.findByRole('option', {
        name: /^Wrong limits \(high, open\)/,
      }),
    );
    expect(origin).toHaveValue('Wrong limits (high, open)');
    expect(origin).toHaveAccessibleDescription(/Incident, .*, Open$/);

    // of an audit it is a record of the organization, and no list is offered
    await userEvent.selectOptions(
      form.getByLabelText(/^Of what kind/),
      'audit',
    );
    const id = form.getByLabelText(/^Record/, { selector: 'input' });
    expect(id).toHaveValue(recordId);
    expect(id).toHaveAttribute('type', 'text');
    expect(screen.queryByRole('combobox', { name: /^Record/ })).toBeNull();
  });

  it('lead to the record that they come from, which is open there and has the focus', async () => {
    const api = today();
    const ids = Array.from({ length: 7 }, (_, n) =>
      api.write(dana, {
        type: 'incident',
        data: { ...wrongLimits, title: `Outage ${n}` },
        effectiveAt: `2026-11-2${n}T10:00:00.000Z`,
      }),
    ).map(r => r.recordId);
    api.write(dana, { type: 'corrective-action', data: actionOn(ids[0]) });
    await renderEntity(<AssuranceTab />, api);
    const incidents = await section('Incidents');
    const oldest = 'Outage 0 (high, open)';
    expect(incidents.queryByRole('heading', { name: oldest })).toBeNull();
    await press(/^Read: Test the limits/);
    await userEvent.click(await screen.findByRole('link', { name: oldest }));
    const heading = await screen.findByRole('heading', { name: oldest });
    expect(heading).toHaveFocus();
    expect(
      screen.getByRole('button', { name: `Read: ${oldest}` }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('say to those who may not write who does, and let a tester verify what is done', async () => {
    const api = today();
    const { recordId } = api.write(dana, {
      type: 'incident',
      data: wrongLimits,
    });
    api.write(dana, {
      type: 'corrective-action',
      data: { ...actionOn(recordId), status: 'done' },
    });
    api.me = olga;
    api.may = { ...api.may, append: false, assure: true };
    await renderEntity(<AssuranceTab />, api);
    const incidents = await section('Incidents');
    expect(
      incidents.getByRole('button', { name: 'Record incident' }),
    ).toBeDisabled();
    expect(incidents.getByText(/^You may not write here/)).toBeVisible();
    expect(
      incidents.queryByRole('button', { name: /^Revise/ }),
    ).not.toBeInTheDocument();

    await press(/^Revise: Test the limits/);
    await userEvent.selectOptions(screen.getByLabelText(/^Status/), 'verified');
    await userEvent.type(text(/^Effect/), 'Ten releases, none wrong.');
    await press('Save');
    const actions = await section('Corrective actions');
    expect(await actions.findByText('Verified')).toBeVisible();
  });
});

describe('Connectors', () => {
  const crm = {
    name: 'CRM',
    kind: 'api',
    reach: { classifications: ['confidential'], scopes: ['read'] },
    status: 'connected',
    decision: 'requested',
    reason: 'To know the customer.',
  };

  it('are asked for from the address', async () => {
    const api = today();
    await renderEntity(<AssuranceTab />, api, { path: '/?write=connector' });
    await userEvent.type(await screen.findByLabelText(/^Connected to/), 'CRM');
    await userEvent.selectOptions(screen.getByLabelText(/^Kind/), 'api');
    await userEvent.type(text(/^What it is for/), 'To know the customer.');
    await press('Ask for the connector');
    const connectors = await section('Connectors');
    expect(
      await connectors.findByRole('heading', { name: 'CRM' }),
    ).toBeVisible();
    expect(connectors.getByText('Waits for a decision')).toBeVisible();
    expect(api.appended[0].data).toMatchObject({
      decision: 'requested',
      status: 'planned',
    });
  });

  it('are reported as they are now once they are decided', async () => {
    const api = today();
    const { stateHash } = await api.decisions(api.ref);
    api.write(olga, {
      type: 'connector',
      data: { ...crm, decision: 'approved' },
      stateHash,
    });
    await renderEntity(<AssuranceTab />, api);
    await press('Report what it is now: CRM');
    await userEvent.selectOptions(
      screen.getByLabelText(/^Status/),
      'disconnected',
    );
    await press('Report it');
    const connectors = await section('Connectors');
    expect(await connectors.findByText('Disconnected')).toBeVisible();
    expect(api.appended[0].data).toMatchObject({ decision: 'approved' });
  });
});
