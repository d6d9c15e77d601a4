import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TrainingGap } from 'backstage-plugin-ai-governance-common';
import { FakeAiGovernance } from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';

jest.setTimeout(60_000);

const gap = (name: string, of: Partial<TrainingGap> = {}): TrainingGap => ({
  person: {
    ref: `user:default/${name.toLocaleLowerCase('en-US')}`,
    title: name,
  },
  course: 'AI basics',
  roles: ['owner'],
  state: 'missing',
  subjects: [{ ref: 'aisystem:default/limits', title: 'Limits' }],
  subjectCount: 3,
  ...of,
});

const open = (path = '', api = new FakeAiGovernance()) =>
  openPortal(`/ai-governance/training${path}`, api);

describe('the page of training', () => {
  it('says who lacks what, for which part and systems, and records it in place', async () => {
    const api = new FakeAiGovernance();
    api.gaps = [
      gap('Omar', {
        state: 'lapsed',
        completed: '2025-01-01',
        expires: '2026-01-01',
      }),
      gap('Dana'),
    ];
    open('', api);
    const table = await screen.findByRole('table', {
      name: 'Who lacks which course',
    });
    const [, omar] = within(table).getAllByRole('row');
    expect(omar).toHaveTextContent(/Omar.*AI basics.*Lapsed.*Until.*Owner/);
    expect(omar).toHaveTextContent('Limits and 2 more');

    await userEvent.click(
      screen.getByRole('button', { name: 'Record AI basics of Dana' }),
    );
    const form = screen.getByRole('group', {
      name: 'Record a completion of Dana: AI basics',
    });
    expect(within(form).getByLabelText(/^Course/)).toHaveValue('AI basics');
    await userEvent.type(
      within(form).getByLabelText(/^Completed on/),
      '2026-11-02',
    );
    await userEvent.click(within(form).getByRole('button', { name: 'Record' }));
    await waitFor(() =>
      expect(api.stated).toEqual([
        {
          of: 'user:default/dana',
          type: 'training',
          data: { course: 'AI basics', completed: '2026-11-02' },
        },
      ]),
    );
  });

  it('shows what is asked of the reader, and everybody again', async () => {
    const api = new FakeAiGovernance();
    api.gaps = [gap('dana'), gap('omar')];
    const { address } = open('?mine', api);
    expect(
      await screen.findByRole('heading', { name: 'What is asked of you' }),
    ).toBeInTheDocument();
    expect(await screen.findAllByRole('row')).toHaveLength(2);
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear all filters' }),
    );
    expect(await screen.findAllByRole('row')).toHaveLength(3);
    expect(address().search).toBe('');
  });

  it('takes a file: guesses its columns, looks through it, then records', async () => {
    const api = new FakeAiGovernance();
    api.uploadReport = {
      dryRun: true,
      columns: {},
      rows: 3,
      recorded: 1,
      alreadyThere: 1,
      refused: 1,
      issues: [{ line: 3, reason: 'Mail: there is no person "x@y"' }],
      otherCourses: ['Gardening'],
    };
    open('?show=upload', api);
    const csv =
      'Mail,Course,Done,Valid until\na@b.example,AI basics,2026-11-01,\n';
    await userEvent.upload(
      await screen.findByLabelText('CSV file of completions'),
      new File([csv], 'done.csv', { type: 'text/csv' }),
    );
    expect(await screen.findByLabelText('Person')).toHaveValue('Mail');
    expect(screen.getByLabelText('Expires (optional)')).toHaveValue(
      'Valid until',
    );
    const look = screen.getByRole('button', { name: 'Look through it' });
    expect(look).toBeDisabled();
    await userEvent.selectOptions(
      screen.getByLabelText('Completed on'),
      'Done',
    );
    await userEvent.click(look);
    expect(
      await screen.findByText(
        /3 rows: 1 would be recorded, 1 already there, 1 refused/,
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/The policy asks for none.*Gardening/),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: '3 Mail: there is no person "x@y"' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Record 1 completion' }),
    );
    expect(await screen.findByText(/1 recorded, 1 already/)).toBeVisible();
    const columns = {
      person: 'Mail',
      course: 'Course',
      completed: 'Done',
      expires: 'Valid until',
    };
    expect(api.asked.uploads).toEqual([
      { csv, columns, dateFormat: 'iso', dryRun: true },
      { csv, columns, dateFormat: 'iso', dryRun: false },
    ]);
  });

  it('reads a file as Excel on Windows writes it, and refuses what is no text', async () => {
    open('?show=upload');
    const chooser = await screen.findByLabelText('CSV file of completions');
    const rows = 'Mail,Course,Done\nzo\u00eb@b.example,AI basics,2026-11-01\n';
    const bytes = Uint8Array.from(rows, char => char.charCodeAt(0));
    const file = (name: string, content: Uint8Array) =>
      new File([content], name, { type: 'text/csv' });
    await userEvent.upload(chooser, file('done.csv', bytes));
    const text = screen.getByLabelText('Rows');
    await waitFor(() => expect(text).toHaveValue(rows));
    const workbook = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]);
    await userEvent.upload(chooser, file('done.xlsx.csv', workbook));
    expect(await screen.findByText(/^This is no CSV file/)).toBeVisible();
    expect(text).toHaveValue(rows);
  });

  it('withdraws what was recorded by mistake, with the reason', async () => {
    const api = new FakeAiGovernance();
    const data = { course: 'AI basics', completed: '2026-11-01' };
    await api.appendToPerson('user:default/omar', { type: 'training', data });
    api.completionList = [
      {
        recordId: 'record-1',
        person: { ref: 'user:default/omar', title: 'Omar' },
        ...data,
        state: 'holds',
        recordedAt: '2026-11-24T10:00:00.000Z',
        author: 'user:default/olive',
      },
    ];
    open('?show=completions', api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Withdraw AI basics of Omar' }),
    );
    const form = await screen.findByRole('group', {
      name: 'Withdraw AI basics of Omar',
    });
    const send = within(form).getByRole('button', { name: 'Withdraw' });
    await userEvent.click(send);
    expect(await within(form).findByText('Not sent yet')).toBeVisible();
    await userEvent.type(
      within(form).getByLabelText(/^Withdrawn because/),
      'Another Omar',
    );
    await userEvent.click(send);
    await waitFor(() =>
      expect(api.stated.at(-1)).toMatchObject({
        of: 'user:default/omar',
        recordId: 'record-1',
        baseRevision: 1,
        data: { ...data, withdrawn: 'Another Omar' },
      }),
    );
  });
});
