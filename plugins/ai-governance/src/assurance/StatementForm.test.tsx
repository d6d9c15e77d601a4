import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResponseError } from '@backstage/errors';
import { dana, olga } from '../components/__testUtils__/company';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { refusal } from '../components/__testUtils__/refusal';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { AssuranceTab } from './AssuranceTab';
import { statementDraft } from './draftedForm';

forbidConsole();

function system() {
  const api = new FakeSubjectApi();
  api.clock = () => new Date().toISOString();
  return api;
}
const press = async (name: RegExp | string) =>
  userEvent.click(await screen.findByRole('button', { name }));
const group = async (name: string) =>
  within(await screen.findByRole('group', { name }));
const note = (form: ReturnType<typeof within>) =>
  form.getByLabelText(/^Note/, { selector: 'textarea' });
const ask = 'Ask for approval';
const crm = {
  name: 'CRM',
  kind: 'api',
  reach: { classifications: ['confidential'], scopes: ['read'] },
  status: 'connected',
  reason: 'To know the customer.',
};
const drafts = () =>
  Object.keys(window.localStorage).filter(key =>
    key.startsWith('ai-governance/draft/'),
  );

describe('What is typed into a form of the tab', () => {
  it('is there again after a reload, and gone once it is recorded', async () => {
    const api = system();
    const before = await renderEntity(<AssuranceTab />, api);
    await press(ask);
    let form = await group(ask);
    expect(form.queryByText(/unsaved text/)).toBeNull();
    await userEvent.type(note(form), 'For the deployment.');
    before.unmount();

    const after = await renderEntity(<AssuranceTab />, api);
    form = await group(ask);
    expect(form.getByText(/^This is your unsaved text from/)).toBeVisible();
    expect(note(form)).toHaveValue('For the deployment.');
    await userEvent.click(form.getByRole('button', { name: ask }));
    expect(await screen.findByText('For the deployment.')).toBeVisible();
    expect(api.appended[0].data).toMatchObject({
      decision: 'requested',
      note: 'For the deployment.',
    });
    after.unmount();

    await renderEntity(<AssuranceTab />, api);
    await screen.findByRole('region', { name: 'Approval' });
    expect(screen.queryByRole('group', { name: ask })).toBeNull();
  });

  it('is gone when it is cancelled, and is not kept before anybody typed', async () => {
    const api = system();
    const before = await renderEntity(<AssuranceTab />, api);
    await press('Confirm that the entry is right');
    await group('Confirm that the entry is right');
    expect(drafts()).toHaveLength(0);
    const form = await group('Confirm that the entry is right');
    await userEvent.type(note(form), 'x');
    expect(drafts()).toHaveLength(1);
    await press('Cancel');
    expect(drafts()).toHaveLength(0);
    before.unmount();
  });

  it('is not there again once it is deleted again', async () => {
    const api = system();
    const before = await renderEntity(<AssuranceTab />, api);
    await press(ask);
    const form = await group(ask);
    await userEvent.type(note(form), 'x');
    expect(drafts()).toHaveLength(1);
    await userEvent.clear(note(form));
    expect(drafts()).toHaveLength(0);
    before.unmount();

    await renderEntity(<AssuranceTab />, api);
    await screen.findByRole('region', { name: 'Approval' });
    expect(screen.queryByRole('group', { name: ask })).toBeNull();
  });

  it('is of a decision not recorded on another state than its author looked at', async () => {
    const api = system();
    api.write(dana, {
      type: 'approval',
      data: { gate: 'deploy', decision: 'requested' },
    });
    api.me = olga;
    api.may = { ...api.may, append: false, request: false, decide: true };
    const before = await renderEntity(<AssuranceTab />, api);
    await press('Decide');
    await userEvent.type(
      note(await group('Decide on the approval')),
      'Looks good.',
    );
    before.unmount();
    api.profile = { ...api.profile, purpose: 'Decide on card limits.' };

    await renderEntity(<AssuranceTab />, api);
    const form = await group('Decide on the approval');
    expect(note(form)).toHaveValue('Looks good.');
    expect(
      form.getByText('The subject has changed since you looked at it'),
    ).toBeVisible();
    expect(
      form.getByRole('button', { name: 'I have looked at the change' }),
    ).toBeVisible();
    expect(api.appended).toEqual([]);
  });

  it('is not opened again for who may no longer report it', async () => {
    const api = system();
    const { stateHash } = await api.decisions(api.ref);
    const due = `${new Date().getUTCFullYear() + 1}-01-31`;
    api.write(olga, {
      type: 'approval',
      data: {
        gate: 'deploy',
        decision: 'approved-with-conditions',
        conditions: [{ text: 'Test it', due }],
      },
      stateHash,
    });
    const before = await renderEntity(<AssuranceTab />, api);
    await press('Report as met: Test it');
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Shown by/ }),
      'The course',
    );
    before.unmount();

    api.may = { ...api.may, request: false };
    await renderEntity(<AssuranceTab />, api);
    const button = await screen.findByRole('button', {
      name: 'Report as met: Test it',
    });
    expect(button).toBeDisabled();
    expect(screen.queryByLabelText(/^Shown by/)).toBeNull();
  });

  it('is of a connector not opened while that waits for a decision: another can be asked for', async () => {
    const api = system();
    const { recordId } = api.write(dana, {
      type: 'connector',
      data: { ...crm, decision: 'requested' },
    });
    window.localStorage.setItem(
      statementDraft(api.ref, 'connector', `report-${recordId}`),
      JSON.stringify({
        written: { data: { ...crm, status: 'planned' } },
        savedAt: api.clock(),
      }),
    );
    await renderEntity(<AssuranceTab />, api);
    expect(
      await screen.findByRole('button', {
        name: 'Ask for approval of a connector',
      }),
    ).toBeVisible();
  });

  it('is not put over what somebody else wrote meanwhile before its author is told', async () => {
    const api = system();
    const { stateHash } = await api.decisions(api.ref);
    const { recordId, data } = api.write(olga, {
      type: 'connector',
      data: { ...crm, decision: 'approved' },
      stateHash,
    });
    const before = await renderEntity(<AssuranceTab />, api);
    await press('Report what it is now: CRM');
    await userEvent.selectOptions(screen.getByLabelText(/^Status/), 'planned');
    before.unmount();
    api.write(dana, {
      type: 'connector',
      recordId,
      data: { ...data, status: 'disconnected' },
    });

    await renderEntity(<AssuranceTab />, api);
    const form = await group('Report: CRM');
    expect(form.getByLabelText(/^Status/)).toHaveValue('planned');
    await press('Report it');
    expect(
      await form.findByText(/wrote a newer revision meanwhile/),
    ).toBeVisible();
    await press('Report it');
    await waitFor(() =>
      expect(screen.queryByRole('group', { name: 'Report: CRM' })).toBeNull(),
    );
    expect(api.appended.map(r => r.baseRevision)).toEqual([1, 2]);
  });
});

it.each([
  ['data.note: must say more', 'Must say more.'],
  ['body.data.note: must say more', 'Must say more.'],
  ['body.data.conditions[0].due: must say more', 'Must say more.'],
  ['body.stateHash: is not of now', 'Is not of now.'],
])('says what was refused without its path: %s', async (message, said) => {
  const api = system();
  const error: ResponseError = await refusal({ name: 'InputError', message });
  api.append = () => Promise.reject(error);
  await renderEntity(<AssuranceTab />, api, { path: '/?ask' });
  const form = await group(ask);
  await userEvent.click(form.getByRole('button', { name: ask }));
  expect(await form.findByRole('alert')).toHaveTextContent(
    `Not recorded${said} What you wrote is still here.`,
  );
});
