import { z } from 'zod';
import { line, recordType } from './RecordType';

export const redaction = recordType({
  type: 'redaction',
  title: 'Redaction',
  plural: 'Redactions',
  description: 'That the data of a revision was erased, by whom and why.',
  shape: 'entry',
  streams: ['subject', 'person', 'team', 'organization'],
  writtenBy: 'system',
  schemaVersion: 1,
  source: 'GDPR Art. 17',
  schema: z.strictObject({
    recordId: line({ title: 'Record' }, 36),
    revision: z.int().min(1).meta({ title: 'Revision' }),
    reason: line({ title: 'Reason' }, 2000),
  }),
  summary: data => data.reason,
});

export type Redaction = z.infer<typeof redaction.schema>;
