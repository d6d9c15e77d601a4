import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dana, me, olga } from '../components/__testUtils__/company';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { AssuranceTab } from './AssuranceTab';

forbidConsole();

const written = (limitations: string) => ({
  type: 'intended-use',
  data: { purpose: 'Propose limits.', limitations },
});
const today = () => new Date().toISOString();

/** The system with a document of Dana's; the clock is the browser's, which proposes the dates. */
function system() {
  const api = new FakeSubjectApi();
  api.clock = today;
  api.write(dana, written('Thin files.'));
  return api;
}

/** The reader is of the office, and did not write any of it. */
function asOffice(api: FakeSubjectApi) {
  api.me = olga;
  api.may = { ...api.may, append: false, request: false, decide: true };
  return api;
}

const ask = (api: FakeSubjectApi, by: string = dana) =>
  api.write(by, {
    type: 'approval',
    data: { gate: 'deploy', decision: 'requested', note: 'Please **look**.' },
  });

async function approve(api: FakeSubjectApi, data: object = {}) {
  const { stateHash } = await api.decisions(api.ref);
  return api.write(olga, {
    type: 'approval',
    data: { gate: 'deploy', decision: 'approved', ...data },
    stateHash,
  });
}

const section = async () =>
  within(await screen.findByRole('region', { name: 'Approval' }));
