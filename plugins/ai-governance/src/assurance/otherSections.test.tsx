import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dana, me, olga } from '../components/__testUtils__/company';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { AssuranceTab } from './AssuranceTab';

forbidConsole();

const inNovember = '2026-12-31';

function office() {
  const api = new FakeSubjectApi();
  api.me = olga;
  api.may = { ...api.may, append: false, request: false, decide: true };
  return api;
}
const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const press = async (name: RegExp | string) =>
  userEvent.click(await screen.findByRole('button', { name }));
const text = (label: RegExp) =>
  screen.getByLabelText(label, { selector: 'textarea' });

describe('Exemptions', () => {
  it('are asked for from the control that an address names; what is missing is said in place', async () => {
    const api = new FakeSubjectApi();
    api.clock = () => new Date().toISOString();
    await renderEntity(<AssuranceTab />, api, { path: '/?exempt=DOC-01' });
    expect(
      await screen.findByRole('combobox', { name: /^Control/ }),
    ).toHaveValue('DOC-01');
    await userEvent.type(text(/^Reason/), 'The author is away.');
    await press('Ask for the exemption');
    expect(
      await screen.findByText('Compensating measure: This is needed.'),
    ).toBeVisible();
    expect(api.appended).toEqual([]);

    await userEvent.type(text(/^Compensating measure/), 'A weekly look.');
    await press('Ask for the exemption');
    const exemptions = await section('Exemptions');
    expect(
      await exemptions.findByRole('heading', { name: /\(DOC-01\)$/ }),
    ).toBeVisible();
    expect(exemptions.getByText('Waits for a decision')).toBeVisible();
    expect(exemptions.getByText('A weekly look.')).toBeVisible();
    expect(api.appended[0].data).toMatchObject({
      control: 'DOC-01',
      decision: 'requested',
    });
  });

  it('are granted by the office, and run out with the clock', async () => {
    const api = office();
    api.write(dana, {
      type: 'exemption',
      data: {
        control: 'DOC-01',
        decision: 'requested',
        reason: 'The author is away.',
        compensating: 'A weekly look.',
        expires: inNovember,
      },
    });
    const { signal } = await renderEntity(<AssuranceTab />, api);
    const exemptions = await section('Exemptions');
    await userEvent.click(
      await exemptions.findByRole('button', { name: /^Decide/ }),
    );
    await userEvent.selectOptions(
      exemptions.getByLabelText(/^Decision/),
      'approved',
    );
    await press('Record the decision');
    expect(await exemptions.findByText('Valid')).toBeVisible();
    expect(api.appended[0].data).toMatchObject({
      reason: 'The author is away.',
      expires: inNovember,
    });

    api.clock = () => '2027-01-01T00:00:00.000Z';
    await signal();
    expect(await exemptions.findByText('Expired')).toBeVisible();
  });

  it('are ended by the office before their time', async () => {
    const api = office();
    const { stateHash } = await api.decisions(api.ref);
    api.write(olga, {
      type: 'exemption',
      data: {
        control: 'DOC-01',
        decision: 'approved',
        reason: 'r',
        compensating: 'c',
        expires: inNovember,
      },
      stateHash,
    });
    await renderEntity(<AssuranceTab />, api);
    await press(/^End it now/);
    await press('End it');
    expect(
      await (await section('Exemptions')).findByText('Withdrawn'),
    ).toBeVisible();
  });
});

describe('Another tier', () => {
  it('is asked for by the owner', async () => {
    const api = new FakeSubjectApi();
    api.clock = () => new Date().toISOString();
    await renderEntity(<AssuranceTab />, api);
    await press('Ask for another tier');
    const tier = screen.getByLabelText(/^Tier/);
    expect(
      within(tier)
        .getAllByRole('option')
        .map(o => o.textContent),
    ).toEqual(['Choose…', 'Limited', 'Minimal']);
    await userEvent.selectOptions(tier, 'limited');
    await userEvent.type(text(/^Reason/), 'A person decides.');
    await press('Ask for the other tier');
    const other = await section('Other tier');
    expect(
      await other.findByRole('heading', { name: 'Tier Limited' }),
    ).toBeVisible();
    expect(
      other.getByRole('button', { name: 'Ask for another tier' }),
    ).toBeDisabled();
  });
});

describe('The confirmation of the entry', () => {
  it('is given beside the facts by somebody of the owner', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<AssuranceTab />, api, { path: '/?confirm' });
    const form = within(
      await screen.findByRole('group', {
        name: 'Confirm that the entry is right',
      }),
    );
    expect(form.getByText('Propose card limits.')).toBeVisible();
    await press('Confirm: it is right');
    const confirmation = await section('Confirmation of the entry');
    expect(await confirmation.findByText(/^Confirmed by/)).toHaveTextContent(
      'of the owner',
    );
    expect(api.appended).toEqual([{ type: 'confirmation', data: {} }]);
  });

  it('is refused to others, who keep what they wrote', async () => {
    const api = new FakeSubjectApi();
    api.me = olga;
    await renderEntity(<AssuranceTab />, api, { path: '/?confirm' });
    await userEvent.type(
      await screen.findByLabelText(/^Note/, { selector: 'textarea' }),
      'Fine',
    );
    await press('Confirm: it is right');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/Only the owner .* can confirm the entry/);
    expect(alert).toHaveFocus();
    expect(text(/^Note/)).toHaveValue('Fine');
  });

  it('says when the profile has changed since', async () => {
    const api = new FakeSubjectApi();
    api.write(me, { type: 'confirmation', data: { note: 'As of May' } });
    api.profile = { ...api.profile, purpose: 'Set card limits.' };
    await renderEntity(<AssuranceTab />, api);
    expect(
      await screen.findByText(/^The profile has changed since/),
    ).toBeVisible();
    expect(screen.getByText('As of May')).toBeVisible();
  });
});

describe('Control tests', () => {
  it('are written by those who may, and not by the owner', async () => {
    const api = new FakeSubjectApi();
    api.me = olga;
    api.clock = () => new Date().toISOString();
    api.may = { ...api.may, assure: true };
    await renderEntity(<AssuranceTab />, api);
    await press('Write down a test');
    const form = within(
      screen.getByRole('group', { name: 'Write down a test' }),
    );
    await userEvent.selectOptions(form.getByLabelText(/^Control/), 'DOC-01');
    await userEvent.selectOptions(
      form.getByLabelText(/^Result/),
      'partly-effective',
    );
    await userEvent.type(
      form.getByLabelText(/^Method/, { selector: 'textarea' }),
      'Read ten cases.',
    );
    await press('Record the test');
    const tests = await section('Control tests');
    expect(
      await tests.findByRole('heading', {
        name: /\(DOC-01\): Partly effective$/,
      }),
    ).toBeVisible();
    expect(tests.getByText('Read ten cases.')).toBeVisible();
  });

  it('say what to do while there are none, and who may not', async () => {
    await renderEntity(<AssuranceTab />, new FakeSubjectApi());
    const tests = await section('Control tests');
    expect(tests.getByText(/^No control was tested here yet/)).toBeVisible();
    expect(
      tests.getByRole('button', { name: 'Write down a test' }),
    ).toBeDisabled();
  });
});
