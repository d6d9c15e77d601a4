import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { RiskTab } from './RiskTab';

forbidConsole();
beforeEach(() => window.localStorage.clear());
jest.setTimeout(30_000);

const rated = {
  likelihood: 2,
  consequence: { individuals: 2, society: 1, business: 2 },
};
const scenario = {
  id: 'unfair',
  title: 'Unfair limits',
  category: 'bias-and-fairness',
  inherent: rated,
};
const assessed = (api: FakeSubjectApi, more: object = {}) =>
  api.write('user:default/dana', {
    type: 'risk-assessment',
    data: { scenarios: [{ ...scenario, ...more }] },
  });

const item = (title: string) =>
  screen.getByRole('heading', { name: new RegExp(`^${title}`) }).closest('li')!;

describe('where nothing is assessed', () => {
  it('says which risks are likely and why, and begins with one of them', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<RiskTab />, api);
    const likely = await screen.findByRole('region', {
      name: /^\d+ risks are likely for a system like this$/,
    });
    expect(likely).toHaveTextContent(
      'Because it influences financial outcomes.',
    );
    await userEvent.click(
      within(likely).getByRole('button', {
        name: 'Begin with it: Some groups are treated worse',
      }),
    );
    const summary = await screen.findByRole('button', {
      name: '1. Some groups are treated worse',
    });
    await waitFor(() => expect(summary).toHaveFocus());
    expect(summary).toHaveAttribute('aria-expanded', 'true');
    // the ids of its sources come after its own
    expect(screen.getAllByRole('textbox', { name: /^Id\b/ })[0]).toHaveValue(
      'unfair-outcomes',
    );
    // whoever assesses rates: nothing is rated, and saving asks for it
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText(
        'Scenarios 1 › Inherent risk › Likelihood: This is needed.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('Scenarios 1 › Treatment › Strategy: This is needed.'),
    ).toBeVisible();
    expect(api.appended).toEqual([]);
  });

  it('offers nobody to begin who may not write', async () => {
    const api = new FakeSubjectApi();
    api.may = { ...api.may, append: false };
    await renderEntity(<RiskTab />, api);
    await screen.findByRole('region', { name: /are likely/ });
    expect(screen.queryByRole('button', { name: /^Begin with/ })).toBeNull();
  });
});

describe('where nothing is assessed, and a file says so wrongly', () => {
  it('offers nobody to begin: it is written in the file', async () => {
    const api = new FakeSubjectApi();
    const readAt = '2026-11-24T09:00:00.000Z';
    api.source = {
      location: 'https://github.com/bank/limits/tree/main/governance/',
      readAt,
      problem: null,
      files: [
        {
          type: 'risk-assessment',
          recordId: null,
          path: 'risk-assessment.yaml',
          revision: null,
          readAt,
          problems: [{ path: '', message: 'is no YAML' }],
          goneAt: null,
        },
      ],
      ignored: [],
    };
    await renderEntity(<RiskTab />, api);
    await screen.findByRole('region', { name: /are likely/ });
    expect(screen.queryByRole('button', { name: /^Begin with/ })).toBeNull();
  });
});

describe('while an assessment is written', () => {
  async function edit(api: FakeSubjectApi) {
    await renderEntity(<RiskTab />, api, { path: '/?edit' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the library' }),
    );
    await screen.findByRole('tab', { name: /^Suggested \(\d+\)$/ });
  }

  it('adds a suggestion as a scenario, gives it the focus and marks it as covered', async () => {
    const api = new FakeSubjectApi();
    assessed(api);
    await edit(api);
    const title = 'Nobody can say why it decided so';
    expect(item(title)).not.toHaveTextContent('Covered');
    await userEvent.click(
      screen.getByRole('button', { name: `Add: ${title}` }),
    );
    const summary = await screen.findByRole('button', { name: `2. ${title}` });
    await waitFor(() => expect(summary).toHaveFocus());
    expect(item(title)).toHaveTextContent(`Covered by “${title}”`);
    // a second one is another scenario
    await userEvent.click(
      screen.getByRole('button', { name: `Add: ${title}` }),
    );
    await screen.findByRole('button', { name: `3. ${title}` });
    expect(screen.getAllByRole('textbox', { name: /^Id\b/ })[0]).toHaveValue(
      'no-explanation-2',
    );
  });

  it('takes a scenario for covered that names an id which means the same', async () => {
    const api = new FakeSubjectApi();
    assessed(api, { sources: ['MEASURE 2.11'] });
    await edit(api);
    expect(item('Some groups are treated worse')).toHaveTextContent(
      'Covered by “Unfair limits”',
    );
  });

  it('finds any entry by word and category', async () => {
    const api = new FakeSubjectApi();
    assessed(api);
    await edit(api);
    await userEvent.click(screen.getByRole('tab', { name: 'All' }));
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search the library' }),
      'mcp',
    );
    await waitFor(() =>
      expect(
        screen.getByRole('button', {
          name: 'Add: Forgotten tool servers go on answering',
        }),
      ).toBeVisible(),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search the library' }),
      ' nonsense',
    );
    expect(await screen.findByText(/^No entry is like this\./)).toBeVisible();
  });

  it('tells everything of an entry, with links to where it is known', async () => {
    const api = new FakeSubjectApi();
    assessed(api);
    await edit(api);
    const title = 'People shape their input so that it passes';
    await userEvent.click(screen.getByRole('tab', { name: 'All' }));
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search the library' }),
      'AML.T0015',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: `More about: ${title}` }),
    );
    const link = await within(
      screen.getByRole('list', { name: `Known as: ${title}` }),
    ).findByRole('link', { name: 'AML.T0015 Evade AI Model' });
    expect(link).toHaveAttribute(
      'href',
      'https://atlas.mitre.org/techniques/AML.T0015',
    );
    expect(item(title)).toHaveTextContent('Typical causes');
  });
});

describe('the threat model', () => {
  it('stands first where the address names it, and takes threats with no mitigation claimed', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<RiskTab />, api, { path: '/?type=threat-model&edit' });
    const title = 'It reveals what nobody told it';
    await userEvent.click(
      await screen.findByRole('button', { name: `Add: ${title}` }),
    );
    await screen.findByRole('button', { name: `1. ${title}` });
    const headings = screen
      .getAllByRole('heading', { level: 2 })
      .map(h => h.textContent);
    expect(headings).toEqual(['Threat model', 'Risk assessment']);
    expect(
      screen.getByLabelText(/^Mitigation/, { selector: 'textarea' }),
    ).toHaveValue('');
    expect(screen.getByRole('combobox', { name: /^Kind/ })).toHaveValue(
      'exfiltration',
    );
  });

  it('reads with what each threat is known as', async () => {
    const api = new FakeSubjectApi();
    api.write('user:default/dana', {
      type: 'threat-model',
      data: {
        scope: 'All of it.',
        assets: ['The limits'],
        entryPoints: [],
        threats: [
          {
            id: 'x',
            title: 'Splitting income',
            kind: 'evasion',
            sources: ['AML.T0015', 'OUR-7'],
            mitigation: 'A rule beside it.',
          },
        ],
      },
    });
    await renderEntity(<RiskTab />, api);
    const known = await screen.findByRole('list', {
      name: 'Known as: Splitting income',
    });
    expect(
      await within(known).findByRole('link', {
        name: 'AML.T0015 Evade AI Model',
      }),
    ).toBeVisible();
    expect(within(known).getByText('OUR-7')).toBeVisible();
    expect(screen.getByText('A rule beside it.')).toBeVisible();
  });
});
