import { InputError } from '@backstage/errors';
import { CsvError, parse } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import { RegisterRow } from './mapRegister';

export const encodings = ['utf-8', 'windows-1252'] as const;

export interface CsvFormat {
  /** `utf-8` with or without byte order mark. */
  encoding: (typeof encodings)[number];
  /** One character. */
  delimiter: string;
}

/** A file whose end cannot be trusted: what came before was read. */
export class BrokenCsvError extends InputError {}

/** One record may not hold more: a quote that is not closed would otherwise take the whole file into memory. */
const maxRecordBytes = 1_000_000;

/**
 * The records of a CSV file (RFC 4180; a quote inside an unquoted cell is text), each with the line it begins on. Blank lines are passed over.
 *
 * @throws BrokenCsvError after the rows that could be read, with the line of a quote that is never closed
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  format: CsvFormat,
): AsyncGenerator<RegisterRow> {
  let nextLine = 1;
  const parser = parse({
    delimiter: format.delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxRecordBytes,
    info: true,
    raw: true,
  });
  const failed = pipeline(
    Readable.from(decodeLines(bytes, format.encoding)),
    parser,
    () => {}, // the error comes out of the iteration as well
  );
  try {
    for await (const { record, raw } of failed as AsyncIterable<{
      record: string[];
      raw: string;
    }>) {
      const line = nextLine + raw.search(/[^\n]|$/);
      nextLine += raw.split('\n').length - 1;
      if (record.some(cell => cell.trim())) yield { line, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BrokenCsvError(
      error.code === 'CSV_MAX_RECORD_SIZE' ||
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `The record that begins on line ${nextLine} has no end: a quote in it is not closed`
        : `Line ${nextLine}: ${error.message}`,
    );
  }
}

/** Text in which a line ends in one character. */
async function* decodeLines(
  bytes: AsyncIterable<Uint8Array>,
  encoding: CsvFormat['encoding'],
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const chunk of bytes) {
    const text = held + decoder.decode(chunk, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll('\r\n', '\n');
  }
  yield held + decoder.decode();
}
