import { z } from 'zod';
import { count } from './fields';
import { subjectSummarySchema } from './schemas';

const stepSchema = z.object({
  relation: z
    .string()
    .describe('By which the one before is tied to this one, as in the catalog'),
  ref: z.string(),
  title: z.string(),
  kind: z.string().describe('Lower case'),
});

/** An entity that the walk through the catalog came to. */
export const graphEntitySchema = z.object({
  ref: z.string().describe('Full lower-case entity reference'),
  title: z.string(),
  kind: z.string().describe('Lower case'),
  type: z.string().optional(),
  owner: z.string().optional().describe('Full lower-case entity reference'),
  path: z
    .array(stepSchema)
    .min(1)
    .describe(
      'A shortest way there, without the entity that was asked about; the last step is this entity',
    ),
  subject: subjectSummarySchema
    .optional()
    .describe(
      'Its standing, where it is a subject of governance that the caller may read',
    ),
});

export const graphListSchema = z.object({
  items: z
    .array(graphEntitySchema)
    .describe('The nearest first, then by title; each once'),
  totalItems: count,
  cut: z
    .boolean()
    .describe('There is more than was walked: too far away, or too many'),
  limits: z.object({
    steps: count.describe('How far was walked'),
    entities: count.describe('How many entities were looked at, at most'),
  }),
});

export const restingListSchema = graphListSchema.extend({
  owners: z
    .array(z.object({ owner: z.string().optional(), count }))
    .describe('How many of them each owns, the most first'),
});

export type GraphEntity = z.infer<typeof graphEntitySchema>;
export type GraphList = z.infer<typeof graphListSchema>;
export type RestingList = z.infer<typeof restingListSchema>;
