import { Entity } from '@backstage/catalog-model';
import {
  registeredEntity,
  Registration,
} from 'backstage-plugin-ai-governance-common';
import {
  fireEvent,
  screen,
  waitFor as waitForIt,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { draftKey, readDraft } from '../records';
import { draftFrom } from '../register/fromFound';
import { FakeRegistrations, me } from './__testUtils__/FakeRegistrations';
import { openPortal } from './__testUtils__/openPortal';

jest.setTimeout(120_000);

// the page is loaded when it is opened first
const patient = { timeout: 45_000 };
const waitFor = (check: () => void) => waitForIt(check, patient);
const fill = (field: HTMLElement, value: string) =>
  fireEvent.change(field, { target: { value } });
const nameField = () =>
  screen.findByRole('textbox', { name: /^Name\b(?! in)/ }, patient);

const path = '/ai-governance/register';
const aiSystem = (name: string, title: string, spec: object = {}): Entity => ({
  apiVersion: 'ai-governance/v1alpha1',
  kind: 'AISystem',
  metadata: { name, namespace: 'default', title },
  spec: {
    type: 'embedded-feature',
    lifecycle: 'production',
    owner: 'group:default/workplace',
    ...spec,
  },
});
const notes: Registration = {
  name: 'call-notes',
  title: 'Call notes',
  status: 'registered',
  type: 'embedded-feature',
  lifecycle: 'production',
  owner: 'group:default/marketing',
};

const preview = () =>
  within(screen.getByRole('complementary', { name: 'What follows from it' }));
const tier = () => preview().getAllByRole('status')[0].textContent;
const group = (name: RegExp) => within(screen.getByRole('group', { name }));

async function fillIn() {
  fill(await nameField(), 'Campaign texts');
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: /What it is/ }),
    'generative-assistant',
  );
  fill(
    screen.getByRole('textbox', { name: /Owner team/ }),
    'group:default/marketing',
  );
}

