import { z } from 'zod';
import { profileSchema } from '../entity/profile';
import { sheetMappingSchema } from '../spreadsheet/mapping';
import { count } from './fields';
import { subjectHeadSchema } from './schemas';

/** How many subjects or records one request may change. */
export const mostAtOnce = 500;

const ref = z.string().min(1).max(512);

export const bulkConfirmationsRequestSchema = z.strictObject({
  subjects: z
    .array(
      z.union([
        ref,
        z.strictObject({
          ref,
          stateHash: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .describe('That was looked at: refused when it is another now'),
        }),
      ]),
    )
    .min(1)
    .max(mostAtOnce)
    .describe(
      'Full entity references, each with what was looked at or without',
    ),
  note: z.string().max(20_000).optional(),
  dryRun: z
    .boolean()
    .default(false)
    .describe('Only says what would be confirmed, and by whom it may be'),
});

export const bulkConfirmationSchema = z.object({
  ref: z.string(),
  subject: subjectHeadSchema.optional(),
  outcome: z
    .enum(['may', 'confirmed', 'already', 'refused'])
    .describe(
      'may: the caller may confirm it; already: the caller did within the last minute',
    ),
  reason: z.string().optional().describe('Why it is refused'),
  profile: profileSchema
    .optional()
    .describe('What the entry says; of a dry run only'),
  stateHash: z.string().optional().describe('Of a dry run: to be sent back'),
  recordId: z.string().optional(),
});

export const bulkConfirmationsSchema = z.object({
  items: z
    .array(bulkConfirmationSchema)
    .describe('In the order of the request, each subject once'),
});

export const bulkAssignmentsRequestSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          recordId: z.string().min(1).max(64),
          baseRevision: z.int().min(1),
          scenarios: z
            .array(z.string().max(40))
            .min(1)
            .max(200)
            .optional()
            .describe('Of a risk assessment: ids of the scenarios'),
        }),
      )
      .min(1)
      .max(mostAtOnce),
    owner: ref.optional().describe('A user or a group'),
    due: z.iso.date().optional(),
    materiality: z.enum(['material', 'routine']).optional(),
    materialityReason: z.string().min(1).max(2000).optional(),
  })
  .refine(({ owner, due }) => owner !== undefined || due !== undefined, {
    message: 'name an owner, a due date or both',
    path: ['owner'],
  });

export const bulkAssignmentsSchema = z.object({
  items: z
    .array(
      z.object({
        recordId: z.string(),
        outcome: z.enum(['assigned', 'unchanged', 'refused']),
        reason: z.string().optional().describe('Why it is refused'),
        revision: z.int().min(1).optional(),
      }),
    )
    .describe('In the order of the request'),
});

export const bulkOwnersRequestSchema = z.strictObject({
  subjects: z
    .array(
      z.strictObject({
        ref,
        baseRevision: z
          .int()
          .min(1)
          .optional()
          .describe(
            'Of the registration that was looked at: refused when it is another now',
          ),
      }),
    )
    .min(1)
    .max(mostAtOnce),
  owner: ref.describe('Full reference of a group'),
  dryRun: z.boolean().default(true).describe('Only says what would change'),
});

export const bulkOwnersSchema = z.object({
  items: z
    .array(
      z.object({
        ref: z.string(),
        subject: subjectHeadSchema.optional(),
        outcome: z
          .enum(['may', 'assigned', 'unchanged', 'at-source', 'refused'])
          .describe(
            'may: of a dry run; at-source: it is declared in a file, and is changed there',
          ),
        reason: z.string().optional().describe('Why it is refused'),
        revision: z
          .int()
          .min(1)
          .optional()
          .describe('Of the registration: the latest, or what was recorded'),
        source: z
          .object({
            location: z
              .string()
              .optional()
              .describe('The file, as the catalog names it'),
            editUrl: z.string().optional(),
            write: z.string().describe('What is to stand there'),
          })
          .optional(),
      }),
    )
    .describe('In the order of the request, each subject once'),
});

/** Types of record that a spreadsheet is taken into. */
export const sheetTypeIds = ['risk-assessment', 'vendor-assessment'] as const;
export type SheetTypeId = (typeof sheetTypeIds)[number];

export const bulkRecordsRequestSchema = z.strictObject({
  type: z.enum(sheetTypeIds),
  csv: z
    .string()
    .min(1)
    .describe('Up to 5 MB, 5,000 rows and 500 columns, with a header'),
  mapping: sheetMappingSchema
    .optional()
    .describe('Left out in a dry run: guessed from the header'),
  merge: z
    .enum(['update', 'skip'])
    .default('update')
    .describe(
      'What is there already: update takes over what the file says, skip leaves it as it is. Nothing is removed by either',
    ),
  dryRun: z.boolean().default(true),
  bases: z
    .record(z.string(), count)
    .optional()
    .describe(
      'By reference: the revision that the dry run was made on, 0 for none; a system that is at another now is refused',
    ),
});

export const bulkRecordsSchema = z.object({
  columns: z.array(
    z.object({
      position: z.int().min(1),
      header: z.string(),
      spellings: z
        .array(z.object({ text: z.string(), count }))
        .describe('What stands in it, the most frequent first; at most 50'),
      more: count.describe('Further spellings'),
    }),
  ),
  mapping: sheetMappingSchema.nullable().describe('That was gone by'),
  unmapped: z
    .array(z.string())
    .describe('What every record needs and no column was found for'),
  rows: count,
  refusedRows: count,
  refusals: z
    .array(
      z.object({
        line: count,
        column: z.string().nullable(),
        reason: z.string(),
      }),
    )
    .describe('By line; at most the first 1,000'),
  systems: z.array(
    z.object({
      subject: subjectHeadSchema,
      outcome: z.enum(['new', 'revised', 'unchanged', 'refused']),
      reason: z.string().optional(),
      lines: z.array(count),
      added: z.array(z.string()).describe('What the file adds, by its name'),
      updated: z.array(z.string()),
      kept: z.array(z.string()).describe('There already, and left as it is'),
      base: count.describe('The revision that it was made on; 0: none'),
      before: z.record(z.string(), z.unknown()).nullable().optional(),
      after: z
        .record(z.string(), z.unknown())
        .optional()
        .describe('The document as it would be; of the first 100 systems'),
      revision: z.int().min(1).optional().describe('That was recorded'),
    }),
  ),
  recorded: count.describe('Systems; 0 in a dry run'),
});

export type BulkConfirmationsRequest = z.input<
  typeof bulkConfirmationsRequestSchema
>;
export type BulkConfirmation = z.infer<typeof bulkConfirmationSchema>;
export type BulkConfirmations = z.infer<typeof bulkConfirmationsSchema>;
export type BulkAssignmentsRequest = z.input<
  typeof bulkAssignmentsRequestSchema
>;
export type BulkAssignments = z.infer<typeof bulkAssignmentsSchema>;
export type BulkOwnersRequest = z.input<typeof bulkOwnersRequestSchema>;
export type BulkOwners = z.infer<typeof bulkOwnersSchema>;
export type BulkRecordsRequest = z.input<typeof bulkRecordsRequestSchema>;
export type BulkRecords = z.infer<typeof bulkRecordsSchema>;
