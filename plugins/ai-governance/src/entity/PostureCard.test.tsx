import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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

    expect(await screen.findByText('First: Risk assessed')).toBeInTheDocument();
    expect(api.refreshed).toBe(1);
  });

  it('tells what stands before the next level, and why the tier is what it is', async () => {
    await renderEntity(<PostureCard />, new FakeSubjectApi());

    expect(await screen.findByText('No level yet')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '3 to bronze' }));
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
    await renderEntity(<PostureCard />, new FakeSubjectApi());

    const risk = await screen.findByRole('button', { name: /^Risk/ });
    expect(risk).toHaveAttribute('aria-expanded', 'true');
    // what was not asked of it yet is folded behind what is
    expect(screen.getByText('RSK-01')).toBeInTheDocument();
    expect(screen.queryByText('RSK-06')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 2 that need nothing' }),
    );
    expect(screen.getByText('RSK-06')).toBeInTheDocument();

    const inventory = screen.getByRole('button', { name: /^Inventory/ });
    expect(inventory).toHaveAttribute('aria-expanded', 'false');

    await userEvent.click(inventory);
    const owned = (await screen.findByText('INV-01')).closest('li')!;
    expect(owned).toHaveTextContent('Owned by group:default/credit-risk.');
    await userEvent.click(
      within(owned).getByRole('button', { name: 'Why it is asked' }),
    );
    expect(owned).toHaveTextContent(/ISO\/IEC 42001 5\.3/);
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
});
