import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  RecordSource,
  SourceFile,
} from 'backstage-plugin-ai-governance-common';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import {
  cardLimits,
  renderEntity,
} from '../components/__testUtils__/renderEntity';
import { ChangesTab } from '../entity/ChangesTab';
import { DocumentsTab } from '../entity/DocumentsTab';
import { IntendedUseTab } from '../entity/IntendedUseTab';

forbidConsole();
beforeEach(() => window.localStorage.clear());

const type = 'intended-use';
const at = '2026-11-24T09:00:00.000Z';
const location = 'https://github.com/bank/limits/tree/main/governance/';
const url =
  'https://github.com/bank/limits/edit/main/governance/intended-use.md';

const file = (over: Partial<SourceFile> = {}): SourceFile => ({
  type,
  recordId: 'record-1',
  path: 'intended-use.md',
  url,
  revision: 1,
  readAt: at,
  problems: [],
  goneAt: null,
  ...over,
});
const source = (
  files: SourceFile[],
  over: Partial<RecordSource> = {},
): RecordSource => ({
  location,
  readAt: at,
  problem: null,
  files,
  ignored: [],
  ...over,
});

/** A system whose intended use came from a file. */
function fromFile(over: Partial<SourceFile> = {}) {
  const api = new FakeSubjectApi();
  api.write(`source:${location}`, { type, data: { purpose: 'From a file' } });
  api.source = source([file(over)]);
  return api;
}

describe('a document that comes from a file', () => {
  it('is read here and edited there', async () => {
    await renderEntity(<IntendedUseTab />, fromFile(), { path: '/?edit' });
    expect(await screen.findByText('From a file')).toBeVisible();
    expect(screen.getByText(/^From the repository:/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: /intended-use\.md/ }),
    ).toHaveAttribute('href', url);
    expect(
      screen.getByRole('button', { name: /^Edit at source/ }),
    ).toHaveAttribute('href', url);
    expect(
      screen.getByRole('link', { name: /the repository/ }),
    ).toHaveAttribute('href', location);
    expect(
      screen.queryByRole('button', { name: 'Edit' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Save/ }),
    ).not.toBeInTheDocument();
  });

  it('names the file where no address leads to it', async () => {
    await renderEntity(<IntendedUseTab />, fromFile({ url: undefined }));
    expect(await screen.findByText(/at its source\./)).toHaveTextContent(
      'Edit intended-use.md at its source.',
    );
  });

  it('follows no link that is not one to a page', async () => {
    // eslint-disable-next-line no-script-url
    await renderEntity(<IntendedUseTab />, fromFile({ url: 'javascript:x' }));
    expect(await screen.findByText(/at its source\./)).toBeVisible();
  });

  it('says what is wrong with the file beside the last good text', async () => {
    const problems = [
      { path: 'data.colour', message: 'is not a field that is known here' },
    ];
    await renderEntity(<IntendedUseTab />, fromFile({ problems }));
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText(/cannot be taken as it is/)).toBeVisible();
    expect(alert.getByRole('listitem')).toHaveTextContent(
      'data.colour: is not a field that is known here',
    );
    expect(screen.getByText('From a file')).toBeVisible();
  });

  it('says so when there is no text yet', async () => {
    const api = new FakeSubjectApi();
    api.source = source([
      file({
        recordId: null,
        revision: null,
        problems: [{ path: '', message: 'is no YAML' }],
      }),
    ]);
    await renderEntity(<IntendedUseTab />, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The file is no YAML',
    );
    expect(
      screen.queryByRole('button', { name: 'Write the intended use' }),
    ).not.toBeInTheDocument();
  });

  it('is written here again once its file is gone', async () => {
    await renderEntity(<IntendedUseTab />, fromFile({ goneAt: at }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /no longer in the repository/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
    expect(screen.getByRole('button', { name: /^Save/ })).toBeVisible();
  });

  it('says since when the repository could not be read', async () => {
    const api = fromFile();
    api.source = source([file()], { problem: 'The host is away' });
    await renderEntity(<IntendedUseTab />, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The host is away\. What was read on .* stays\./,
    );
  });
});

describe('where nothing is written yet', () => {
  it('names both ways', async () => {
    await renderEntity(<IntendedUseTab />, new FakeSubjectApi());
    expect(
      await screen.findByRole('button', { name: 'Write the intended use' }),
    ).toBeVisible();
    expect(screen.getByText(/^Or keep it beside the code/)).toHaveTextContent(
      'ai-governance/records: ./governance/',
    );
  });

  it('names no file of what was registered in the portal and has no repository', async () => {
    const entity = {
      ...cardLimits,
      metadata: {
        ...cardLimits.metadata,
        annotations: { 'ai-governance/registration': 'record-1' },
      },
    };
    const { unmount } = await renderEntity(
      <IntendedUseTab />,
      new FakeSubjectApi(),
      { entity },
    );
    expect(
      await screen.findByRole('button', { name: 'Write the intended use' }),
    ).toBeVisible();
    expect(screen.queryByText(/beside the code/)).not.toBeInTheDocument();
    unmount();
    await renderEntity(<DocumentsTab />, new FakeSubjectApi(), { entity });
    await screen.findByRole('heading', { name: 'Documents' });
    expect(screen.queryByText(/beside the code/)).not.toBeInTheDocument();
  });

  it('names the folder where there is one', async () => {
    const api = new FakeSubjectApi();
    api.source = source([]);
    await renderEntity(<IntendedUseTab />, api);
    expect(await screen.findByText(/^Or add/)).toHaveTextContent(
      `Or add intended-use.md or intended-use.yaml to ${location}`,
    );
  });
});

describe('the list of documents', () => {
  it('says which come from files, and which files are passed over', async () => {
    const api = new FakeSubjectApi();
    api.source = source(
      [
        file({
          type: 'operations',
          path: 'operations.yaml',
          problems: [{ path: 'data.x', message: 'is wrong' }],
        }),
      ],
      { ignored: [{ path: 'notes.md', reason: 'is no record' }] },
    );
    await renderEntity(<DocumentsTab />, api);
    const operations = within(
      await screen.findByRole('listitem', { name: 'Operations' }),
    );
    expect(
      operations.getByRole('button', { name: /^Edit at source: Operations/ }),
    ).toBeVisible();
    expect(
      operations.getByText(/The file cannot be taken as it is/),
    ).toBeVisible();
    expect(
      screen.getByRole('list', { name: 'Files that are passed over' }),
    ).toHaveTextContent('notes.md: is no record');
    expect(
      within(screen.getByRole('listitem', { name: 'Data sheet' })).getByRole(
        'button',
        { name: 'Write: Data sheet' },
      ),
    ).toBeVisible();
  });
});

describe('a change that comes from a file', () => {
  it('is corrected at its source', async () => {
    const api = new FakeSubjectApi();
    const { recordId } = api.write(`source:${location}`, {
      type: 'change',
      data: { kind: 'model', title: 'New model', why: 'Cheaper.' },
    });
    api.source = source([file({ type: 'change', recordId })]);
    await renderEntity(<ChangesTab />, api);
    expect(
      await screen.findByRole('button', { name: /Edit at source: New model/ }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^Correct/ }),
    ).not.toBeInTheDocument();
  });
});
