import { Readable } from 'node:stream';
import { MappingInput } from './mappingSchema';
import { readCsv } from './readCsv';
import { readMapping } from './readMapping';
import { readRegister } from './readRegister';

const mapping: MappingInput = {
  name: { columns: ['System'] },
  fields: {
    title: { column: 'System' },
    'spec.type': { constant: 'use-case' },
    'spec.lifecycle': { column: 'Stage' },
    'spec.owner': { constant: 'group:default/a' },
  },
};
const format = { encoding: 'utf-8' as const, delimiter: ',' };

const reading = (bytes: Uint8Array | string, options = {}) =>
  readRegister(Readable.from([Buffer.from(bytes)]), {
    mapping: readMapping(mapping),
    format: { ...format, ...options },
  });
const titles = async (bytes: Uint8Array | string, options = {}) =>
  (await reading(bytes, options)).entities.map(e => e.metadata.title);

describe('readRegister', () => {
  it.each([
    ['with', '\ufeff'],
    ['without', ''],
  ])('reads UTF-8 %s a byte order mark', async (_, mark) => {
    expect(await titles(`${mark}System,Stage\nÉlan – “x”,live\n`)).toEqual([
      'Élan – “x”',
    ]);
  });

  it('reads Windows-1252, the characters from 0x80 on too', async () => {
    const bytes = Buffer.from('System;Stage\nUnit\x92s \x80 \xe9lan \x96 x;live', 'latin1'); // prettier-ignore
    expect(
      await titles(bytes, { encoding: 'windows-1252', delimiter: ';' }),
    ).toEqual(['Unit’s € élan – x']);
  });

  it('reports what is not in the encoding', async () => {
    const bytes = Buffer.from(
      'System,Stage\n\xe9lan,live\nOther,live',
      'latin1',
    );
    const { issues, taken } = await reading(bytes);
    expect(taken).toBe(2);
    expect(issues).toEqual([
      {
        line: 2,
        outcome: 'doubtful',
        column: 'System (1)',
        reason: 'has characters that are not in the encoding of the file',
      },
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])(
    'names the real line of a row, with quoted newlines, blank lines and %s',
    async (_, eol) => {
      const text = [
        'System,"Stage"',
        '"Two',
        'lines",',
        '',
        '  ,',
        'Three,live',
        '"",live',
        '"a ""b""',
        '',
        'c",',
        ',x',
      ].join(eol);
      for (const size of [1, 7, 1000]) {
        const chunks = Buffer.from(text);
        const pieces = Array.from(
          { length: Math.ceil(chunks.length / size) },
          (__, i) => chunks.subarray(i * size, (i + 1) * size),
        );
        const lines: number[] = [];
        for await (const row of readCsv(Readable.from(pieces), format)) {
          lines.push(row.line);
        }
        expect(lines).toEqual([1, 2, 6, 7, 8, 11]);
      }
      const { issues } = await reading(text);
      expect(issues.map(({ line, reason }) => [line, reason])).toEqual([
        [2, 'spec.lifecycle is not stated'],
        [7, 'has no name'],
        [8, 'spec.lifecycle is not stated'],
        [11, 'has no name'],
      ]);
    },
  );

  it('takes a quote in the middle of a cell as text', async () => {
    expect(
      await titles('System,Stage\n5" pipe,live\n"6" pipe,live\nx,live'),
    ).toEqual(['5" pipe', '"6" pipe', 'x']);
  });

  it('keeps the rows before a quote that is never closed, and names its line', async () => {
    const result = await reading('System,Stage\na,live\n"b,live\nc,live\n');
    expect(result.entities).toHaveLength(1);
    expect(result.broken).toBe(
      'The record that begins on line 3 has no end: a quote in it is not closed',
    );
  });

  it.each([
    ['', 'The file is empty'],
    ['\n\n', 'The file is empty'],
    ['"System,Stage\n', 'The record that begins on line 1 has no end'],
    ['Name,Stage\nx,live', 'there is no column "System"'],
  ])('refuses the file %j', async (text, message) => {
    await expect(reading(text)).rejects.toThrow(message);
  });
});