const press = async (name: RegExp | string) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('The approval of a subject', () => {
  it('is asked for at the gate that comes next', async () => {
    const api = system();
    const { notices } = await renderEntity(<AssuranceTab />, api);
    expect(
      await screen.findByText(/^Nobody has asked for an approval yet/),
    ).toBeVisible();
    await press('Ask for approval');
    const form = screen.getByRole('group', { name: 'Ask for approval' });
    expect(
      within(form).getByRole('heading', { name: 'Ask for approval' }),
    ).toHaveFocus();
    expect(within(form).getByLabelText(/^Gate/)).toHaveValue('deploy');
    await userEvent.click(
      within(form).getByRole('button', { name: 'Ask for approval' }),
    );

    const approval = await section();
    expect(await approval.findAllByText('Waits for a decision')).toHaveLength(
      2,
    );
    expect(api.appended).toEqual([
      { type: 'approval', data: { gate: 'deploy', decision: 'requested' } },
    ]);
    expect(notices).toEqual(['Approval asked for.']);
    expect(
      approval.getByRole('button', { name: 'Ask for approval' }),
    ).toBeDisabled();
    expect(
      approval.getByText(/^It was asked for already, and the request waits/),
    ).toBeVisible();
  });

  it('begins with intake before the system is put to use', async () => {
    const api = system();
    api.profile = { ...api.profile, lifecycle: 'experimental' };
    await renderEntity(<AssuranceTab />, api, { path: '/?ask' });
    expect(await screen.findByLabelText(/^Gate/)).toHaveValue('intake');
  });

  it('is decided with a condition, on what is on the screen, for as long as the policy allows', async () => {
    const api = asOffice(system());
    const request = ask(api);
    await renderEntity(<AssuranceTab />, api, { path: '/?decide' });

    const form = within(
      await screen.findByRole('group', { name: 'Decide on the approval' }),
    );
    expect(screen.getByText('look').tagName).toBe('STRONG');
    expect(form.getByText(/it was never approved before/)).toBeVisible();
    const year = new Date().getUTCFullYear() + 1;
    expect(form.getByLabelText(/^Expires/)).toHaveValue(
      `${year}${today().slice(4, 10)}`,
    );

    await press('Record the decision');
    expect(await form.findByText('Decision: This is needed.')).toBeVisible();
    expect(api.appended).toEqual([]);

    await userEvent.selectOptions(
      form.getByLabelText(/^Decision/),
      'approved-with-conditions',
    );
    await userEvent.click(form.getByRole('button', { name: 'Add condition' }));
    await userEvent.type(
      await form.findByRole('textbox', { name: /^Condition/ }),
      'Test it on thin files',
    );
    await userEvent.type(form.getByLabelText(/^Due/), `${year}-01-31`);
    await press('Record the decision');

    const approval = await section();
    expect(await approval.findByText('Test it on thin files')).toBeVisible();
    expect(approval.getAllByText('Valid')[0]).toBeVisible();
    const { stateHash } = await api.decisions(api.ref);
    expect(api.appended).toEqual([
      {
        type: 'approval',
        recordId: request.recordId,
        baseRevision: 1,
        stateHash,
        data: {
          gate: 'deploy',
          decision: 'approved-with-conditions',
          conditions: [{ text: 'Test it on thin files', due: `${year}-01-31` }],
          expires: `${year}${today().slice(4, 10)}`,
          requested: request.data.requested,
        },
      },
    ]);
  });

  it('cannot be decided by who wrote a part of it, and says why', async () => {
    const api = system();
    api.may = { ...api.may, decide: true };
    api.write(me, written('Thin files, and new customers.'));
    await renderEntity(<AssuranceTab />, api);
    const approval = await section();
    expect(
      await approval.findByText(/^You:/, { selector: 'strong' }),
    ).toBeVisible();
    expect(approval.getByText(/^By the policy:/)).toHaveTextContent('office');
    expect(approval.getByRole('button', { name: 'Decide' })).toBeDisabled();
    expect(
      approval.getAllByText(/wrote revision 2 of the intended use/).length,
    ).toBeGreaterThan(0);
    expect(
      approval.getByRole('link', { name: 'olga' }).closest('li'),
    ).toHaveTextContent('olga may decide');
  });

  it('lapses when a limitation is edited, shows the words that changed, and is given again', async () => {
    const api = asOffice(system());
    await approve(api);
    api.write(dana, written('Thin files; never minors.'));
    api.write(dana, {
      type: 'change',
      data: { title: 'Typo', kind: 'data', why: 'w', origin: 'person' },
      materiality: 'routine',
      materialityReason: 'Only a label',
    });
    await renderEntity(<AssuranceTab />, api);

    const approval = await section();
    expect((await approval.findAllByText('Lapsed'))[0]).toBeVisible();
    const limitations = (
      await approval.findByRole('heading', { name: 'Limitations' })
    ).closest('section')!;
    expect(limitations.querySelector('ins')).toHaveTextContent('never minors');
    expect(approval.getByText(/: Only a label$/)).toHaveTextContent(
      'Change, revision 1, by',
    );

    await userEvent.click(
      await approval.findByRole('button', { name: 'Approve again' }),
    );
    const form = within(
      screen.getByRole('group', { name: 'Decide on the approval' }),
    );
    expect(form.getByLabelText(/^Gate/)).toHaveValue('change');
    expect(
      await form.findByRole('heading', { name: 'Limitations' }),
    ).toBeVisible();
    await userEvent.selectOptions(form.getByLabelText(/^Decision/), 'approved');
    await press('Record the decision');
    expect(
      await approval.findByText('Nothing: it is as it was approved.'),
    ).toBeVisible();
  });

  it('is not given for what the approver has not seen', async () => {
    const api = asOffice(system());
    await approve(api);
    api.write(dana, written('Thin files; never minors.'));
    ask(api);
    await renderEntity(<AssuranceTab />, api, { path: '/?decide' });
    const form = within(
      await screen.findByRole('group', { name: 'Decide on the approval' }),
    );
    expect(await form.findByText(/never minors/)).toBeVisible();
    await userEvent.selectOptions(form.getByLabelText(/^Decision/), 'approved');
    await userEvent.type(
      form.getByLabelText(/^Note/, { selector: 'textarea' }),
      'Good.',
    );
    // somebody edits the document, and no signal has told of it yet
    api.write(dana, written('Thin files; never students.'));
    await press('Record the decision');

    expect(
      await form.findByText('The subject has changed since you looked at it'),
    ).toBeVisible();
    expect(await form.findByText(/never students/)).toBeVisible();
    expect(form.getByLabelText(/^Note/, { selector: 'textarea' })).toHaveValue(
      'Good.',
    );
    await press('I have looked at the change');
    await press('Record the decision');
    const approval = await section();
    expect((await approval.findAllByText('Valid'))[0]).toBeVisible();
    expect(api.appended).toHaveLength(2);
  });

  it('takes the report that a condition is met', async () => {
    const api = system();
    const year = new Date().getUTCFullYear() + 1;
    const conditions = [
      { text: 'Test it', due: `${year}-01-31` },
      { text: 'Train them', due: `${year}-02-28` },
    ];
    await approve(api, { decision: 'approved-with-conditions', conditions });
    await renderEntity(<AssuranceTab />, api);
    await press('Report as met: Train them');
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Shown by/ }),
      'Course of May',
    );
    await press('Report as met');
    const row = (await screen.findByText('Train them')).closest('li')!;
    await waitFor(() =>
      expect(row).toHaveTextContent(/Met on .*, shown by Course of May/),
    );
    expect(
      (api.appended[0].data.conditions as any[]).map(c => c.met?.evidence),
    ).toEqual([undefined, 'Course of May']);
  });

  it('is suspended with a reason, and its steps are told one by one', async () => {
    const api = asOffice(system());
    await approve(api);
    await renderEntity(<AssuranceTab />, api);
    await press('Suspend');
    const form = within(
      screen.getByRole('group', { name: 'Suspend the approval' }),
    );
    await userEvent.type(
      form.getByLabelText(/^Note/, { selector: 'textarea' }),
      'It drifts.',
    );
    await userEvent.click(form.getByRole('button', { name: 'Suspend' }));
    const approval = await section();
    expect((await approval.findAllByText('Suspended'))[0]).toBeVisible();
    await press(/^Step by step/);
    const steps = await screen.findAllByText(/^(Approved|Suspended)$/, {
      selector: 'strong',
    });
    expect(steps.map(s => s.textContent)).toEqual(['Approved', 'Suspended']);
    expect(screen.getAllByText('It drifts.')[0]).toBeVisible();
  });

  it('is suspended after what was reported of it while the form was open', async () => {
    const api = asOffice(system());
    const year = new Date().getUTCFullYear() + 1;
    const conditions = [{ text: 'Train them', due: `${year}-02-28` }];
    const given = await approve(api, {
      decision: 'approved-with-conditions',
      conditions,
    });
    await renderEntity(<AssuranceTab />, api);
    await press('Suspend');
    const form = within(
      screen.getByRole('group', { name: 'Suspend the approval' }),
    );
    await userEvent.type(
      form.getByLabelText(/^Note/, { selector: 'textarea' }),
      'It drifts.',
    );
    const met = { on: today().slice(0, 10) };
    api.write(dana, {
      type: 'approval',
      recordId: given.recordId,
      baseRevision: 1,
      data: { ...given.data, conditions: [{ ...conditions[0], met }] },
    });
    await userEvent.click(form.getByRole('button', { name: 'Suspend' }));
    expect(await form.findByRole('alert')).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Suspend' }));
    const approval = await section();
    expect((await approval.findAllByText('Suspended'))[0]).toBeVisible();
    expect(api.appended[1].data).toMatchObject({
      note: 'It drifts.',
      conditions: [{ met }],
    });
  });

  it('is withdrawn while it is only asked for', async () => {
    const api = system();
    const { data, recordId } = ask(api, me);
    await renderEntity(<AssuranceTab />, api);
    await press('Withdraw the request');
    await press('Withdraw');
    expect(await screen.findByText('Withdrawn')).toBeVisible();
    expect(api.appended).toEqual([
      {
        type: 'approval',
        recordId,
        baseRevision: 1,
        data: { ...data, decision: 'withdrawn' },
      },
    ]);
  });

  it('is read again when the backend signals, while what is typed stays', async () => {
    const api = system();
    const { signal } = await renderEntity(<AssuranceTab />, api, {
      path: '/?ask',
    });
    const note = await screen.findByLabelText(/^Note/, {
      selector: 'textarea',
    });
    await userEvent.type(note, 'Soon');
    await approve(api);
    await signal();
    const approval = await section();
    expect((await approval.findAllByText('Valid'))[0]).toBeVisible();
    expect(note).toHaveValue('Soon');
    await press('Cancel');
    expect(screen.queryByLabelText(/^Note/)).not.toBeInTheDocument();
  });
});
