import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { recordType } from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { DocumentTab } from './DocumentTab';

forbidConsole();
beforeEach(() => window.localStorage.clear());

// A type that none of this package knows of: its schema is enough to write and to read it.
const operations = recordType({
  type: 'operations',
  title: 'Operations',
  plural: 'Operations',
  description: 'How it is run.',
  shape: 'document',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'a test',
  schema: z.strictObject({
    stopping: z
      .string()
      .min(1)
      .meta({ title: 'How to stop it', format: 'markdown' }),
    contact: z
      .string()
      .meta({ title: 'Contact', format: 'entityRef', kinds: ['User'] })
      .optional(),
    mode: z.enum(['on-call', 'office-hours']).meta({ title: 'Watched' }),
    reviewed: z.iso
      .date()
      .meta({ title: 'Reviewed on', format: 'date' })
      .optional(),
    monitored: z.boolean().meta({ title: 'Is it monitored?' }).optional(),
  }),
  summary: data => data.mode,
});

it('writes and reads a record type from its schema alone', async () => {
  const api = new FakeSubjectApi();
  await renderEntity(
    <DocumentTab
      type={operations}
      empty={{ title: 'Nothing yet', text: '', action: 'Begin' }}
    />,
    api,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Begin' }));
  await userEvent.type(
    await screen.findByLabelText(/^How to stop it/, { selector: 'textarea' }),
    'Pull the **plug**',
  );
  await userEvent.type(screen.getByRole('textbox', { name: 'Contact' }), 'dan');
  await userEvent.click(
    await screen.findByRole('option', { name: /Dana Keller/ }),
  );
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: /^Watched/ }),
    'on-call',
  );
  await userEvent.type(screen.getByLabelText('Reviewed on'), '2026-11-01');
  await userEvent.click(
    screen.getByRole('checkbox', { name: 'Is it monitored?' }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  expect((await screen.findByText('plug')).tagName).toBe('STRONG');
  expect(screen.getByText('On call')).toBeInTheDocument();
  expect(screen.getByText('2026-11-01')).toBeInTheDocument();
  expect(screen.getByText('Yes')).toBeInTheDocument();
  expect(api.appended[0].data).toEqual({
    stopping: 'Pull the **plug**',
    contact: 'user:default/dana',
    mode: 'on-call',
    reviewed: '2026-11-01',
    monitored: true,
  });
});
