import { InputError } from '@backstage/errors';
import { cleanText } from 'backstage-plugin-ai-governance-common';
import { CsvError, parse } from 'csv-parse/sync';

/** Characters of UTF-8 and rows that a spreadsheet may have. */
export const largestSpreadsheet = { bytes: 5_000_000, rows: 5_000 };

export interface Spreadsheet {
  header: string[];
  /** Each with the line that it begins on. Blank rows are passed over. */
  rows: { line: number; cells: string[] }[];
}

/**
 * Reads CSV (RFC 4180; a quote inside an unquoted cell is text), parted by whichever of comma, semicolon and tab the header has most of.
 *
 * @throws InputError when it is too large, empty, or a quote is never closed
 */
export function readSpreadsheet(csv: string): Spreadsheet {
  if (Buffer.byteLength(csv) > largestSpreadsheet.bytes) {
    throw new InputError('csv: is larger than 5 MB; import it in parts');
  }
  const text = csv.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const records = parsed(text);
  const [head, ...rows] = records.filter(({ cells }) => cells.some(cleanText));
  if (!head || rows.length === 0) {
    throw new InputError(
      'csv: must have a header and at least one row below it',
    );
  }
  if (rows.length > largestSpreadsheet.rows) {
    throw new InputError(
      `csv: has ${rows.length} rows, and at most ${largestSpreadsheet.rows} are taken; import it in parts`,
    );
  }
  const header = [...head.cells];
  // delimiters behind the last column
  while (header.length > 1 && !cleanText(header.at(-1)!)) header.pop();
  return { header, rows };
}

function parsed(text: string): Spreadsheet['rows'] {
  try {
    let nextLine = 1;
    const records: { record: string[]; raw: string }[] = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
      info: true,
      raw: true,
    }) as any;
    return records.map(({ record, raw }) => {
      const line = nextLine + raw.search(/[^\n]|$/);
      nextLine += raw.split('\n').length - 1;
      return { line, cells: record };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(
      error.code === 'CSV_QUOTE_NOT_CLOSED' ||
      error.code === 'CSV_MAX_RECORD_SIZE'
        ? 'csv: a quote in it is not closed'
        : `csv: ${error.message}`,
    );
  }
}

function delimiterOf(text: string): string {
  const [head] = text.trimStart().split('\n', 1);
  const count = (delimiter: string) => head.split(delimiter).length;
  return [',', ';', '\t'].reduce((a, b) => (count(b) > count(a) ? b : a));
}
