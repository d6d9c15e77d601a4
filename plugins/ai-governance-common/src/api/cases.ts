import { z } from 'zod';
import { severities } from '../records/caseMoves';

/** The steps of a case, in their order: what went wrong, what was done, that it works, what was changed, and that it is approved anew. */
export const caseStages = [
  'breach',
  'incident',
  'action',
  'verification',
  'change',
  'approval',
] as const;
export type CaseStage = (typeof caseStages)[number];

const severity = z.enum(severities);
const day = z.iso.date();

export const caseStepSchema = z.object({
  stage: z.enum(caseStages),
  standing: z
    .enum(['done', 'running', 'late', 'missing', 'cancelled'])
    .describe('`late`: past its date; `missing`: nothing is recorded yet'),
  type: z.string().describe('Type of the record that says it, or is to say it'),
  recordId: z.string().optional().describe('Absent: it is not written yet'),
  of: z
    .string()
    .optional()
    .describe('Id of the record that it comes from or looks at'),
  measure: z
    .string()
    .optional()
    .describe('Of a breach: the measure whose threshold was breached'),
  title: z.string(),
  state: z.string().describe('In one word or two'),
  severity: severity.optional(),
  on: day.optional().describe('When it was seen, done or decided'),
  due: day.optional(),
  by: z
    .string()
    .optional()
    .describe('Who did it or is to do it: a reference, or the name of a tool'),
  next: z.string().optional().describe('What is missing here, as a sentence'),
});

export const caseSchema = z.object({
  id: z.string().describe('Id of the record that it begins with'),
  title: z.string(),
  standing: z.enum(['settled', 'running', 'late']),
  severity: severity.optional().describe('The gravest of its records'),
  began: day,
  due: day.optional().describe('The next date that is to be kept'),
  records: z.array(z.string()).describe('Ids of all of its records'),
  steps: z.array(caseStepSchema),
});

export type CaseStep = z.infer<typeof caseStepSchema>;
export type Case = z.infer<typeof caseSchema>;
