import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RiskScenario } from 'backstage-plugin-ai-governance-common';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { RiskTab } from './RiskTab';

forbidConsole();
beforeEach(() => window.localStorage.clear());

const type = 'risk-assessment';
const rated = (likelihood: number, greatest: number) => ({
  likelihood,
  consequence: { individuals: greatest, society: 1, business: 1 },
});
const scenarios: RiskScenario[] = [
  {
    id: 'unfair-limits',
    title: 'Unfair limits',
    category: 'bias-and-fairness',
    inherent: rated(4, 4),
    current: { ...rated(2, 2), evidence: ['record-1'] },
    target: rated(2, 4),
    treatment: { strategy: 'mitigate', owner: 'user:default/dana' },
  },
  {
    id: 'outage',
    title: 'Outage',
    category: 'operational',
    inherent: rated(1, 3),
  },
];

/** The first record there: nobody has looked at it yet. */
const limitTests = {
  title: 'Limit tests',
  link: 'https://git.example.com/tests',
  sha256: 'a'.repeat(64),
  producer: 'CI',
  generatedAt: '2026-11-01',
  effectiveFrom: '2026-11-01',
  expires: '2099-06-30',
};

async function open(api = new FakeSubjectApi(), path?: string) {
  api.write('user:default/dana', { type: 'evidence', data: limitTests });
  api.write('user:default/dana', { type, data: { scenarios } });
  await renderEntity(<RiskTab />, api, path ? { path } : undefined);
  await screen.findByRole('heading', { name: 'Matrix' });
  return api;
}

const cellOf = (name: string) =>
  screen.getByRole('button', { name }).closest('td')!;

describe('RiskTab', () => {
  it('opens the scenario that the address names, for who comes from a search or a register', async () => {
    await open(new FakeSubjectApi(), '/#scenario-outage');
    const summary = screen.getByRole('button', { name: /^2\. Outage/ });
    expect(summary).toHaveAttribute('aria-expanded', 'true');
    await waitFor(() => expect(summary).toHaveFocus());
  });

  it('has the threat model below the assessment, each opened by its own address', async () => {
    await renderEntity(<RiskTab />, new FakeSubjectApi(), {
      path: '/?type=threat-model&edit',
    });
    const heading = await screen.findByRole('heading', {
      name: 'Threat model',
    });
    expect(heading).toHaveFocus();
    expect(screen.getAllByRole('button', { name: 'Save' })).toHaveLength(1);
    expect(
      await screen.findByRole('button', { name: 'Assess the risk' }),
    ).toBeVisible();
  });

  it('places each scenario at its inherent, current and target risk', async () => {
    await open();
    const inherent = cellOf('1 Unfair limits: inherent risk high');
    const row = inherent.closest('tr')!;
    expect(within(row).getByRole('rowheader')).toHaveTextContent('4 several');
    expect([...row.cells].indexOf(inherent)).toBe(4);
    expect(inherent).toHaveTextContent('High');
    // nobody has looked at the evidence that the lower estimate rests on
    expect(cellOf('1 Unfair limits: current risk high')).toBe(inherent);
    const target = cellOf('1 Unfair limits: target risk medium');
    expect(
      within(target.closest('tr')!).getByRole('rowheader'),
    ).toHaveTextContent('2 once in a few years');
    expect(
      screen.getByRole('button', { name: '2 Outage: current risk low' }),
    ).toBeInTheDocument();
  });

  it('opens the scenario that is chosen in the matrix and says why its level is so', async () => {
    await open();
    await userEvent.click(
      screen.getByRole('button', {
        name: '1 Unfair limits: target risk medium',
      }),
    );
    const item = screen.getByRole('button', { name: /^1\. Unfair limits/ });
    expect(item).toHaveAttribute('aria-expanded', 'true');
    expect(item).toHaveTextContent('Above tolerance');
    expect(
      await screen.findByText(/the evidence “Limit tests” counts once/),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', {
        name: 'Limit tests, until 2099-06-30',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /^2\. Outage/ }),
    ).not.toHaveTextContent('Above tolerance');
  });

  const openScenario = async () =>
    userEvent.click(screen.getByRole('button', { name: /^1\. Unfair limits/ }));

  it('has a risk above the tolerance accepted by the office when the owner asks', async () => {
    const api = new FakeSubjectApi();
    api.clock = () => new Date().toISOString();
    await open(api);
    await openScenario();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Ask to accept: Unfair limits',
      }),
    );
    await userEvent.type(
      screen.getByLabelText(/^Reason/, { selector: 'textarea' }),
      'Few cards.',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Ask to accept' }),
    );
    expect(await screen.findByText('Waits for a decision')).toBeVisible();
    expect(api.appended[0].data).toMatchObject({
      scenario: 'unfair-limits',
      decision: 'requested',
    });
    expect(
      screen.getByRole('button', {
        name: 'Decide: Acceptance of Unfair limits',
      }),
    ).toBeDisabled();
    expect(screen.queryByText(/, accepted/)).not.toBeInTheDocument();
  });

  it('lets the office accept it at once, and tells when that lapses', async () => {
    const api = new FakeSubjectApi();
    api.clock = () => new Date().toISOString();
    api.me = 'user:default/olga';
    api.may = { ...api.may, request: false, decide: true };
    await open(api);
    await openScenario();
    const accept = await screen.findByRole('button', {
      name: 'Accept: Unfair limits',
    });
    await waitFor(() => expect(accept).toBeEnabled());
    await userEvent.click(accept);
    await userEvent.type(
      screen.getByLabelText(/^Reason/, { selector: 'textarea' }),
      'Few cards.',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Accept the risk' }),
    );
    expect(await screen.findByText('Above tolerance, accepted')).toBeVisible();
    expect(screen.getByText('Valid')).toBeVisible();
    expect(screen.getByRole('button', { name: /^End it now/ })).toBeEnabled();
  });

  it('shows the level while it is rated, and saves the scenario', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<RiskTab />, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Assess the risk' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add scenario' }));
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Id/ }),
      'leak',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Scenario/ }),
      'Leak',
    );
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: /^Category/ }),
      'privacy',
    );
    const inherent = screen.getByRole('group', { name: /^Inherent risk/ });
    const rate = async (name: RegExp, point: string) =>
      userEvent.click(
        within(within(inherent).getByRole('radiogroup', { name })).getByRole(
          'radio',
          { name: point },
        ),
      );
    await rate(/^Likelihood/, '5');
    await rate(/^Individuals/, '4');
    await rate(/^Society/, '1');
    await rate(/^Business/, '2');
    expect(await within(inherent).findByRole('status')).toHaveTextContent(
      'This gives Very high',
    );

    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByRole('button', {
        name: '1 Leak: current risk very high',
      }),
    ).toBeInTheDocument();
    // parts that were opened by the form and left empty are not saved
    expect(api.appended[0].data).toEqual({
      scenarios: [
        {
          id: 'leak',
          title: 'Leak',
          category: 'privacy',
          inherent: {
            likelihood: 5,
            consequence: { individuals: 4, society: 1, business: 2 },
          },
        },
      ],
    });
  });

  it('names the scenario and the field that is missing, and opens it', async () => {
    const api = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add scenario' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('Scenarios 3 › Category: This is needed.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Scenarios 3 › Inherent risk › Likelihood: This is needed.',
      ),
    ).toBeInTheDocument();
    expect(api.appended).toEqual([]);
  });
});
