import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dana, olga } from '../components/__testUtils__/company';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import {
  cardLimits,
  renderEntity,
} from '../components/__testUtils__/renderEntity';
import { PostureCard } from './PostureCard';

forbidConsole();

const forbidden = Object.assign(new Error('no'), { statusCode: 403 });

describe('PostureCard', () => {
  it('says what to do first and leads to the tab that mends it', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<PostureCard />, api);

    const first = await screen.findByRole('region', {
      name: 'What to do first',
    });
    expect(first).toHaveTextContent('First: Intended use documented');
    expect(first).toHaveTextContent('Not reported');
    expect(first).toHaveTextContent('The intended use is not documented.');
    expect(
      within(first).getByRole('button', { name: 'Write the intended use' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/aisystem/card-limits/intended-use?edit',
    );
    expect(api.refreshed).toBe(1);
  });

  it('leads to the source of the entity for what is declared there', async () => {
    const api = new FakeSubjectApi();
    api.profile = { ...api.profile, owner: undefined };
    await renderEntity(<PostureCard />, api);

    const first = await screen.findByRole('region', {
      name: 'What to do first',
    });
    expect(
      within(first).getByRole('button', { name: /^Set the owner/ }),
    ).toHaveAttribute('href', 'https://git.example.com/edit/card-limits.yaml');
  });

  it('names the file when no address leads to it', async () => {
    const api = new FakeSubjectApi();
    api.profile = { ...api.profile, owner: undefined };
    const entity = {
      ...cardLimits,
      metadata: {
        ...cardLimits.metadata,
        annotations: {
          'backstage.io/managed-by-location': 'file:/data/card-limits.yaml',
        },
      },
    };
    await renderEntity(<PostureCard />, api, { entity });

    const first = await screen.findByRole('region', {
      name: 'What to do first',
    });
    expect(first).toHaveTextContent('Edit /data/card-limits.yaml');
  });

  it('shows a new result when the backend signals, without opening the page again', async () => {
    const api = new FakeSubjectApi();
    const { signal } = await renderEntity(<PostureCard />, api);
    expect(
      await screen.findByText('First: Intended use documented'),
    ).toBeInTheDocument();

    api.write('user:default/dana', {
      type: 'intended-use',
      data: {
        purpose: 'p',
        users: 'u',
        inScope: 'i',
        outOfScope: 'o',
        limitations: 'l',
        assumptions: 'a',
      },
    });
    await signal();

    expect(
      await screen.findByText('First: Human oversight described'),
    ).toBeInTheDocument();
    expect(api.refreshed).toBe(1);
  });

  it('tells what stands before the next level, and why the tier is what it is', async () => {
    await renderEntity(<PostureCard />, new FakeSubjectApi());

    expect(await screen.findByText('No level yet')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '8 to bronze' }));
    expect(screen.getByText(/Risk assessed \(RSK-01\)/)).toBeInTheDocument();
    expect(
      screen.queryByText(/Documentation reviewed \(DOC-06\)/),
    ).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Why' }));
    expect(
      screen.getByText(
        /influences financial outcomes as the main basis of the decision/,
      ),
    ).toBeInTheDocument();
  });

  it('opens the families that need somebody, folds the others, and says what each result is asked for', async () => {
    const api = new FakeSubjectApi();
    api.write(dana, { type: 'confirmation', data: {} });
    await renderEntity(<PostureCard />, api);

    const risk = await screen.findByRole('button', { name: /^Risk/ });
    expect(risk).toHaveAttribute('aria-expanded', 'true');
    // what was not asked of it yet is folded behind what is
    expect(screen.getByText('RSK-01')).toBeInTheDocument();
    expect(screen.queryByText('RSK-06')).not.toBeInTheDocument();
    await userEvent.click(
      within(risk.parentElement!).getByRole('button', {
        name: /^Show \d+ that need nothing$/,
      }),
    );
    expect(screen.getByText('RSK-06')).toBeInTheDocument();

    const inventory = screen.getByRole('button', { name: /^Inventory/ });
    expect(inventory).toHaveAttribute('aria-expanded', 'false');

    await userEvent.click(inventory);
    const owned = (await screen.findByText('INV-01')).closest('li')!;
    expect(owned).toHaveTextContent('Owned by credit-risk.');
    await userEvent.click(
      within(owned).getByRole('button', { name: 'Why it is asked' }),
    );
    expect(owned).toHaveTextContent(/ISO\/IEC 42001 5\.3/);
  });

  it('tells how the approval stands and leads to the next step', async () => {
    const api = new FakeSubjectApi();
    const { signal } = await renderEntity(<PostureCard />, api);
    const page = '/catalog/default/aisystem/card-limits/assurance';
    const approval = within(
      (await screen.findByRole('heading', { name: 'Approval' })).parentElement!,
    );
    const leadsTo = async (name: string, to: string) =>
      expect(await approval.findByRole('button', { name })).toHaveAttribute(
        'href',
        `${page}${to}`,
      );
    expect(approval.getByText('Not asked for yet')).toBeVisible();
    await leadsTo('Ask for approval', '?ask');

    const { recordId, data } = api.write(dana, {
      type: 'approval',
      data: { gate: 'deploy', decision: 'requested' },
    });
    await signal();
    expect(await approval.findByText('Waits for a decision')).toBeVisible();
    await leadsTo('Look at the request', '');
    api.may = { ...api.may, request: false, decide: true };
    await signal();
    await leadsTo('Decide', '?decide');

    const { stateHash } = await api.decisions(api.ref);
    api.write(olga, {
      type: 'approval',
      recordId,
      data: { ...data, decision: 'approved', expires: '2026-12-31' },
      stateHash,
    });
    await signal();
    expect(await approval.findByText('Valid')).toBeVisible();
    expect(approval.getByTitle('2026-12-31')).toBeVisible();

    api.profile = { ...api.profile, purpose: 'Set card limits.' };
    await signal();
    expect(await approval.findByText('Lapsed')).toBeVisible();
    expect(approval.getByText(/changed since: the profile/)).toBeVisible();
    await leadsTo('Approve again', '?decide');
  });

  it('tells that somebody decided on another tier, and until when', async () => {
    const api = new FakeSubjectApi();
    const { stateHash } = await api.decisions(api.ref);
    api.write(olga, {
      type: 'tier-override',
      data: {
        tier: 'limited',
        decision: 'approved',
        reason: 'A person decides.',
        expires: '2026-12-31',
      },
      stateHash,
    });
    await renderEntity(<PostureCard />, api);
    const tier = (await screen.findByText(/^By decision of/)).parentElement!;
    expect(tier).toHaveTextContent('LimitedBy decision of olga until');
    expect(tier).toHaveTextContent('the rule gives High');
  });

  it('leads from a control that fails to asking for an exemption', async () => {
    await renderEntity(<PostureCard />, new FakeSubjectApi());
    const assessed = (await screen.findByText('RSK-01')).closest('li')!;
    expect(
      within(assessed).getByRole('button', { name: /^Ask for an exemption/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/aisystem/card-limits/assurance?exempt=RSK-01',
    );
  });

  it('shows what is wrong with the declared profile, with its path', async () => {
    const api = new FakeSubjectApi();
    api.profileErrors = [
      { path: 'spec.data.classification', message: 'is not one of these' },
    ];
    await renderEntity(<PostureCard />, api);
    expect(
      await screen.findByText('spec.data.classification'),
    ).toBeInTheDocument();
  });

  it('says in plain words that the reader may not see it', async () => {
    const api = new FakeSubjectApi();
    api.failure = forbidden;
    await renderEntity(<PostureCard />, api);
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('shows a past day to be read, and leads back', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<PostureCard />, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'On a past day' }),
    );
    fireEvent.change(screen.getByLabelText('As of'), {
      target: { value: '2026-03-01' },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'As it was on March 1, 2026: profile, approval and results of that day.',
    );
    expect(
      await screen.findByText('First: Intended use documented'),
    ).toBeVisible();
    expect(api.askedOf).toHaveLength(1);
    for (const name of [/^Write/, /^Ask for/, /^Check again/]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
    await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(
      await screen.findByRole('button', { name: 'Check again' }),
    ).toBeVisible();
  });

  it('says what it was called on a past day, where that was something else', async () => {
    const api = new FakeSubjectApi();
    api.nowRef = 'aisystem:default/credit-limits';
    await renderEntity(<PostureCard />, api, {
      path: '/?asOf=2026-03-01T22:59:59.999Z',
    });
    const line = await screen.findByText(/It was called/);
    expect(line).toHaveTextContent(
      'It was called aisystem:default/card-limits then.',
    );
  });

  it('says so when it was not there on a past day', async () => {
    const api = new FakeSubjectApi();
    await renderEntity(<PostureCard />, api, {
      path: '/?asOf=2025-03-01T22:59:59.999Z',
    });
    expect(
      await screen.findByText(/card-limits was not in the catalog at 2025/),
    ).toBeVisible();
  });
});
