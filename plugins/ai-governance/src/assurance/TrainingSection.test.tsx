import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { AssuranceTab } from './AssuranceTab';

jest.setTimeout(60_000);

describe('the training of a system', () => {
  it('says who has a part and how they stand, and lets who may record it', async () => {
    const api = new FakeSubjectApi();
    api.training = {
      items: [
        {
          person: { ref: 'user:default/dana' },
          roles: ['owner', 'user'],
          courses: [
            { course: 'AI basics', roles: ['owner'], state: 'missing' },
            {
              course: 'Working with AI',
              roles: ['user'],
              state: 'holds',
              completed: '2026-01-01',
              expires: '2027-01-01',
            },
          ],
        },
      ],
      totalItems: 1,
      counts: { lapsed: 0, missing: 1, 'runs-out': 0, holds: 1 },
      may: { record: true },
    };
    await renderEntity(<AssuranceTab />, api, { path: '/?see=training' });
    const heading = await screen.findByRole('heading', { name: 'Training' });
    expect(heading).toHaveFocus();
    expect(await screen.findByText('1 not recorded, 1 holds.')).toBeVisible();
    const table = screen.getByRole('table', {
      name: 'Training of those who have a part',
    });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      /Owner.*AI basics.*Not recorded/,
    );
    const buttons = within(table).getAllByRole('button');
    expect(buttons).toHaveLength(1);
    await userEvent.click(buttons[0]);
    await userEvent.type(screen.getByLabelText(/^Completed on/), '2026-11-02');
    const form = screen.getByRole('group', { name: /^Record a completion/ });
    await userEvent.click(within(form).getByRole('button', { name: 'Record' }));
    await waitFor(() =>
      expect(api.statedOf).toMatchObject([
        {
          of: 'user:default/dana',
          data: { course: 'AI basics', completed: '2026-11-02' },
        },
      ]),
    );
  });

  it('has no column for recording when everybody holds what is asked', async () => {
    const api = new FakeSubjectApi();
    api.training = {
      items: [
        {
          person: { ref: 'user:default/dana' },
          roles: ['owner'],
          courses: [{ course: 'AI basics', roles: ['owner'], state: 'holds' }],
        },
      ],
      totalItems: 1,
      counts: { lapsed: 0, missing: 0, 'runs-out': 0, holds: 1 },
      may: { record: true },
    };
    await renderEntity(<AssuranceTab />, api);
    const table = await screen.findByRole('table', {
      name: 'Training of those who have a part',
    });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Person', 'Part', 'Course', 'Standing']);
  });

  it('keeps what was typed for one course out of the form of another', async () => {
    const missing = (course: string) => ({
      course,
      roles: ['owner' as const],
      state: 'missing' as const,
    });
    const api = new FakeSubjectApi();
    api.training = {
      items: [
        {
          person: { ref: 'user:default/dana' },
          roles: ['owner'],
          courses: [missing('AI basics'), missing('Working with AI')],
        },
      ],
      totalItems: 1,
      counts: { lapsed: 0, missing: 2, 'runs-out': 0, holds: 0 },
      may: { record: true },
    };
    await renderEntity(<AssuranceTab />, api);
    const open = async (course: string) => {
      await userEvent.click(
        await screen.findByRole('button', {
          name: `Record ${course} of user:default/dana`,
        }),
      );
      const form = within(
        screen.getByRole('group', {
          name: `Record a completion of user:default/dana: ${course}`,
        }),
      );
      return [form.getByLabelText(/^Course/), form.getByLabelText(/^Provider/)];
    };
    const [, provider] = await open('AI basics');
    await userEvent.type(provider, 'The academy');
    const [course, empty] = await open('Working with AI');
    expect(course).toHaveValue('Working with AI');
    expect(empty).toHaveValue('');
    const [, again] = await open('AI basics');
    expect(again).toHaveValue('The academy');
  });

  it('says why nothing is asked', async () => {
    await renderEntity(<AssuranceTab />, new FakeSubjectApi());
    expect(
      await screen.findByText(/The policy asks nobody here for a course/),
    ).toBeVisible();
  });
});
