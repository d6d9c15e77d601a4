import { InputError } from '@backstage/errors';
import { cleanText, csvDelimiter } from 'backstage-plugin-ai-governance-common';
import { CsvError, parse } from 'csv-parse';
import { Readable } from 'stream';
import { setImmediate } from 'timers/promises';

/** A record that is not blank. */
export interface CsvRecord {
  /** That it begins on, from 1. */
  line: number;
  cells: string[];
}

const CHUNK_BYTES = 65_536;

/**
 * Reads CSV (RFC 4180; a quote inside an unquoted cell is text) whose cells are parted as its header says, the header first. Others are served
 * in between, however large it is.
 *
 * @param options - `longest`: bytes of a record; `notClosed`: what to say of a quote, given how many records are before it
 * @throws InputError when a quote is never closed
 */
export async function* csvRecords(
  csv: string,
  options: { longest: number; notClosed: (before: number) => string },
): AsyncGenerator<CsvRecord> {
  const text = csv.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const parser = Readable.from(chunksOf(Buffer.from(text))).pipe(
    parse({
      delimiter: csvDelimiter(text),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: options.longest,
      info: true,
      raw: true,
    }),
  );
  let nextLine = 1;
  try {
    for await (const { record, raw } of parser as AsyncIterable<{
      record: string[];
      raw: string;
    }>) {
      const line = nextLine + raw.search(/[^\n]|$/);
      nextLine += raw.split('\n').length - 1;
      if (record.some(cleanText)) yield { line, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(
      error.code === 'CSV_MAX_RECORD_SIZE' ||
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? // it reads ahead, so that its own count is the one to trust
          `csv: ${options.notClosed(Number(error.records))}`
        : `csv: ${error.message}`,
    );
  }
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    yield bytes.subarray(at, at + CHUNK_BYTES);
    await setImmediate();
  }
}
