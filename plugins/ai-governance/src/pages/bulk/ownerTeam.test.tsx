import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BulkOwners } from 'backstage-plugin-ai-governance-common';
import { FakeAiGovernance, subject } from '../__testUtils__/FakeAiGovernance';
import { openPortal } from '../__testUtils__/openPortal';

const ref = (name: string) => `aisystem:default/${name}`;

describe('Assigning an owner team to many', () => {
  it('shows what will change, does it, and says line by line what was not done', async () => {
    const api = new FakeAiGovernance();
    api.subjectList = ['notes', 'drafts', 'coded', 'foreign'].map(name =>
      subject(name),
    );
    const head = (name: string) => ({
      ref: ref(name),
      subject: { ref: ref(name), title: name },
    });
    const look: BulkOwners['items'] = [
      { ...head('notes'), outcome: 'may', revision: 3 },
      { ...head('drafts'), outcome: 'may', revision: 1 },
      {
        ...head('coded'),
        outcome: 'at-source',
        source: {
          location: 'https://git.example.com/catalog-info.yaml',
          editUrl: 'https://git.example.com/edit',
          write: 'spec:\n  owner: group:default/lending',
        },
      },
      { ...head('foreign'), outcome: 'refused', reason: 'It is not yours.' },
    ];
    api.ownersAnswer = ({ dryRun }) =>
      dryRun
        ? look
        : [
            { ...head('notes'), outcome: 'assigned', revision: 4 },
            {
              ...head('drafts'),
              outcome: 'refused',
              reason: 'It was revised meanwhile.',
            },
          ];
    openPortal('/ai-governance/inventory', api);
    expect(
      await screen.findByRole('button', { name: 'Assign owner team' }),
    ).toBeDisabled();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Choose all of this page' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Assign owner team' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const button = (name: string) => dialog.getByRole('button', { name });
    expect(button('Show what will change')).toBeDisabled();
    await userEvent.type(
      dialog.getByLabelText('Owner team'),
      'group:default/lending{Enter}',
    );
    await waitFor(() => expect(button('Show what will change')).toBeEnabled());
    await userEvent.click(button('Show what will change'));
    expect(
      await dialog.findByText('2 of 4 will be changed here.'),
    ).toBeVisible();
    const lines = within(dialog.getByRole('list', { name: 'Systems' }));
    expect(lines.getAllByText('Will be owned by lending')).toHaveLength(2);
    expect(lines.getByText('Not assigned: It is not yours.')).toBeVisible();
    expect(lines.getByText(/owner: group:default\/lending/)).toBeVisible();
    expect(lines.getByRole('link', { name: /Edit at source/ })).toHaveAttribute(
      'href',
      'https://git.example.com/edit',
    );
    expect(api.ownersAsked).toHaveLength(1);

    await userEvent.click(button('Assign 2'));
    expect(await dialog.findByText(/1 of 2 assigned/)).toBeVisible();
    expect(lines.getByText('Assigned to lending')).toBeVisible();
    expect(
      lines.getByText('Not assigned: It was revised meanwhile.'),
    ).toBeVisible();
    expect(api.ownersAsked.at(-1)).toEqual({
      owner: 'group:default/lending',
      subjects: [
        { ref: ref('notes'), baseRevision: 3 },
        { ref: ref('drafts'), baseRevision: 1 },
      ],
      dryRun: false,
    });
    await userEvent.click(button('Close'));
    await waitFor(() =>
      expect(screen.getByText(/Choose rows to do something/)).toBeVisible(),
    );
  });
});
