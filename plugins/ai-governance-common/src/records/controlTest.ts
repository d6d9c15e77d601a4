import { InputError, NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import { dayOf } from '../instant';
import { evidenceIds } from './evidence';
import { day, line, link, markdown, recordType } from './RecordType';

export const controlTest = recordType({
  type: 'control-test',
  title: 'Control test',
  plural: 'Control tests',
  description:
    'That somebody other than the owner tested a control: how, on what sample, and what they found.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  takes: () => 'assure',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 9.2; NIST AI RMF MEASURE 1.3',
  schema: z.strictObject({
    control: line(
      { title: 'Control', description: 'Its id, such as DOC-03.' },
      64,
    ),
    testedOn: day({ title: 'Tested on' }),
    method: markdown({ title: 'Method' }).min(1),
    sample: line({ title: 'Sample' }, 500).optional(),
    result: z
      .enum(['effective', 'partly-effective', 'not-effective'])
      .meta({ title: 'Result' }),
    findings: markdown({ title: 'Findings' }).optional(),
    evidence: link({ title: 'Evidence' }).optional(),
    evidenceRecords: evidenceIds(
      'Evidence records',
      'The evidence that was looked at: from then on it counts.',
    ).optional(),
  }),
  summary: ({ control, result }) =>
    `${control}: ${result.replaceAll('-', ' ')}`,
  admit: ({ data, author, at, subject, people }) => {
    const { owner } = subject!.profile;
    if (
      owner &&
      (owner === author || people.membersOf(owner).includes(author))
    ) {
      throw new NotAllowedError(
        `${author} is of the owner ${owner}: somebody else tests the controls.`,
      );
    }
    if (data.testedOn > dayOf(at)) {
      throw new InputError(
        `data.testedOn: must not be in the future, and is ${data.testedOn}`,
      );
    }
    return data;
  },
});

export type ControlTest = z.infer<typeof controlTest.schema>;
