import { BulkRecords } from 'backstage-plugin-ai-governance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAiGovernance } from '../__testUtils__/FakeAiGovernance';
import { openPortal } from '../__testUtils__/openPortal';

const read: BulkRecords = {
  columns: ['System', 'Risk', 'Type', 'Likelihood', 'Impact'].map(
    (header, i) => ({
      position: i + 1,
      header,
      spellings: i === 3 ? [{ text: 'Frequent', count: 2 }] : [],
      more: 0,
    }),
  ),
  mapping: {
    subject: { column: 'System' },
    fields: {
      'scenarios[].title': { column: 'Risk' },
      'scenarios[].category': { column: 'Type' },
      'scenarios[].inherent.likelihood': { column: 'Likelihood' },
      'scenarios[].inherent.consequence': { column: 'Impact' },
    },
  },
  unmapped: [],
  rows: 3,
  refusedRows: 1,
  refusals: [{ line: 4, column: 'Type (3)', reason: '"?" is none of them' }],
  systems: [
    {
      subject: { ref: 'aisystem:default/bot', title: 'Bot' },
      outcome: 'new',
      lines: [2, 3],
      added: ['Leak', 'Outage'],
      updated: [],
      kept: [],
      base: 0,
      before: null,
      after: { scenarios: [] },
    },
  ],
  recorded: 0,
};

describe('Importing a spreadsheet', () => {
  it('reads it, asks what words mean, shows what would be recorded, then records that', async () => {
    const api = new FakeAiGovernance();
    api.importAnswer = ({ dryRun }) =>
      dryRun === false
        ? {
            ...read,
            recorded: 1,
            systems: [{ ...read.systems[0], revision: 1 }],
          }
        : read;
    openPortal('/ai-governance/registers/import?type=risk-assessment', api);
    // as Excel on Windows writes it
    const bytes = Uint8Array.from([0x5a, 0x6f, 0xeb, 0x0a, 0x78]);
    const file = new File([bytes], 'risks.csv', { type: 'text/csv' });
    await userEvent.upload(await screen.findByLabelText('CSV file'), file);
    expect(
      await screen.findByLabelText(/^Inherent risk › Likelihood\s\*$/),
    ).toHaveValue('4');
    expect(screen.getByText('Read: risks.csv')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Choose another file' }),
    ).toBeVisible();
    expect(api.imported[0]).toMatchObject({
      type: 'risk-assessment',
      csv: 'Zoë\nx',
    });
    await userEvent.selectOptions(
      screen.getByLabelText('Inherent risk › Likelihood: Frequent means'),
      '4 (high)',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show what would be recorded' }),
    );
    const systems = within(
      await screen.findByRole('list', { name: 'Systems' }),
    );
    expect(
      screen.getByRole('heading', { name: 'What would be recorded' }),
    ).toHaveFocus();
    expect(
      systems.getByText(/Would be written: .* from lines 2, 3/),
    ).toBeVisible();
    expect(systems.getByText('Added: Leak; Outage')).toBeVisible();
    expect(
      within(screen.getByRole('table', { name: 'Refused rows' })).getByRole(
        'row',
        { name: '4 Type (3) "?" is none of them' },
      ),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Record for 1 system' }),
    );
    expect(await screen.findByText(/Recorded for 1 system\./)).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'What was recorded' }),
    ).toHaveFocus();
    expect(api.imported.at(-1)).toMatchObject({
      dryRun: false,
      bases: { 'aisystem:default/bot': 0 },
      mapping: {
        fields: {
          'scenarios[].inherent.likelihood': {
            column: 'Likelihood',
            values: { 4: ['Frequent'] },
          },
        },
      },
    });
    expect(
      screen.queryByRole('button', { name: /^Record for/ }),
    ).not.toBeInTheDocument();
  });

  it('refuses what is no text, and says what the server finds wrong', async () => {
    const api = new FakeAiGovernance();
    openPortal('/ai-governance/registers/import', api);
    const bytes = Uint8Array.from([0x50, 0x4b, 0]);
    const file = new File([bytes], 'risks.csv');
    await userEvent.upload(await screen.findByLabelText('CSV file'), file);
    expect(await screen.findByText(/This is no CSV file/)).toBeVisible();
    api.failure = new Error('body.csv: a quote in it is not closed');
    await userEvent.click(
      screen.getByRole('button', { name: 'Paste it instead' }),
    );
    await userEvent.type(
      screen.getByLabelText(/^Cells with their header/),
      'x',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Read it' }));
    await waitFor(() =>
      expect(
        screen.getByText('body.csv: a quote in it is not closed'),
      ).toBeVisible(),
    );
  });
});
