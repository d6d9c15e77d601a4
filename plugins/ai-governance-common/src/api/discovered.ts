import { z } from 'zod';
import { discoveryDecisions } from '../records/discoveryDecision';
import { instant, limit } from './fields';

/** An entity of the catalog that looks like AI, and that nobody has registered. */
export const discoveredSchema = z.object({
  ref: z.string().describe('Full lower-case entity reference'),
  title: z.string(),
  owner: z.string().optional(),
  reason: z
    .string()
    .describe('Why it looks like AI: the conditions that it meets, in words'),
  foundAt: instant.describe('When a sweep of the catalog saw it first'),
  decision: z
    .object({
      recordId: z.string(),
      revision: z.int(),
      decision: z.enum(
        Object.keys(discoveryDecisions) as (keyof typeof discoveryDecisions)[],
      ),
      until: instant.optional().describe('When it holds no longer'),
      holds: z.boolean(),
    })
    .optional()
    .describe(
      'What was decided last; for those who may read the records of the organization',
    ),
});

export const discoveredQuerySchema = z.strictObject({
  ref: z.string().optional().describe('Full reference of the entity itself'),
  owner: z.string().optional().describe('Full reference of a group or user'),
  status: z
    .enum(['open', 'decided'])
    .optional()
    .describe(
      '`decided`: a decision that the caller may read holds; `open`: none does',
    ),
  limit,
  cursor: z.string().max(600).optional(),
});

export const discoveredPageSchema = z.object({
  configured: z.boolean().describe('Whether anything is looked for'),
  items: z
    .array(discoveredSchema)
    .describe(
      'First those that nobody decided on, then those whose decision holds no longer, then the others',
    ),
  totalItems: z.int(),
  nextCursor: z.string().optional(),
  owners: z
    .array(z.object({ owner: z.string().optional(), count: z.int() }))
    .describe('How many there are of each owner, whatever `owner` asks for'),
});

export type Discovered = z.infer<typeof discoveredSchema>;
export type DiscoveredPage = z.infer<typeof discoveredPageSchema>;
export type DiscoveredQuery = z.input<typeof discoveredQuerySchema>;
