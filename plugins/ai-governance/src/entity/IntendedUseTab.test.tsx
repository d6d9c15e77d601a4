import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { IntendedUseTab } from './IntendedUseTab';

forbidConsole();
beforeEach(() => window.localStorage.clear());

const type = 'intended-use';
const dana = 'user:default/dana';

async function write(label: RegExp | string, text: string) {
  const field = await screen.findByLabelText(label, { selector: 'textarea' });
  await userEvent.clear(field);
  await userEvent.type(field, text);
}
const save = () =>
  userEvent.click(screen.getByRole('button', { name: /^Save/ }));

describe('IntendedUseTab', () => {
  it('begins with the empty place, writes the first revision and shows it', async () => {
    const api = new FakeSubjectApi();
    const { notices } = await renderEntity(<IntendedUseTab />, api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Write the intended use' }),
    );
    expect(screen.queryByText('Materiality')).not.toBeInTheDocument();
    await write(/^Purpose/, 'Propose **limits**');
    await save();

    expect(await screen.findByText('limits')).toBeInTheDocument();
    expect(screen.getByText('limits').tagName).toBe('STRONG');
    expect(
      screen.getByText(/^Not written yet: Intended users/),
    ).toBeInTheDocument();
    expect(api.appended).toEqual([
      { type, data: { purpose: 'Propose **limits**' } },
    ]);
    expect(notices).toEqual(['Intended use saved as revision 1.']);
    expect(Object.keys(window.localStorage)).not.toContainEqual(
      expect.stringContaining('draft'),
    );
  });

  it('has the focus at its heading when the form opens and when it is saved, which is said aloud', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<IntendedUseTab />, api);
    const heading = () => screen.getByRole('heading', { name: 'Intended use' });
    const button = await screen.findByRole('button', {
      name: 'Write the intended use',
    });
    expect(heading()).not.toHaveFocus();
    await userEvent.click(button);
    expect(heading()).toHaveFocus();

    await write(/^Purpose/, 'Propose limits');
    await save();
    expect(await screen.findByText('Propose limits')).toBeVisible();
    expect(heading()).toHaveFocus();
    expect(heading()).toHaveAccessibleDescription(/^Revision 1 by/);
    expect(
      await screen.findByText('Intended use saved as revision 1.'),
    ).toHaveAttribute('role', 'status');
  });

  it('has the focus at its heading when an address opens the form', async () => {
    await renderEntity(<IntendedUseTab />, new FakeSubjectApi(), {
      path: '/?edit',
    });
    expect(
      await screen.findByRole('heading', { name: 'Intended use' }),
    ).toHaveFocus();
  });

  it('has the focus at the reason when it is not taken', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<IntendedUseTab />, api, { path: '/?edit' });
    await write(/^Purpose/, 'Propose limits');
    api.append = async () => {
      throw new Error('The ledger is away');
    };
    await save();
    expect(await screen.findByRole('alert')).toHaveFocus();
    expect(screen.getByRole('alert')).toHaveTextContent('The ledger is away');
  });

  it('shows what is missing at its field and saves nothing', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<IntendedUseTab />, api, { path: '/?edit' });

    await write('Limitations', 'Thin files');
    await save();

    expect(
      await screen.findByLabelText(/^Purpose/, { selector: 'textarea' }),
    ).toHaveAccessibleDescription('This is needed.');
    expect(screen.getByText('Purpose: This is needed.')).toBeInTheDocument();
    expect(api.appended).toEqual([]);
  });

  it('saves on top of the revision that was edited, and a routine one only with a reason', async () => {
    const api = new FakeSubjectApi();
    const { recordId } = api.write(dana, { type, data: { purpose: 'One' } });
    await renderEntity(<IntendedUseTab />, api);

    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await write(/^Purpose/, 'Two');
    await userEvent.click(screen.getByRole('radio', { name: /^Routine/ }));
    await save();
    expect(
      screen.getByText('Say why: a routine revision needs a reason.'),
    ).toBeInTheDocument();
    expect(api.appended).toEqual([]);

    await userEvent.type(screen.getByLabelText(/^Why it is routine/), 'Typo');
    await save();
    expect(await screen.findByText(/^Revision 2 by/)).toHaveTextContent(
      'Routine: Typo',
    );
    expect(api.appended).toEqual([
      {
        type,
        data: { purpose: 'Two' },
        recordId,
        baseRevision: 1,
        materiality: 'routine',
        materialityReason: 'Typo',
      },
    ]);
  });

  it('tells the second of two editors, shows the difference, loses nothing and saves on top', async () => {
    const api = new FakeSubjectApi();
    api.write(dana, {
      type,
      data: { purpose: 'Old purpose', users: 'Clerks' },
    });
    await renderEntity(<IntendedUseTab />, api);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await write(/^Purpose/, 'My purpose');

    api.write(dana, {
      type,
      data: { purpose: 'Her purpose', users: 'Clerks and brokers' },
    });
    await save();

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('wrote revision 2 meanwhile');
    expect(alert).toHaveTextContent('You both changed this.');
    expect(alert).toHaveTextContent('[removed: Her][added: My] purpose');
    expect(alert).toHaveTextContent('Only they changed this.');
    expect(
      screen.getByLabelText(/^Purpose/, { selector: 'textarea' }),
    ).toHaveValue('My purpose');

    await userEvent.click(
      within(alert).getByRole('button', {
        name: 'Take theirs: Intended users',
      }),
    );
    await write(/^Purpose/, 'Our purpose');
    await userEvent.click(
      screen.getByRole('button', { name: 'Save on top of revision 2' }),
    );

    expect(await screen.findByText('Our purpose')).toBeInTheDocument();
    expect(api.appended.at(-1)).toMatchObject({
      baseRevision: 2,
      data: { purpose: 'Our purpose', users: 'Clerks and brokers' },
    });
  });

  it('tells of the other’s revision as soon as it is signalled', async () => {
    const api = new FakeSubjectApi();
    api.write(dana, { type, data: { purpose: 'Old' } });
    const { signal } = await renderEntity(<IntendedUseTab />, api);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await write(/^Purpose/, 'Mine');
    api.write(dana, { type, data: { purpose: 'Hers' } });
    await signal();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'wrote revision 2 meanwhile',
    );
    expect(
      screen.getByLabelText(/^Purpose/, { selector: 'textarea' }),
    ).toHaveValue('Mine');

    // nobody saves on top of what they have not been shown
    const revisions = api.appended.length;
    await userEvent.click(
      screen.getByRole('button', { name: 'Compare with revision 2' }),
    );
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(api.appended).toHaveLength(revisions);
    await userEvent.click(
      screen.getByRole('button', { name: 'Save on top of revision 2' }),
    );
    await screen.findByText('Mine');
    expect(api.appended.at(-1)).toMatchObject({ baseRevision: 2 });
  });

  it('brings unsaved text back after a reload, and forgets it when it is discarded', async () => {
    const api = new FakeSubjectApi();
    api.write(dana, { type, data: { purpose: 'Old' } });
    const page = await renderEntity(<IntendedUseTab />, api, {
      path: '/?edit',
    });
    await write('Limitations', 'Thin credit files');
    page.unmount();

    const again = await renderEntity(<IntendedUseTab />, api);
    expect(
      await screen.findByLabelText('Limitations', { selector: 'textarea' }),
    ).toHaveValue('Thin credit files');
    expect(screen.getByText(/your unsaved text/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(await screen.findByText('Old')).toBeInTheDocument();
    again.unmount();

    await renderEntity(<IntendedUseTab />, api);
    expect(await screen.findByRole('button', { name: 'Edit' })).toBeEnabled();
    expect(api.appended).toEqual([]);
  });

  it('has nothing to bring back once what was typed is deleted again', async () => {
    const api = new FakeSubjectApi();
    api.write(dana, { type, data: { purpose: 'Old' } });
    const page = await renderEntity(<IntendedUseTab />, api, {
      path: '/?edit',
    });
    await write('Limitations', 'Thin');
    await userEvent.clear(
      screen.getByLabelText('Limitations', { selector: 'textarea' }),
    );
    page.unmount();

    await renderEntity(<IntendedUseTab />, api);
    expect(await screen.findByText('Old')).toBeInTheDocument();
    expect(screen.queryByText(/your unsaved text/)).not.toBeInTheDocument();
  });

  it('compares any two revisions section by section', async () => {
    const api = new FakeSubjectApi();
    api.write(dana, { type, data: { purpose: 'First words', users: 'All' } });
    api.write(dana, { type, data: { purpose: 'Second words', users: 'All' } });
    api.write(dana, { type, data: { purpose: 'Third words', users: 'All' } });
    await renderEntity(<IntendedUseTab />, api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'History' }),
    );
    const table = await screen.findByRole('table', {
      name: 'Revisions of Intended use',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    const purpose = () =>
      screen.getByRole('heading', { name: 'Purpose' }).closest('section')!;
    expect(purpose()).toHaveTextContent(
      '[removed: Second][added: Third] words',
    );
    await userEvent.selectOptions(screen.getByLabelText('Compare'), '1');
    expect(purpose()).toHaveTextContent('[removed: First][added: Third] words');
    expect(
      screen.queryByRole('heading', { name: 'Intended users' }),
    ).not.toBeInTheDocument();
  });

  it('shows somebody who may not write why, and whom to ask', async () => {
    const api = new FakeSubjectApi();
    api.may = { ...api.may, append: false };
    api.write(dana, { type, data: { purpose: 'Old' } });
    await renderEntity(<IntendedUseTab />, api, { path: '/?edit' });

    expect(await screen.findByRole('button', { name: 'Edit' })).toBeDisabled();
    expect(screen.getByText(/You may not write here/)).toHaveTextContent(
      'credit-risk',
    );
  });

  it('previews Markdown and lets no script run from it', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<IntendedUseTab />, api, { path: '/?edit' });
    const field = await screen.findByLabelText('Limitations', {
      selector: 'textarea',
    });
    await userEvent.click(field);
    await userEvent.paste('See [this](javascript:alert(1)) **now**');
    const [, preview] = within(
      screen.getByRole('tablist', { name: 'Limitations: write or preview' }),
    ).getAllByRole('tab');
    await userEvent.click(preview);

    await waitFor(() => expect(screen.getByText('now').tagName).toBe('STRONG'));
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('marks what the controls ask of the system, and of a minimal one nothing of the high tier', async () => {
    const api = new FakeSubjectApi();
    const { unmount } = await renderEntity(<IntendedUseTab />, api, {
      path: '/?edit',
    });
    const oversight = await screen.findByRole('textbox', {
      name: /^Human oversight/,
    });
    expect(oversight).toHaveAccessibleDescription(/Asked by DOC-05$/);
    expect(screen.getByText(/whose tier is high/)).toBeVisible();
    unmount();

    api.profile = {
      ...api.profile,
      data: { classification: 'internal', categories: [], sources: [] },
      affects: { influences: [], basis: 'none', interaction: [] },
      regulation: { euAiAct: { annexIII: [], prohibited: [] } },
    };
    await renderEntity(<IntendedUseTab />, api, { path: '/?edit' });
    expect(
      await screen.findByRole('textbox', { name: /^Human oversight/ }),
    ).not.toHaveAccessibleDescription(/Asked by/);
    expect(screen.getAllByText('Asked by DOC-01')[0]).toBeVisible();
  });
});
