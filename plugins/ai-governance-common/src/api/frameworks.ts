import { z } from 'zod';
import { implementationStates, requirementStandings } from '../frameworks';
import { applicability } from '../records';
import { asOfQuerySchema, stateCountsSchema } from './schemas';

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();

/** Of everything that the caller may read, or of one team. */
export const coverageQuerySchema = asOfQuerySchema.extend({
  team: z
    .string()
    .optional()
    .describe(
      'Of what this group owns, itself or through a group below it; without the controls of the organization as a whole',
    ),
});

export const frameworkSchema = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string().describe('Edition'),
  source: z.string().describe('Where it was read'),
  licence: z.string(),
  requirements: count.describe('Without headings that others stand under'),
  standings: z
    .record(z.enum(requirementStandings), count)
    .describe('How many requirements stand how'),
});

export const frameworksSchema = z.object({ items: z.array(frameworkSchema) });

export const requirementCoverageSchema = z.object({
  id: z.string(),
  title: z.string(),
  parent: z.string().optional(),
  from: z.iso.date().optional().describe('The day from which it applies'),
  controls: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        counts: stateCountsSchema,
      }),
    )
    .describe('Those that answer it; which do is our reading'),
  counts: stateCountsSchema,
  share,
  standing: z
    .enum(requirementStandings)
    .optional()
    .describe('Absent for a heading that others stand under'),
});

export const coverageSchema = z.object({
  framework: frameworkSchema,
  items: z.array(requirementCoverageSchema),
});

export const applicabilityLineSchema = requirementCoverageSchema.extend({
  stated: z
    .object({
      recordId: z.string(),
      data: applicability.schema,
      author: z.string(),
      recordedAt: z.iso.datetime({ precision: 3 }),
    })
    .optional()
    .describe('Absent: nobody has said whether it applies'),
  implementation: z
    .enum(implementationStates)
    .optional()
    .describe('Absent where it is left out, or where nothing says it'),
  impliedBy: z
    .enum(['controls', 'statement'])
    .optional()
    .describe('What says how it is implemented'),
});

export const statementOfApplicabilitySchema = z.object({
  items: z.array(applicabilityLineSchema),
});

export type CoverageQuery = z.input<typeof coverageQuerySchema>;
export type FrameworkView = z.infer<typeof frameworkSchema>;
export type Coverage = z.infer<typeof coverageSchema>;
export type StatementOfApplicability = z.infer<
  typeof statementOfApplicabilitySchema
>;
