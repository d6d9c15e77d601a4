import { z } from 'zod';
import { instant } from './fields';

/** Annotation of a subject that names the folder with its documents: an address, or a path beside its `catalog-info.yaml`. */
export const RECORDS_ANNOTATION = 'ai-governance/records';

const sourceProblem = z.object({
  path: z.string().describe('In the data; empty: the file as a whole'),
  message: z.string(),
});

/** A file that a record comes from. */
export const sourceFileSchema = z.object({
  type: z.string(),
  recordId: z.string().nullable().describe('Null: it was never without fault'),
  path: z.string().describe('Below the location'),
  url: z.string().optional().describe('Where it is edited, http or https'),
  revision: z
    .int()
    .nullable()
    .describe('The last that came from it; the record may have later ones'),
  readAt: instant.describe('When what it says was taken'),
  problems: z
    .array(sourceProblem)
    .describe(
      'Why what it says now is not taken; the last good revision stays',
    ),
  goneAt: instant
    .nullable()
    .describe(
      'Since when it is no longer there: the record is written in the portal again',
    ),
});

/** Where the documents of a subject are read from, of one that is annotated `ai-governance/records`. */
export const recordSourceSchema = z.object({
  location: z
    .string()
    .describe('Address of the folder, or its path below a configured root'),
  readAt: instant.nullable().describe('When it was last read without fault'),
  problem: z
    .string()
    .nullable()
    .describe('Why it could not be read the last time; null: it could'),
  files: z.array(sourceFileSchema),
  ignored: z
    .array(z.object({ path: z.string(), reason: z.string() }))
    .describe('Files that say nothing here, and why'),
});

export type SourceFile = z.infer<typeof sourceFileSchema>;
export type RecordSource = z.infer<typeof recordSourceSchema>;

/** The file that a document comes from; undefined when it is written in the portal. Of a document that is no longer there too: see `goneAt`. */
export const sourceOfDocument = (
  source: RecordSource | undefined,
  type: string,
): SourceFile | undefined => source?.files.find(f => f.type === type);

/** The file that an entry comes from. */
export const sourceOfRecord = (
  source: RecordSource | undefined,
  recordId: string,
): SourceFile | undefined => source?.files.find(f => f.recordId === recordId);
