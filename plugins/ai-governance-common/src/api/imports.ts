import { z } from 'zod';
import { count, instant } from './fields';
import { pageOf } from './schemas';

// Served by the catalog module at /api/catalog/ai-system/imports, and so not part of the API of the ai-governance backend.

/**
 * What became of a register at its last reading. The counts are those of the last reading that the catalog took: when a later one
 * was not, `warning` says why and `readAt` is later than `takenAt`.
 */
export const importReportSchema = z.object({
  id: z.string().describe('Of the configuration'),
  source: z.string().describe('The file or address, as configured'),
  readAt: instant.nullable().describe('Last attempt; null before the first'),
  takenAt: instant
    .nullable()
    .describe('Last reading that the catalog took; null before the first'),
  warning: z
    .string()
    .nullable()
    .describe('Why the last attempt changed nothing; null when it was taken'),
  rows: count,
  taken: count.describe('Rows that became an AI system'),
  refused: count.describe('Rows that did not'),
  doubtful: count.describe('Rows taken of which something was not understood'),
  groups: count,
  issues: count.describe(
    'Of refused and doubtful rows together; a row may have several',
  ),
});

export const importReportsSchema = z.object({
  items: z.array(importReportSchema),
});

/** One thing about one row. */
export const importIssueSchema = z.object({
  line: z
    .int()
    .min(1)
    .describe('Line of the file on which the row begins, from 1'),
  outcome: z
    .enum(['refused', 'doubtful'])
    .describe('refused: no AI system; doubtful: one without this'),
  column: z
    .string()
    .nullable()
    .describe('Header with position; null: the row as a whole'),
  reason: z.string(),
});

/** At most the first 10,000 issues are kept; `totalItems` counts those. */
export const importIssuesSchema = pageOf(importIssueSchema);

export const importIssuesQuerySchema = z.strictObject({
  outcome: z.enum(['refused', 'doubtful']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, 'is not a cursor')
    .optional(),
});

export type ImportReport = z.infer<typeof importReportSchema>;
export type ImportReports = z.infer<typeof importReportsSchema>;
export type ImportIssue = z.infer<typeof importIssueSchema>;
export type ImportIssues = z.infer<typeof importIssuesSchema>;
export type ImportIssuesQuery = z.input<typeof importIssuesQuerySchema>;
