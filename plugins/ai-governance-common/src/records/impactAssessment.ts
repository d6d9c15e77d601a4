import { z } from 'zod';
import { plainLine } from './plainLine';
import { day, markdown, recordType } from './RecordType';

export const impactAssessment = recordType({
  type: 'impact-assessment',
  title: 'Impact assessment',
  plural: 'Impact assessments',
  description:
    'What it does to people and society: who is affected, what they gain and may suffer, and how they can object.',
  shape: 'document',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source:
    'ISO/IEC 42001 6.1.4, 8.4, A.5.2–A.5.5; EU AI Act Art. 27(1)(a)–(f), (3); CycloneDX 1.7 modelCard.considerations.fairnessAssessments',
  schema: z.strictObject({
    process: markdown({
      title: 'The process it is used in',
      description:
        'What it is used for there, in line with its intended use. EU AI Act Art. 27(1)(a).',
    }).min(1),
    frequency: markdown({
      title: 'How long and how often',
      description:
        'The period in which it is used, and how often. EU AI Act Art. 27(1)(b).',
    }).optional(),
    affected: markdown({
      title: 'People and groups affected',
      description:
        'Who, how many, and who of them is vulnerable, also those who do not use it. EU AI Act Art. 27(1)(c).',
    }).optional(),
    benefits: markdown({
      title: 'Benefits',
      description: 'For whom.',
    }).optional(),
    harms: markdown({
      title: 'Harms',
      description:
        'What could happen to whom of them: to rights, health, money, chances. EU AI Act Art. 27(1)(d).',
    }).optional(),
    society: markdown({
      title: 'Society and environment',
      description: 'Work, democracy, culture, energy and water.',
    }).optional(),
    fairness: markdown({
      title: 'Fairness',
      description:
        'Between which groups it was compared, by which measure, with which result.',
    }).optional(),
    explanation: markdown({
      title: 'Explanation',
      description:
        'How a person learns that AI was used, and why the outcome is what it is.',
    }).optional(),
    appeal: markdown({
      title: 'Appeal',
      description:
        'How a person objects, who decides anew and by when. EU AI Act Art. 27(1)(f).',
    }).optional(),
    oversight: markdown({
      title: 'Human oversight in use',
      description:
        'How people watch it, as its instructions ask. EU AI Act Art. 27(1)(e).',
    }).optional(),
    measures: markdown({
      title: 'When harm happens',
      description:
        'What is done, who is in charge, where complaints go. EU AI Act Art. 27(1)(f).',
    }).optional(),
    consulted: markdown({
      title: 'Who was heard',
      description: 'People affected or who speak for them, and what they said.',
    }).optional(),
    authorityNotified: day({
      title: 'Authority notified on',
      description: 'The market surveillance authority. EU AI Act Art. 27(3).',
    }).optional(),
  }),
  summary: data => plainLine(data.process),
});

export type ImpactAssessment = z.infer<typeof impactAssessment.schema>;
