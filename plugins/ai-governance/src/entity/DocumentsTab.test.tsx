import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { listedDocuments } from './documents';
import { DocumentsTab } from './DocumentsTab';

forbidConsole();
beforeEach(() => window.localStorage.clear());

const dana = 'user:default/dana';
const item = async (name: string) =>
  within(await screen.findByRole('listitem', { name }));

describe('DocumentsTab', () => {
  it('lists every document that has no tab of its own', async () => {
    await renderEntity(<DocumentsTab />, new FakeSubjectApi());
    await screen.findByRole('heading', { name: 'Documents' });
    expect(
      screen.getAllByRole('heading', { level: 3 }).map(h => h.textContent),
    ).toEqual(listedDocuments.map(({ title }) => title));
    expect(listedDocuments.map(({ type }) => type)).toEqual([
      'impact-assessment',
      'data-sheet',
      'operations',
      'vendor-assessment',
    ]);
  });

  it('says who wrote which revision, and what is asked of it, with the reason', async () => {
    const api = new FakeSubjectApi();
    api.write(dana, { type: 'operations', data: { overview: 'In our cloud' } });
    const { results } = await api.posture(api.ref);
    const asked = results.filter(
      ({ remediation, state }) =>
        remediation.recordType === 'operations' && state !== 'not-applicable',
    );
    expect(asked).not.toEqual([]);
    await renderEntity(<DocumentsTab />, api);

    const operations = await item('Operations');
    expect(operations.getByText(/^Revision 1 by/)).toHaveTextContent(
      'Revision 1 by dana',
    );
    for (const { title, controlId } of asked) {
      expect(
        operations.getByText(text =>
          text.startsWith(`${title} (${controlId})`),
        ),
      ).toBeVisible();
    }
    const vendor = await item('Vendor assessment');
    expect(vendor.getByText(/^Not written yet\./)).toHaveTextContent(
      'It is not asked of this system.',
    );
  });

  it('opens a document in place, writes it and leads back to the list', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<DocumentsTab />, api);
    await userEvent.click(
      (
        await item('Operations')
      ).getByRole('button', { name: 'Write: Operations' }),
    );
    await userEvent.type(
      await screen.findByLabelText(/^Overview/, { selector: 'textarea' }),
      'In our **cloud**',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect((await screen.findByText('cloud')).tagName).toBe('STRONG');
    expect(screen.getByRole('button', { name: 'History' })).toBeVisible();
    expect(api.appended).toEqual([
      { type: 'operations', data: { overview: 'In our **cloud**' } },
    ]);

    await userEvent.click(screen.getByRole('link', { name: 'All documents' }));
    expect(
      (await item('Operations')).getByText(/^Revision 1 by/),
    ).toBeVisible();
  });

  it('opens the editor of the document that the address names', async () => {
    await renderEntity(<DocumentsTab />, new FakeSubjectApi(), {
      path: '/?type=data-sheet&edit',
    });
    expect(
      await screen.findByRole('heading', { name: 'Data sheet' }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeVisible();
  });

  it('lets others read, and says why they do not write', async () => {
    const api = new FakeSubjectApi();
    api.may = { ...api.may, append: false };
    await renderEntity(<DocumentsTab />, api);
    const operations = await item('Operations');
    expect(operations.queryByRole('button')).not.toBeInTheDocument();
    await userEvent.click(operations.getByRole('link', { name: 'Operations' }));
    expect(
      await screen.findByRole('button', { name: 'Write it' }),
    ).toBeDisabled();
    expect(screen.getByText(/^You may not write here/)).toBeVisible();
  });
});
