import { z } from 'zod';
import { plainLine } from './plainLine';
import { markdown, recordType } from './RecordType';

const origin = (of: string, what: string) =>
  markdown({
    title: `Origin of the ${of} data`,
    description: `${what}: where it comes from, how and when it was obtained, under which licence or right. Say so if there is none, or if it is not known.`,
  }).optional();

export const dataSheet = recordType({
  type: 'data-sheet',
  title: 'Data sheet',
  plural: 'Data sheets',
  description:
    'The data that it was built on and works with: origin, quality, preparation, handling, and where it may be biased.',
  shape: 'document',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source:
    'ISO/IEC 42001 A.7.2–A.7.6; EU AI Act Art. 10, Annex IV (2)(d); NIST AI 600-1 MP-2.1, MS-2.10; CycloneDX 1.7 componentData, modelCard.considerations.fairnessAssessments; GDPR Art. 5(1), 17',
  schema: z.strictObject({
    description: markdown({
      title: 'The data',
      description: 'What it is, how much of it, about whom and from when.',
    }).min(1),
    training: origin('training', 'What the model was trained on'),
    tuning: origin('tuning', 'What it was fitted to its task with'),
    reference: origin('reference', 'What it looks up, and is tested against'),
    qualityCriteria: markdown({
      title: 'Quality criteria',
      description:
        'What the data must be: accurate, complete, current, representative of whom, in figures.',
    }).optional(),
    qualityMet: markdown({
      title: 'How they are met',
      description: 'What was measured, when, with which result, and the gaps.',
    }).optional(),
    preparation: markdown({
      title: 'Preparation',
      description:
        'How it is selected, labelled, cleaned, enriched and combined.',
    }).optional(),
    purpose: markdown({
      title: 'Purpose of its use',
      description: 'What the data is used for, and by which right.',
    }).optional(),
    minimisation: markdown({
      title: 'Minimisation',
      description:
        'What is left out, masked or made anonymous, and why the rest is needed.',
    }).optional(),
    retention: markdown({
      title: 'Retention',
      description: 'How long it is kept, where.',
    }).optional(),
    deletion: markdown({
      title: 'Deletion',
      description:
        'How it is deleted, also from what was trained on it, and how a person asks for that.',
    }).optional(),
    bias: markdown({
      title: 'Bias',
      description:
        'Who may be over- or under-represented, which bias was looked for, found and mended.',
    }).optional(),
  }),
  summary: data => plainLine(data.description),
});

export type DataSheet = z.infer<typeof dataSheet.schema>;
