import { z } from 'zod';
import { plainLine } from './plainLine';
import { markdown, recordType } from './RecordType';

export const operations = recordType({
  type: 'operations',
  title: 'Operations',
  plural: 'Operations',
  description:
    'How it is run: who has access, what is logged, how it is updated, and what is done when it goes wrong.',
  shape: 'document',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source:
    'ISO/IEC 42001 A.3.3, A.6.2.6, A.6.2.8, A.8.4; NIST AI RMF MANAGE 2.4, 4.1, 4.3; NIST AI 600-1 MG-2.4, MG-4.3; EU AI Act Art. 12, 26(5)–(6), 73, Annex IV (2)(f), (3), (6)',
  schema: z.strictObject({
    overview: markdown({
      title: 'Overview',
      description: 'Where it runs and who operates it.',
    }).min(1),
    access: markdown({
      title: 'Access',
      description:
        'Who may use it, who may change it, with which rights, and how they are given and taken back.',
    }).optional(),
    logging: markdown({
      title: 'Logging',
      description:
        'Which prompts, outputs, decisions and changes are recorded, and who reads them.',
    }).optional(),
    logRetention: markdown({
      title: 'Retention of logs',
      description: 'How long they are kept, where, and how they are deleted.',
    }).optional(),
    updates: markdown({
      title: 'Updates',
      description:
        'How a new model, prompt or configuration is tried, approved, rolled out and rolled back.',
    }).optional(),
    retraining: markdown({
      title: 'Retraining',
      description:
        'When, on which data, and what is compared before it is used; or why it is never retrained.',
    }).optional(),
    drift: markdown({
      title: 'Drift',
      description:
        'How drift is seen, from which measure on, and what follows.',
    }).optional(),
    responders: markdown({
      title: 'Incidents: who acts',
      description:
        'Who is called, who decides, and where users and others report concerns.',
    }).optional(),
    responseTimes: markdown({
      title: 'Incidents: how fast',
      description: 'How soon somebody acts, by severity.',
    }).optional(),
    notified: markdown({
      title: 'Incidents: who is told',
      description:
        'Users, people affected, the vendor, authorities, and by when.',
    }).optional(),
    switchOff: markdown({
      title: 'How to switch it off',
      description: 'Step by step, who may, and what is done without it.',
    }).optional(),
  }),
  summary: data => plainLine(data.overview),
});

export type Operations = z.infer<typeof operations.schema>;
