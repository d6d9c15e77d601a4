import { InputError } from '@backstage/errors';
import { cleanText } from 'backstage-plugin-ai-governance-common';
import { CsvRecord, csvRecords } from '../csv/csvRecords';

/** Characters of UTF-8, rows and columns that a spreadsheet may have: of each column it is said what stands in it. */
const largestSpreadsheet = { bytes: 5_000_000, rows: 5_000, columns: 500 };

export interface Spreadsheet {
  header: string[];
  rows: CsvRecord[];
}

/**
 * Reads CSV (RFC 4180; a quote inside an unquoted cell is text), parted by whichever of comma, semicolon and tab the header has most of.
 *
 * @throws InputError when it is too large, empty, or a quote is never closed
 */
export async function readSpreadsheet(csv: string): Promise<Spreadsheet> {
  if (Buffer.byteLength(csv) > largestSpreadsheet.bytes) {
    throw new InputError('csv: is larger than 5 MB; import it in parts');
  }
  const records: CsvRecord[] = [];
  for await (const record of csvRecords(csv, {
    longest: 1_000_000,
    notClosed: () => 'a quote in it is not closed',
  })) {
    records.push(record);
  }
  const [head, ...rows] = records;
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
  if (header.length > largestSpreadsheet.columns) {
    throw new InputError(
      `csv: has ${header.length} columns, and at most ${largestSpreadsheet.columns} are taken; leave out what is not imported`,
    );
  }
  return { header, rows };
}