describe('registering an AI system', () => {
  it('shows the tier as the questions are answered, and what will be needed', async () => {
    openPortal(path, new FakeRegistrations());
    await screen.findByRole(
      'heading',
      { name: 'Register an AI system' },
      patient,
    );
    await waitFor(() => expect(tier()).toMatch(/High.*3 questions are open/));

    await userEvent.click(
      group(/What it influences/).getByRole('checkbox', {
        name: 'None of these',
      }),
    );
    expect(tier()).toMatch(/High.*2 questions are open/);
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: /data is classified/ }),
      'internal',
    );
    expect(tier()).toMatch(/Limited.*One question is open/);
    const needed = preview().getByRole('region', {
      name: 'What will be needed',
    });
    const few = within(needed).getAllByRole('listitem').length;

    await userEvent.click(
      group(/Whether people interact/).getByRole('checkbox', {
        name: 'None of these',
      }),
    );
    expect(tier()).toBe('Tier: Minimal');

    await userEvent.click(
      group(/What it influences/).getByRole('checkbox', { name: /Money/ }),
    );
    expect(tier()).toMatch(/High.*One question is open/);
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: /How far decisions/ }),
      'main',
    );
    expect(tier()).toBe('Tier: High');
    expect(
      within(preview().getByRole('list', { name: 'Why this tier' })).getByText(
        /financial outcomes as the main basis/,
      ),
    ).toBeInTheDocument();
    expect(within(needed).getAllByRole('listitem').length).toBeGreaterThan(few);
  });

  it('first shows what is registered already under a like name or from the vendor', async () => {
    openPortal(path, new FakeRegistrations(), [
      aiSystem('meeting-notes', 'Meeting notes', {
        vendor: { name: 'Confera' },
      }),
      aiSystem('card-limits', 'Card limits'),
    ]);
    fill(await nameField(), 'Notes of calls');
    expect(
      await screen.findByRole('link', { name: 'Meeting notes' }, patient),
    ).toHaveAttribute('href', '/catalog/default/aisystem/meeting-notes');
    expect(screen.queryByRole('link', { name: 'Card limits' })).toBeNull();
  });

  it('sends what was answered, and leads to the page once the catalog has it', async () => {
    const api = new FakeRegistrations();
    const { address } = openPortal(path, api, [
      aiSystem('campaign-texts', 'Campaign texts'),
    ]);
    await fillIn();
    expect(
      screen.getByRole('textbox', { name: /Name in the catalog/ }),
    ).toHaveValue('campaign-texts');
    await userEvent.click(
      group(/What it influences/).getByRole('checkbox', {
        name: 'None of these',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Register' }));
    await waitFor(() =>
      expect(address().pathname).toBe(
        '/catalog/default/aisystem/campaign-texts',
      ),
    );
    const ref = 'aisystem:default/campaign-texts';
    expect(api.held.get(ref)?.data).toEqual({
      name: 'campaign-texts',
      title: 'Campaign texts',
      status: 'registered',
      type: 'generative-assistant',
      lifecycle: 'production',
      owner: 'group:default/marketing',
      // none applies is an answer; what was not answered is not there
      affects: { influences: [] },
    });
    expect(api.refreshed).toEqual([ref]);
  });

  it('asks who uses it, where its data comes from, and of what is bought who switched it on', async () => {
    const api = new FakeRegistrations();
    const { address } = openPortal(path, api, [
      aiSystem('campaign-texts', 'Campaign texts'),
    ]);
    await fillIn();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: /Where it comes from/ }),
      'vendor-feature',
    );
    fill(screen.getByRole('textbox', { name: /^Vendor/ }), 'Confera');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: /Who switched it on/ }),
      'The vendor, by itself',
    );
    const sources = group(/Where its data comes from/);
    await userEvent.click(
      sources.getByRole('checkbox', { name: 'It reads none' }),
    );
    const users = group(/Who uses it/);
    await userEvent.click(users.getByRole('button', { name: 'Add user' }));
    fill(users.getByRole('textbox', { name: 'User 1' }), 'group:default/sales');
    await userEvent.click(users.getByRole('button', { name: 'Add user' }));
    fill(users.getByRole('textbox', { name: 'User 2' }), 'sales team');
    await userEvent.click(screen.getByRole('button', { name: 'Register' }));
    expect(
      await screen.findByText(/^Who uses it: must be a reference/),
    ).toBeInTheDocument();
    await userEvent.click(users.getByRole('button', { name: 'Remove User 2' }));
    await userEvent.click(users.getByRole('button', { name: 'Add user' }));
    await userEvent.click(screen.getByRole('button', { name: 'Register' }));
    await waitFor(() =>
      expect(address().pathname).toBe(
        '/catalog/default/aisystem/campaign-texts',
      ),
    );
    expect(api.held.get('aisystem:default/campaign-texts')?.data).toMatchObject(
      {
        vendor: { name: 'Confera', enabledByDefault: true },
        data: { sources: [] },
        // the row that was left empty is nobody
        usedBy: ['group:default/sales'],
      },
    );
  });

  it('says what is missing, and keeps everything when the name is taken', async () => {
    const api = new FakeRegistrations();
    api.taken = ['campaign-texts'];
    openPortal(path, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Register' }, patient),
    );
    expect(
      await screen.findByText('Not sent yet', undefined, patient),
    ).toBeInTheDocument();
    expect(screen.getByText('Owner team: This is needed.')).toBeInTheDocument();
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: 'Register' }));
    expect(
      await screen.findByText(/is taken already/, undefined, patient),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /^Name\b(?! in)/ })).toHaveValue(
      'Campaign texts',
    );
  });
});

