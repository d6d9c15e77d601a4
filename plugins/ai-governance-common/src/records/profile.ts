import { profileSchema } from '../entity/profile';
import { plainLine } from './plainLine';
import { recordType } from './RecordType';

export const profile = recordType({
  type: 'profile',
  title: 'Profile',
  plural: 'Profiles',
  description:
    'The declared facts of the subject as observed in the catalog, a revision each time they change.',
  shape: 'document',
  streams: ['subject'],
  writtenBy: 'system',
  schemaVersion: 2,
  source: 'ISO/IEC 42001 A.4.2',
  schema: profileSchema,
  summary: data => plainLine(data.purpose ?? ''),
});
