import { z } from 'zod';
import { levels } from '../results';
import { asOfQuerySchema, stateCountsSchema } from './schemas';

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();
const values = z.array(z.string()).optional();

export const namedScorecardQuerySchema = asOfQuerySchema.extend({
  team: z
    .string()
    .optional()
    .describe('Of what this group owns, itself or through a group below it'),
});

/** Some controls of some subjects, of those that the caller may read. */
export const namedScorecardSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  filter: z
    .object({
      tier: values,
      sourcing: values,
      lifecycle: values,
      type: values,
      owner: values,
    })
    .describe('Which subjects it is about; empty: every one'),
  subjects: count.describe('How many these are'),
  holding: count.describe(
    'Of how many of them something is asked and all of it holds',
  ),
  counts: stateCountsSchema.describe('Over all of its controls'),
  share: share.describe(
    '(pass + warning) ÷ (all − not-applicable − exempt); null when nothing is asked',
  ),
});

export const namedScorecardsSchema = z.object({
  items: z.array(namedScorecardSchema),
});

export const namedScorecardDetailSchema = namedScorecardSchema.extend({
  controls: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      level: z.enum(levels),
      counts: stateCountsSchema,
      share,
    }),
  ),
});

export type NamedScorecardQuery = z.input<typeof namedScorecardQuerySchema>;
export type NamedScorecard = z.infer<typeof namedScorecardSchema>;
export type NamedScorecardDetail = z.infer<typeof namedScorecardDetailSchema>;
