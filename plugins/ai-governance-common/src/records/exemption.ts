import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { admitDecision, decisionTakes } from '../decisions/admitDecision';
import { Deciding } from '../decisions/Deciding';
import { decisionFields } from '../decisions/decisionFields';
import { decisionNote, grantDecision, lastDay } from './grantFields';
import { line, markdown, recordType } from './RecordType';

const decides: Deciding<any> = {
  question: ({ control }, _, { controlIds }) => {
    if (!controlIds.includes(control)) {
      throw new InputError(`data.control: there is no control ${control}`);
    }
    return { kind: 'exemption' };
  },
  authors: () => [],
};

export const exemption = recordType({
  type: 'exemption',
  title: 'Exemption',
  plural: 'Exemptions',
  description:
    'That one control is waived for a time, why, and what is done instead. It never counts as a pass.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  takes: decisionTakes,
  decides,
  schemaVersion: 1,
  source: 'ISO/IEC 42001 6.1.3, 8.1',
  schema: z.strictObject({
    control: line(
      { title: 'Control', description: 'Its id, such as DOC-03.' },
      64,
    ),
    decision: grantDecision,
    reason: markdown({ title: 'Reason' }).min(1),
    compensating: markdown({
      title: 'Compensating measure',
      description: 'What is done instead, so that the risk stays bounded.',
    }).min(1),
    note: decisionNote,
    expires: lastDay,
    ...decisionFields,
  }),
  summary: ({ control, decision }) => `${control}: ${decision}`,
  admit: admission =>
    admitDecision(admission, {
      ...decides,
      fixed: ['control'],
      longest: (_, { policy }) => policy.longest.exemption,
    }),
});

export type Exemption = z.infer<typeof exemption.schema>;
