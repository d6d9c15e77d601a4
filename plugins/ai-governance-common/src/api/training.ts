import { z } from 'zod';
import {
  CompletionColumn,
  completionColumns,
  CompletionDateFormat,
  completionDateFormats,
} from '../training/completionsFile';
import { trainingRoles, trainingStates } from '../training/needs';
import { count, instant, limit, list } from './fields';
import { Page, pageOf, subjectHeadSchema } from './schemas';

const day = z.iso.date();
const cursor = z.string().max(4000).optional();

const person = z.object({
  ref: z.string().describe('Full lower-case reference of a user'),
  title: z.string().optional(),
});
const held = {
  state: z.enum(trainingStates),
  completed: day.optional().describe('Absent: it is missing'),
  expires: day.optional().describe('The last day; absent: it lasts'),
};

/** A course that somebody's part in a subject asks for. */
const courseAsked = z.object({
  course: z.string().describe('As the policy writes it'),
  roles: z.array(z.enum(trainingRoles)).describe('The parts that ask for it'),
  ...held,
});

/** Who has a part in a subject, and how they stand with the courses that it asks for. */
export const subjectTrainingSchema = pageOf(
  z.object({
    person,
    roles: z.array(z.enum(trainingRoles)),
    courses: z.array(courseAsked),
  }),
).extend({
  counts: z
    .record(z.enum(trainingStates), count)
    .describe('Courses of people, of the whole list'),
  may: z
    .object({ record: z.boolean() })
    .describe('Whether the reader may record completions'),
});

export const subjectTrainingQuerySchema = z.strictObject({ limit, cursor });

/** One course that somebody lacks, or will soon, for one subject or several. */
export const trainingGapSchema = z.object({
  person,
  ...courseAsked.shape,
  subjects: z
    .array(subjectHeadSchema)
    .describe('The first three that ask for it, of those the reader may see'),
  subjectCount: count,
});

export const trainingGapFilterSchema = z.strictObject({
  course: list.optional(),
  team: z
    .string()
    .optional()
    .describe('Asked for by subjects of this group or of one below it'),
  person: z.string().optional().describe('Full reference of a user'),
  state: list
    .optional()
    .describe('lapsed, missing, runs-out, holds; default: all but holds'),
});

export const trainingGapsQuerySchema = trainingGapFilterSchema.extend({
  limit,
  cursor,
});

/** A completion in the register. */
export const completionSchema = z.object({
  recordId: z.string(),
  person,
  course: z.string(),
  completed: day,
  expires: day.optional(),
  provider: z.string().optional(),
  state: z
    .enum(['lapsed', 'runs-out', 'holds', 'withdrawn'])
    .describe('Of this completion by itself'),
  recordedAt: instant,
  author: z.string(),
});

export const completionFilterSchema = z.strictObject({
  person: z.string().optional().describe('Full reference of a user'),
  course: list.optional(),
  state: list.optional().describe('lapsed, runs-out, holds, withdrawn'),
  q: z.string().max(200).optional().describe('In person or course'),
});

export const completionsQuerySchema = completionFilterSchema.extend({
  limit,
  cursor,
});

/** Characters of a file at most. */
export const largestCompletionsFile = 5_000_000;
/** Rows of a file at most, without its header. */
export const mostCompletions = 20_000;

const columnName = z.string().min(1).max(200);

export const uploadCompletionsSchema = z.strictObject({
  csv: z
    .string()
    .min(1)
    .max(
      largestCompletionsFile,
      'is larger than 5 million characters; split the file',
    )
    .describe('A CSV file (RFC 4180) with a header'),
  columns: z
    .strictObject({
      person: columnName,
      course: columnName,
      completed: columnName,
      expires: columnName.optional(),
      provider: columnName.optional(),
    } satisfies Record<CompletionColumn, unknown>)
    .optional()
    .describe('Headers of the columns; default: guessed by their names'),
  dateFormat: z
    .enum(
      Object.keys(completionDateFormats) as [
        CompletionDateFormat,
        ...CompletionDateFormat[],
      ],
    )
    .default('iso')
    .describe('How dates are written; ISO 8601 is always understood'),
  dryRun: z.boolean().default(false).describe('Reports and writes nothing'),
});

/** What became of a file. */
export const completionsReportSchema = z.object({
  dryRun: z.boolean(),
  columns: z.partialRecord(z.enum(completionColumns), z.string()),
  rows: count,
  recorded: count.describe('With `dryRun`: what would be'),
  alreadyThere: count,
  refused: count,
  issues: z
    .array(
      z.object({
        line: z.int().min(1).describe('Of the file, from 1'),
        reason: z.string(),
      }),
    )
    .describe('The first 1,000 rows that were refused'),
  otherCourses: z
    .array(z.string())
    .describe('The first 50 courses that the policy does not name'),
});

export type SubjectTraining = z.infer<typeof subjectTrainingSchema>;
export type SubjectTrainingQuery = z.input<typeof subjectTrainingQuerySchema>;
export type TrainingGap = z.infer<typeof trainingGapSchema>;
export type TrainingGaps = Page<TrainingGap>;
export type TrainingGapFilter = z.input<typeof trainingGapFilterSchema>;
export type TrainingGapsQuery = z.input<typeof trainingGapsQuerySchema>;
export type Completion = z.infer<typeof completionSchema>;
export type Completions = Page<Completion>;
export type CompletionFilter = z.input<typeof completionFilterSchema>;
export type CompletionsQuery = z.input<typeof completionsQuerySchema>;
export type UploadCompletions = z.input<typeof uploadCompletionsSchema>;
export type CompletionsReport = z.infer<typeof completionsReportSchema>;
