import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { ChangesTab } from './ChangesTab';

forbidConsole();
beforeEach(() => window.localStorage.clear());

const type = 'change';
const model = {
  kind: 'model',
  title: 'GPT-4.1 replaces GPT-4o',
  from: 'gpt-4o',
  to: 'gpt-4.1',
  why: 'GPT-4o *retires*',
  origin: 'person',
};
const prompt = {
  kind: 'prompt',
  title: 'Shorter answers',
  why: 'Asked by agents',
  origin: 'person',
};

async function open() {
  const api = new FakeSubjectApi();
  api.write('user:default/dana', {
    type,
    data: prompt,
    recordId: 'a',
    effectiveAt: '2026-10-01T00:00:00.000Z',
  });
  api.write('user:default/dana', {
    type,
    data: model,
    recordId: 'b',
    effectiveAt: '2026-11-01T00:00:00.000Z',
    materiality: 'routine',
    materialityReason: 'Same family',
  });
  await renderEntity(<ChangesTab />, api);
  await screen.findByRole('heading', { name: model.title });
  return api;
}

async function writeChange() {
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: /^What changed/ }),
    'vendor',
  );
  await userEvent.type(
    screen.getByRole('textbox', { name: /^Title/ }),
    'New reseller',
  );
  await userEvent.type(
    screen.getByLabelText(/^Why/, { selector: 'textarea' }),
    'Cheaper',
  );
}

describe('ChangesTab', () => {
  it('tells what became what and why, newest first, and filters by kind', async () => {
    await open();
    const [first, second] = screen.getAllByRole('heading', { level: 3 });
    expect(first).toHaveTextContent(model.title);
    expect(second).toHaveTextContent(prompt.title);
    const entry = first.closest('li')!;
    expect(entry).toHaveTextContent('Routine: Same family');
    expect(within(entry).getByText('gpt-4o')).toBeInTheDocument();
    expect(within(entry).getByText('retires').tagName).toBe('EM');

    await userEvent.selectOptions(screen.getByLabelText('Show'), 'prompt');
    expect(
      screen.queryByRole('heading', { name: model.title }),
    ).not.toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'vendor');
    expect(
      screen.getByText('No change of this kind has been logged.'),
    ).toBeInTheDocument();
  });

  it('logs a change', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<ChangesTab />, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Log a change' }),
    );
    await writeChange();
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Commit or pull request/ }),
      // eslint-disable-next-line no-script-url
      'javascript:alert(1)',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      screen.getByRole('textbox', { name: /^Commit or pull request/ }),
    ).toHaveAccessibleDescription('must be an http or https address');
    expect(api.appended).toEqual([]);

    await userEvent.clear(
      screen.getByRole('textbox', { name: /^Commit or pull request/ }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByRole('heading', { name: 'New reseller' }),
    ).toBeInTheDocument();
    expect(api.appended).toEqual([
      {
        type,
        data: {
          kind: 'vendor',
          title: 'New reseller',
          why: 'Cheaper',
          origin: 'person',
        },
        materiality: 'material',
      },
    ]);
  });

  it('gives the focus to the form, and then to what was logged', async () => {
    await open();
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'prompt');
    await userEvent.click(screen.getByRole('button', { name: 'Log a change' }));
    expect(screen.getByRole('heading', { name: 'Log a change' })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.getByRole('heading', { name: 'Changes' })).toHaveFocus();

    await userEvent.click(screen.getByRole('button', { name: 'Log a change' }));
    await writeChange();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByRole('heading', { name: 'New reseller' }),
    ).toHaveFocus();
  });

  it('corrects an entry as a new revision, and keeps the old one to look at', async () => {
    const api = await open();
    await userEvent.click(
      screen.getByRole('button', { name: `Correct ${model.title}` }),
    );
    const to = screen.getByRole('textbox', { name: 'To' });
    await userEvent.clear(to);
    await userEvent.type(to, 'gpt-4.1-mini');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    await userEvent.click(
      await screen.findByRole('button', { name: `History of ${model.title}` }),
    );
    expect(
      await screen.findByRole('heading', { name: 'To' }),
    ).toBeInTheDocument();
    expect(api.appended[0]).toMatchObject({
      baseRevision: 1,
      materiality: 'routine',
      materialityReason: 'Same family',
      effectiveAt: '2026-11-01T00:00:00.000Z',
    });
  });

  it('opens what was being corrected again, but not once a file says it', async () => {
    const api = new FakeSubjectApi();
    const { recordId, revision } = api.write('user:default/dana', {
      type,
      data: prompt,
    });
    const correct = { name: `Correct: ${prompt.title}` };
    const first = await renderEntity(<ChangesTab />, api);
    await userEvent.click(
      await screen.findByRole('button', { name: `Correct ${prompt.title}` }),
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'To' }), 'short');
    first.unmount();
    const second = await renderEntity(<ChangesTab />, api);
    expect(await screen.findByRole('heading', correct)).toBeVisible();
    second.unmount();

    const readAt = '2026-11-24T09:00:00.000Z';
    api.source = {
      location: 'https://github.com/bank/limits/tree/main/governance/',
      readAt,
      problem: null,
      files: [
        {
          type,
          recordId,
          path: 'changes/shorter.yaml',
          revision,
          readAt,
          problems: [],
          goneAt: null,
        },
      ],
      ignored: [],
    };
    await renderEntity(<ChangesTab />, api);
    expect(
      await screen.findByRole('heading', { name: prompt.title }),
    ).toBeVisible();
    expect(screen.queryByRole('heading', correct)).not.toBeInTheDocument();
  });
});
