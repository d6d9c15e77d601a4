import { z } from 'zod';
import { levels } from '../results';
import { asOfQuerySchema, stateCountsSchema } from './schemas';

export const familyScorecardQuerySchema = asOfQuerySchema.extend({
  team: z
    .string()
    .optional()
    .describe('This group and those below it alone, with what they own'),
});

const cells = z
  .array(
    z.object({
      id: z.string().describe('Of a control that has a result here'),
      counts: stateCountsSchema,
      share: z
        .number()
        .min(0)
        .max(1)
        .nullable()
        .describe(
          '(pass + warning) ÷ (all − not-applicable − exempt); null when nothing is asked',
        ),
    }),
  )
  .describe('In the order of the controls');

/** One family of controls, control by control, for every team: a team with everything below it, a subject counts once. */
export const familyScorecardSchema = z.object({
  family: z.string(),
  title: z.string(),
  controls: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      level: z.enum(levels),
      holdsWhen: z.string(),
    }),
  ),
  items: z
    .array(z.object({ ref: z.string(), controls: cells }))
    .describe('Teams that have a result, by reference'),
  withoutTeam: z
    .object({ unowned: cells, ownedByPerson: cells })
    .describe('Of subjects in no team; empty where a team is asked for'),
});

export type FamilyScorecardQuery = z.input<typeof familyScorecardQuerySchema>;
export type FamilyScorecard = z.infer<typeof familyScorecardSchema>;
