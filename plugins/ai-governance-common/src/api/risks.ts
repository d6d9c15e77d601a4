import { z } from 'zod';
import { riskLevels } from '../risk/matrix';
import { limit, list } from './fields';
import { subjectHeadSchema } from './schemas';

const level = z.enum(riskLevels);
const levelFilter = list.describe(riskLevels.join(', '));

/** One scenario of the assessment of a subject, with its levels at the instant of asking. */
export const riskSchema = z.object({
  subject: subjectHeadSchema,
  recordId: z.string().describe('Of the assessment'),
  revision: z.int().min(1).describe('Of the assessment, as it was judged'),
  scenario: z.string().describe('Id within the assessment'),
  title: z.string(),
  category: z.string(),
  inherent: level,
  current: level.describe(
    'Rests on evidence; the inherent one while that does not count',
  ),
  target: level.optional().describe('What is left when it is treated'),
  tolerance: level.describe('The gravest that needs no treatment here'),
  aboveTolerance: z.boolean().describe('By its current level'),
  treatment: z
    .object({
      strategy: z.string(),
      owner: z.string().optional(),
      due: z.string().optional(),
      completed: z.string().optional(),
    })
    .optional(),
});

export const riskFilterSchema = z.strictObject({
  owner: list.optional().describe('Declared owner of the subject'),
  team: z
    .string()
    .optional()
    .describe('The subject is owned by this group or by one below it'),
  tier: list.optional(),
  inherent: levelFilter.optional(),
  current: levelFilter.optional(),
  target: levelFilter.optional(),
  category: list.optional(),
  aboveTolerance: z
    .enum(['true', 'false'])
    .optional()
    .describe('By its current level'),
  q: z.string().max(200).optional().describe('In the title of the scenario'),
  orderBy: z
    .enum(['current', 'inherent', 'target'])
    .default('current')
    .describe('Of one level by the title of the subject'),
  order: z
    .enum(['asc', 'desc'])
    .default('desc')
    .describe('desc: the gravest first; what has no target is last either way'),
});

export const risksQuerySchema = riskFilterSchema.extend({
  limit,
  cursor: z.string().max(4000).optional(),
});

export type Risk = z.infer<typeof riskSchema>;
export type RisksQuery = z.input<typeof risksQuerySchema>;
