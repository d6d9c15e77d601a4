import { InputError } from '@backstage/errors';
import {
  CompletionColumn,
  completionColumns,
  CompletionColumns,
  completionDateFormats,
  completionDay,
  csvHeader,
  guessColumns,
  mostCompletions,
  training,
  Training,
  uploadCompletionsSchema,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { csvRecords } from '../csv/csvRecords';

type Upload = z.output<typeof uploadCompletionsSchema>;

/** A row of a file that is right in itself. */
export interface CompletionRow {
  /** Of the file, from 1. */
  line: number;
  /** As it stands there: a reference or an e-mail address. */
  person: string;
  data: Training;
}

export interface RefusedRow {
  line: number;
  reason: string;
}

const needed = ['person', 'course', 'completed'] as const;
const longestRecord = 100_000;

/**
 * The completions of a CSV file, and the rows that are none.
 *
 * @throws InputError naming the field of the request: columns that the file does not have, too many rows, a quote that is not closed
 */
export async function readCompletions(upload: Upload): Promise<{
  columns: CompletionColumns;
  rows: CompletionRow[];
  refused: RefusedRow[];
}> {
  const headers = csvHeader(upload.csv);
  const columns = columnsOf(upload, headers);
  const rows: CompletionRow[] = [];
  const refused: RefusedRow[] = [];
  const records = csvRecords(upload.csv, {
    longest: longestRecord,
    notClosed: before =>
      `row ${before} below the header has no end: a quote in it is not closed`,
  });
  await records.next(); // the header
  for await (const { line, cells } of records) {
    if (rows.length + refused.length >= mostCompletions) {
      throw new InputError(
        `csv: has more than ${mostCompletions} rows; split the file`,
      );
    }
    const cell = (column: CompletionColumn) => {
      const header = columns[column];
      return header === undefined
        ? ''
        : (cells[headers.indexOf(header)] ?? '').trim();
    };
    const read = completionOf(cell, columns, upload.dateFormat);
    if ('reason' in read) refused.push({ line, reason: read.reason });
    else rows.push({ line, person: cell('person'), data: read.data });
  }
  return { columns, rows, refused };
}

/** The first of them, as far as a sentence can hold them. */
function headersInWords(headers: readonly string[]): string {
  const first = headers.slice(0, 20).map(header => {
    const start = Array.from(header.slice(0, 200)).slice(0, 60).join('');
    return start === header ? `“${header}”` : `“${start}…”`;
  });
  const more = headers.length - first.length;
  return `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function columnsOf(upload: Upload, headers: readonly string[]) {
  const columns: CompletionColumns = upload.columns ?? guessColumns(headers);
  const there = `it has ${headersInWords(headers)}`;
  for (const column of completionColumns) {
    const header = columns[column];
    if (header !== undefined && !headers.includes(header)) {
      throw new InputError(
        `columns.${column}: the file has no column “${header}”; ${there}`,
      );
    }
  }
  const missing = needed.filter(column => columns[column] === undefined);
  if (missing.length > 0) {
    throw new InputError(
      `columns.${missing[0]}: say which column of the file it is; ${there}`,
    );
  }
  return columns;
}

function completionOf(
  cell: (column: CompletionColumn) => string,
  columns: CompletionColumns,
  format: Upload['dateFormat'],
): { data: Training } | { reason: string } {
  const named = (column: CompletionColumn) => columns[column] ?? column;
  const empty = needed.find(column => !cell(column));
  if (empty) return { reason: `${named(empty)}: is empty` };
  const days: Partial<Record<'completed' | 'expires', string>> = {};
  for (const column of ['completed', 'expires'] as const) {
    if (!cell(column)) continue;
    days[column] = completionDay(cell(column), format);
    if (days[column] === undefined) {
      return {
        reason: `${named(column)}: ${JSON.stringify(
          cell(column).slice(0, 40),
        )} is no date such as ${completionDateFormats[format]}`,
      };
    }
  }
  const checked = training.schema.safeParse({
    course: cell('course'),
    ...days,
    ...(cell('provider') && { provider: cell('provider') }),
  });
  if (checked.success) return { data: checked.data };
  const [{ path, message }] = checked.error.issues;
  return { reason: `${named(path[0] as CompletionColumn)}: ${message}` };
}
