import { stringify } from 'csv-stringify';
import { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface CsvColumn<Item> {
  header: string;
  value(item: Item): string | number | null | undefined;
}

/**
 * Streams items as CSV with a header row, a page at a time as they are read. The answer starts once the first item is there,
 * so what fails before is still a proper error. Returns how many rows were sent.
 *
 * Cells that a spreadsheet would take for a formula start with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export async function sendCsv<Item>(
  res: Response,
  options: {
    filename: string;
    columns: CsvColumn<Item>[];
    items: AsyncIterable<Item>;
  },
): Promise<number> {
  const { columns, filename } = options;
  const items = options.items[Symbol.asyncIterator]();
  let next = await items.next();
  let rows = 0;

  async function* records() {
    try {
      while (!next.done) {
        const item = next.value;
        yield columns.map(column => column.value(item) ?? '');
        rows += 1;
        next = await items.next();
      }
    } finally {
      // the reader went away: let the source close its cursor
      await items.return?.();
    }
  }

  res.status(200);
  res.set('content-type', 'text/csv; charset=utf-8; header=present');
  res.set('content-disposition', `attachment; filename="${filename}.csv"`);
  await pipeline(
    Readable.from(records()),
    stringify({
      header: true,
      columns: columns.map(column => ({ key: column.header })),
      escape_formulas: true,
      // else spreadsheets read UTF-8 as Latin-1
      bom: true,
      record_delimiter: 'windows',
      // readers take any of the two for the end of a row, and what follows would be a cell of its own
      quoted_match: /[\r\n]/,
    }),
    res,
  );
  return rows;
}
