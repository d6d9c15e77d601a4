import { z } from 'zod';
import { breachLinks } from './breachLinks';
import { line, link, markdown, recordType } from './RecordType';

export const changeKinds = [
  'model',
  'prompt',
  'configuration',
  'data',
  'workflow',
  'vendor',
  'integration',
] as const;

export const change = recordType({
  type: 'change',
  title: 'Change',
  plural: 'Changes',
  description:
    'A change of the model, prompt, configuration, data, workflow, vendor or integration, and why it was made.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 6.3, 8.1, A.6.2.6; EU AI Act Annex IV (6)',
  schema: z.strictObject({
    kind: z.enum(changeKinds).meta({ title: 'What changed' }),
    title: line({ title: 'Title' }, 200),
    from: line({ title: 'From' }, 500).optional(),
    to: line({ title: 'To' }, 500).optional(),
    why: markdown({ title: 'Why' }).min(1),
    rollback: markdown({ title: 'How to roll back' }).optional(),
    link: link({ title: 'Commit or pull request' }).optional(),
    origin: z
      .enum(['person', 'pipeline', 'feed', 'agent'])
      .meta({
        title: 'Reported by',
        description: 'An agent reports for the person who is its author.',
      })
      .default('person'),
    breaches: breachLinks.optional(),
  }),
  summary: data => data.title,
});

export type Change = z.infer<typeof change.schema>;
