import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import {
  cardLimits,
  renderEntity,
} from '../components/__testUtils__/renderEntity';
import { DocumentsTab } from '../entity/DocumentsTab';
import { IntendedUseTab } from '../entity/IntendedUseTab';
import { draftKey, readDraft } from '../records';

forbidConsole();
jest.setTimeout(60_000);
beforeEach(() => window.localStorage.clear());

const ref = 'aisystem:default/card-limits';
const card = [
  '# Model card for Limit scorer',
  '## Model details\n\n- **Developed by:** Acme',
  '## Uses\n\nScores card limits.',
  '## Out-of-scope use\n\n[More Information Needed]',
  '## Limitations\n\nFails for **new** customers. <img src=x>',
  '## Training data\n\nApplications of 2024.',
  '## Evaluation\n\nGood.',
].join('\n\n');

async function paste(text: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: 'From a model card' }),
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Paste it instead' }),
  );
  fireEvent.change(screen.getByLabelText('Text of the model card'), {
    target: { value: text },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Read it' }));
}
const draftOf = (type: string) => readDraft(draftKey(ref, type, 'document'));

describe('the documents of a system from a model card', () => {
  it('shows what was read with its place, and what is left out with why', async () => {
    await renderEntity(<DocumentsTab />, new FakeSubjectApi());
    await paste(card);

    expect(
      await screen.findByRole('heading', {
        name: 'A model card in Markdown of Limit scorer',
      }),
    ).toHaveFocus();
    const use = within(screen.getByRole('region', { name: 'Intended use' }));
    expect(use.getByRole('checkbox', { name: 'Limitations' })).toBeChecked();
    expect(
      use.getByRole('checkbox', { name: 'Limitations' }),
    ).toHaveAccessibleDescription('From Limitations (line 17)');
    expect(
      use.getByRole('group', { name: 'What is taken: Limitations' }),
    ).toHaveTextContent(/^Fails for new customers\.$/);
    expect(use.queryByText(/More Information/)).toBeNull();
    // declared in the repository: to be read, not to be taken
    const profile = within(screen.getByRole('region', { name: 'Profile' }));
    expect(profile.getByText('Limit scorer, by Acme')).toBeVisible();
    expect(profile.queryByRole('checkbox')).toBeNull();
    expect(profile.getByText(/catalog file of the system/)).toBeVisible();
    expect(
      within(
        screen.getByRole('list', { name: /^Nobody filled it in/ }),
      ).getByRole('listitem'),
    ).toHaveTextContent(
      'Out-of-scope use (line 13): “[More Information Needed]”',
    );
    expect(
      within(screen.getByRole('list', { name: /do not ask/ })).getByRole(
        'listitem',
      ),
    ).toHaveTextContent(/^Evaluation/);
  });

  it('makes drafts of what is taken, below what is written, and saves nothing', async () => {
    const api = new FakeSubjectApi();
    api.write('user:default/dana', {
      type: 'intended-use',
      data: { purpose: 'Propose limits.', users: 'Clerks' },
    });
    const { unmount } = await renderEntity(<DocumentsTab />, api);
    await paste(card);
    const data = await screen.findByRole('region', { name: 'Data sheet' });
    await userEvent.click(within(data).getByRole('checkbox'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Take 2 fields as a draft' }),
    );

    expect(
      await screen.findByText('It is in the forms, and not saved yet'),
    ).toBeVisible();
    expect(
      screen
        .getAllByRole('button', { name: /^Open the draft/ })
        .map(link => link.getAttribute('href')),
    ).toEqual(['/catalog/default/aisystem/card-limits/intended-use?edit']);
    expect(api.appended).toEqual([]);
    expect(draftOf('data-sheet')).toBeUndefined();
    expect(draftOf('intended-use')).toMatchObject({
      baseRevision: 1,
      written: {
        data: {
          purpose:
            'Propose limits.\n\nScores card limits.\n\n_From the model card of Limit scorer: Uses (line 9)_',
          users: 'Clerks',
          limitations: expect.stringMatching(
            /^Fails for \*\*new\*\* customers\./,
          ),
        },
      },
    });
    unmount();

    await renderEntity(<IntendedUseTab />, api);
    expect(
      await screen.findByText(/^This is your unsaved text from/),
    ).toBeVisible();
    expect(
      screen.getByLabelText('Limitations', { selector: 'textarea' }),
    ).toHaveValue(
      'Fails for **new** customers.\n\n_From the model card of Limit scorer: Limitations (line 17)_',
    );
  });

  it('says what is wrong with a card that cannot be read, and closes with the focus where it was', async () => {
    await renderEntity(<DocumentsTab />, new FakeSubjectApi());
    await paste('{"a": 1}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^The JSON is neither a CycloneDX/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(
      screen.getByRole('button', { name: 'From a model card' }),
    ).toHaveFocus();
  });

  it('reads a file, and lets the model be chosen where there are several', async () => {
    await renderEntity(<DocumentsTab />, new FakeSubjectApi());
    await userEvent.click(
      await screen.findByRole('button', { name: 'From a model card' }),
    );
    const model = (name: string, limit: string) => ({
      type: 'machine-learning-model',
      name,
      modelCard: { considerations: { technicalLimitations: [limit] } },
    });
    const bom = {
      bomFormat: 'CycloneDX',
      components: [model('one', 'Slow'), model('two', 'Only in English')],
    };
    await userEvent.upload(
      await screen.findByLabelText('File with the model card'),
      new File([JSON.stringify(bom)], 'bom.json', { type: 'application/json' }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'A CycloneDX bill of materials of one, from bom.json',
      }),
    ).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText('Model'), 'two');
    expect(screen.getByText('Only in English')).toBeVisible();
    expect(
      screen.getByText(
        'From components[1].modelCard.considerations.technicalLimitations',
      ),
    ).toBeVisible();
  });

  it('is not offered to who may not write', async () => {
    const api = new FakeSubjectApi();
    api.may = { ...api.may, append: false };
    await renderEntity(<DocumentsTab />, api, { entity: cardLimits });
    await screen.findByRole('heading', { name: 'Documents' });
    expect(
      screen.queryByRole('button', { name: 'From a model card' }),
    ).toBeNull();
  });
});
