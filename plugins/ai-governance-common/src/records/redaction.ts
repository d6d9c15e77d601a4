import { z } from 'zod';
import { plainLine } from './plainLine';
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
    reason: z.string().min(1).max(2000).meta({ title: 'Reason' }),
  }),
  summary: data => plainLine(data.reason),
});

export type Redaction = z.infer<typeof redaction.schema>;