describe('registering what was found', () => {
  const scores: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'churn-scores',
      namespace: 'default',
      title: 'Churn scores',
      description: 'Scores who is likely to leave.',
      tags: ['confera'],
    },
    spec: {
      type: 'ai-model',
      lifecycle: 'experimental',
      provider: 'openai',
      model: 'gpt-6.1',
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/marketing' }],
  };
  const from = (ref: string) => `${path}?from=${encodeURIComponent(ref)}`;
  const knowing = () => {
    const api = new FakeRegistrations();
    const { policy } = api.policyView!;
    api.policyView!.policy = {
      ...policy,
      vendors: [{ name: 'Confera', data: ['internal'] }],
    };
    api.found = [
      {
        ref: 'resource:default/churn-scores',
        title: 'Churn scores',
        reason: 'kind is Resource and spec.type is ai-model',
        foundAt: '2026-11-20T10:00:00.000Z',
      },
    ];
    return api;
  };

  it('begins with what is known of it, says why it was found, and names it', async () => {
    const api = knowing();
    const { address } = openPortal(from('resource:default/churn-scores'), api, [
      scores,
      aiSystem('churn-scores', 'Churn scores'),
    ]);
    const notice = await screen.findByText(
      /found by the sweep of the catalog of/,
      undefined,
      patient,
    );
    expect(await nameField()).toHaveValue('Churn scores');
    expect(notice).toHaveTextContent(
      /^From Churn scores: found .* of Nov 20, 2026, because its kind is Resource and its type is ai-model\./,
    );
    expect(
      within(notice).getByRole('link', { name: 'Churn scores' }),
    ).toHaveAttribute('href', '/catalog/default/resource/churn-scores');
    expect(
      group(/What it depends on/).getByRole('textbox', {
        name: 'Dependency 1',
      }),
    ).toHaveValue('resource:default/churn-scores');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: /What it is$|What it is / }),
      'predictive-model',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Register' }));
    await waitFor(() =>
      expect(address().pathname).toBe('/catalog/default/aisystem/churn-scores'),
    );
    expect(api.held.get('aisystem:default/churn-scores')?.data).toEqual({
      name: 'churn-scores',
      title: 'Churn scores',
      status: 'registered',
      type: 'predictive-model',
      lifecycle: 'experimental',
      purpose: 'Scores who is likely to leave.',
      owner: 'group:default/marketing',
      dependsOn: ['resource:default/churn-scores'],
      vendor: { name: 'Confera' },
      models: [{ provider: 'openai', name: 'gpt-6.1' }],
    });
  });

  it.each([
    ['resource:default/hidden', /^resource:default\/hidden cannot be read/],
    ['<b>:', /^<b>: cannot be read/],
    ['aisystem:default/call-notes', /^Call notes is an AI system already/],
  ])('begins empty where %s says nothing', async (ref, words) => {
    const api = knowing();
    openPortal(from(ref), api, [aiSystem('call-notes', 'Call notes')]);
    expect(await nameField()).toHaveValue('');
    expect(
      screen.getByText((_, element) =>
        Boolean(
          element?.matches('.MuiAlert-message') &&
            words.test(element.textContent ?? ''),
        ),
      ),
    ).toBeVisible();
    expect(
      screen.queryByRole('group', { name: /What it depends on/ }),
    ).toBeNull();
  });

  it.each([
    ['Component', 'hasPart'],
    ['API', 'consumesApis'],
    ['AiResource', 'dependsOn'],
    ['Template', undefined],
  ])('names a %s in %s', (kind, field) => {
    const draft = draftFrom({ ...scores, kind, relations: [] }, {});
    const ref = `${kind.toLocaleLowerCase('en-US')}:default/churn-scores`;
    const { hasPart, consumesApis, dependsOn, owner } = draft;
    expect({ hasPart, consumesApis, dependsOn, owner }).toEqual(
      field ? { [field]: [ref] } : {},
    );
  });
});

describe('registering from a model card', () => {
  it('fills in what is taken, and drafts the documents once it is registered', async () => {
    window.localStorage.clear();
    const api = new FakeRegistrations();
    const { address } = openPortal(path, api, [
      aiSystem('limit-scorer', 'Limit scorer'),
    ]);
    await nameField();
    fill(
      screen.getByRole('textbox', { name: /Owner team/ }),
      'group:default/marketing',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'From a model card' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Paste it instead' }, patient),
    );
    fill(
      screen.getByLabelText('Text of the model card'),
      '---\npipeline_tag: text-generation\n---\n# Limit scorer\n\n- **Developed by:** Acme\n\n## Limitations\n\nFails for new customers.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Read it' }));
    // what only follows from the card is taken when somebody says so
    const type = await screen.findByRole('checkbox', { name: 'What it is' });
    expect(type).not.toBeChecked();
    await userEvent.click(type);
    await userEvent.click(
      screen.getByRole('button', { name: 'Take 4 fields as a draft' }),
    );

    expect(await nameField()).toHaveValue('Limit scorer');
    expect(
      screen.getByText(/^3 answers are filled in below/),
    ).toHaveTextContent(/intended use becomes a draft there, once/);
    // what was answered before stays
    expect(screen.getByRole('textbox', { name: /Owner team/ })).toHaveValue(
      'group:default/marketing',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Register' }));
    await waitFor(() =>
      expect(address().pathname).toBe(
        '/catalog/default/aisystem/limit-scorer/intended-use',
      ),
    );
    expect(api.held.get('aisystem:default/limit-scorer')?.data).toEqual({
      name: 'limit-scorer',
      title: 'Limit scorer',
      status: 'registered',
      type: 'generative-assistant',
      lifecycle: 'production',
      owner: 'group:default/marketing',
      models: [{ provider: 'Acme', name: 'Limit scorer' }],
    });
    const key = draftKey(
      'aisystem:default/limit-scorer',
      'intended-use',
      'document',
    );
    expect(readDraft(key)?.written.data).toEqual({
      limitations:
        'Fails for new customers.\n\n_From the model card of Limit scorer: Limitations (line 10)_',
    });
  });
});

