import { z } from 'zod';
import { cleanText } from '../text';
import type { SheetType } from './fields';

const spelling = z.string().trim().min(1).max(500);
const spellings = z.record(z.string().min(1), z.array(spelling).min(1));

/**
 * A column, in the words of the mappings of registers: the text of its header, its position counted from 1, or both, so that a new layout is
 * refused and not misread.
 */
export const sheetColumnSchema = z.union(
  [
    z.string().trim().min(1),
    z.int().min(1).max(10_000),
    z.strictObject({
      position: z.int().min(1).max(10_000),
      header: z.string().trim().min(1),
    }),
  ],
  {
    error:
      'must be a header, a position counted from 1, or { position, header }',
  },
);

const constantSource = z.strictObject({
  constant: z.union([z.string().trim().min(1), z.int()]),
});

const columnSource = z.strictObject({
  column: sheetColumnSchema,
  values: spellings
    .optional()
    .describe(
      'Value of the field → the spellings in the column that mean it. One that is listed nowhere must be a value itself',
    ),
  absent: z
    .array(spelling)
    .optional()
    .describe('Spellings that say as little as a blank cell, such as N/A'),
  otherwise: z
    .union([z.string().trim().min(1), z.int()])
    .optional()
    .describe('What stands there when the cell says nothing'),
  split: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('For a list: the texts that part the items of a cell'),
  format: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe(
      'Of a day, as dd.MM.yyyy (tokens of Unicode TR 35); default yyyy-MM-dd',
    ),
});

const sourceSchema = z.union([constantSource, columnSource], {
  error: issue =>
    describeMistake(issue.input) ??
    'must be { constant: … } or { column: …, … }',
});

/** A union of closed objects says no more than that none fits; this says what is wrong with the one that was meant. */
function describeMistake(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const meant = 'constant' in input ? constantSource : columnSource;
  return meant
    .safeParse(input)
    .error?.issues.map(issue =>
      issue.code === 'unrecognized_keys'
        ? `${issue.keys.join(', ')} is not known`
        : `${issue.path.join('.')}: ${issue.message}`,
    )
    .join('; ');
}

/** How the rows of a spreadsheet become assessments. Spellings are compared without regard to case and white space. */
export const sheetMappingSchema = z.strictObject({
  subject: z
    .strictObject({
      column: sheetColumnSchema,
      values: spellings
        .optional()
        .describe('Reference of a system → how the file calls it'),
    })
    .describe('Which column names the system: by reference, name or title'),
  fields: z
    .record(z.string(), sourceSchema)
    .describe('Field → where its value comes from'),
});

export type SheetColumn = z.infer<typeof sheetColumnSchema>;
export type SheetSource = z.infer<typeof sourceSchema>;
export type SheetMapping = z.infer<typeof sheetMappingSchema>;

/** Where a column is in a header, from 0; or why it is not. */
export function sheetColumnIndex(
  header: readonly string[],
  column: SheetColumn,
): { index: number } | { problem: string } {
  if (typeof column === 'string') {
    const wanted = cleanText(column);
    const found = header.flatMap((text, i) =>
      cleanText(text) === wanted ? [i] : [],
    );
    if (found.length === 1) return { index: found[0] };
    return {
      problem:
        found.length === 0
          ? `the file has no column "${wanted}"`
          : `the column "${wanted}" occurs ${
              found.length
            } times; name one by its position: ${found
              .map(i => i + 1)
              .join(', ')}`,
    };
  }
  const position = typeof column === 'number' ? column : column.position;
  if (position > header.length) {
    return {
      problem: `there is no column ${position}: the file has ${header.length}`,
    };
  }
  if (typeof column !== 'number') {
    const there = cleanText(header[position - 1]);
    if (there !== cleanText(column.header)) {
      return {
        problem: `column ${position} is "${there}" and not "${column.header}"`,
      };
    }
  }
  return { index: position - 1 };
}

/** What is wrong with a mapping for a file with this header, each with its path; empty when it fits. */
export function checkMapping(
  type: SheetType,
  mapping: SheetMapping,
  header: readonly string[],
): string[] {
  const problems: string[] = [];
  const check = (path: string, column: SheetColumn) => {
    const found = sheetColumnIndex(header, column);
    if ('problem' in found) problems.push(`${path}.column: ${found.problem}`);
  };
  check('mapping.subject', mapping.subject.column);
  for (const [name, source] of Object.entries(mapping.fields)) {
    const path = `mapping.fields.${name}`;
    if (!type.fields.some(field => field.path === name)) {
      problems.push(
        `${path}: is no field of a ${type.title.toLocaleLowerCase('en-US')}`,
      );
    } else if ('column' in source) check(path, source.column);
  }
  for (const any of type.needed) {
    if (!any.some(name => mapping.fields[name])) {
      problems.push(`mapping.fields.${any[0]}: must be mapped`);
    }
  }
  return problems;
}
