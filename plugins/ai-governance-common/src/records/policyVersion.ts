import { policySchema } from '../policy/schema';
import { recordType } from './RecordType';

export const policyVersion = recordType({
  type: 'policy',
  title: 'Policy',
  plural: 'Policies',
  description:
    'The governance policy as it was loaded, a revision each time it changes.',
  shape: 'document',
  streams: ['organization'],
  writtenBy: 'system',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 5.2, A.2.2–A.2.4',
  schema: policySchema,
  summary: data => `${data.title}, ${data.version}`,
});