describe('revising a registration', () => {
  const edit = `${path}/default/call-notes`;

  it('saves on top of what it began from, and tells of what came in between', async () => {
    const api = new FakeRegistrations();
    api.write('call-notes', notes);
    const entity = registeredEntity('default', {
      ...notes,
      title: 'Notes of calls',
    });
    entity.metadata.namespace = 'default';
    const { address } = openPortal(edit, api, [entity]);
    const title = await nameField();
    expect(title).toHaveValue('Call notes');
    fill(title, 'Notes of calls');
    api.write('call-notes', { ...notes, purpose: 'Sum up.' }, 'user:default/x');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText(
        'Somebody else revised it meanwhile',
        undefined,
        patient,
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Save mine on top' }),
    );
    await waitFor(() =>
      expect(address().pathname).toBe('/catalog/default/aisystem/call-notes'),
    );
    expect(api.held.get('aisystem:default/call-notes')).toMatchObject({
      revision: 3,
      data: { title: 'Notes of calls' },
    });
  });

  it('brings back what was withdrawn', async () => {
    const api = new FakeRegistrations();
    api.write('call-notes', notes);
    api.write('call-notes', {
      ...notes,
      status: 'withdrawn',
      reason: 'Not bought.',
    });
    openPortal(path, api, [registeredEntity('default', notes)]);
    // waited for by its words: to ask for roles again and again starves so large a page
    await screen.findByText(
      /Yours, not registered here any more/,
      undefined,
      patient,
    );
    await userEvent.click(screen.getByRole('link', { name: 'Call notes' }));
    expect(
      await screen.findByText('It was withdrawn', undefined, patient),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Register it here again' }),
    );
    await waitFor(() =>
      expect(api.held.get('aisystem:default/call-notes')!.data).toEqual(notes),
    );
    expect(api.held.get('aisystem:default/call-notes')!.author).toBe(me);
  });

  it('shows what became of what was withdrawn before it is registered again', async () => {
    const api = new FakeRegistrations();
    const gone = { ...notes, status: 'withdrawn', reason: 'Not bought.' };
    api.write('call-notes', gone);
    openPortal(edit, api, [registeredEntity('default', notes)]);
    const again = { name: 'Register it here again' };
    await screen.findByRole('button', again, patient);
    const other = 'user:default/x';
    api.write('call-notes', { ...gone, reason: 'Forbidden by law.' }, other);
    await userEvent.click(screen.getByRole('button', again));
    expect(
      await screen.findByText(/^Forbidden by law\./, undefined, patient),
    ).toBeInTheDocument();
    const now = { ...notes, title: 'Notes of calls' };
    api.write('call-notes', now, other);
    await userEvent.click(screen.getByRole('button', again));
    // somebody registered it again: that is revised from here
    expect(await nameField()).toHaveValue('Notes of calls');
    expect(api.held.get('aisystem:default/call-notes')).toMatchObject({
      revision: 3,
      author: other,
      data: now,
    });
  });

  it('says where there is none', async () => {
    openPortal(edit, new FakeRegistrations());
    expect(
      await screen.findByText(
        'There is no such registration',
        undefined,
        patient,
      ),
    ).toBeInTheDocument();
  });
});
