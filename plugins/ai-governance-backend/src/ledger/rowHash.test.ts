import {
  canonicalJson,
  sha256 as slowSha256,
} from 'backstage-plugin-ai-governance-common';
import fc from 'fast-check';
import { Revision } from './Ledger';
import { rowHash, rowText } from './rowHash';
import { sha256 } from './sha256';

// any text, also what no database keeps: half characters, controls, quotes
const text = fc.string({ unit: 'binary' });
const halves = fc
  .array(fc.integer({ min: 0xd7f0, max: 0xe010 }))
  .map(units => String.fromCharCode(...units));
const texts = fc.oneof(text, halves);
const numbers = fc.oneof(fc.integer(), fc.maxSafeInteger());
const columns = {
  streamId: texts,
  seq: numbers,
  recordId: texts,
  type: texts,
  revision: numbers,
  schemaVersion: numbers,
  dataHash: texts,
  author: texts,
  materiality: texts,
  materialityReason: fc.option(texts),
  effectiveAt: texts,
  recordedAt: texts,
  previousHash: texts,
};
const rows = fc.record(columns) as fc.Arbitrary<
  Omit<Revision, 'data' | 'hash'>
>;

// what SQLite may be made to hold in any column
const anything = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(null, -0, 1e21, 2 ** 53, true),
  fc.uint8Array({ maxLength: 4 }).map(bytes => Buffer.from(bytes)),
  texts,
);

describe('the hash of a row', () => {
  it('is that of its canonical JSON, whatever its texts and numbers', () => {
    fc.assert(
      fc.property(rows, row => {
        expect(rowText(row)).toBe(canonicalJson(row));
        expect(rowHash(row)).toBe(slowSha256(canonicalJson(row)));
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same of columns that hold what the ledger never writes', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...(Object.keys(columns) as (keyof typeof columns)[])),
        anything,
        (row, column, value) => {
          const changed = { ...row, [column]: value };
          expect(rowText(changed)).toBe(canonicalJson(changed));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes no notice of the data, and of the hash that is stored', () => {
    const [row] = fc.sample(rows, 1);
    const more = { ...row, data: '{}', hash: 'x' };
    expect(rowHash(more)).toBe(rowHash(row));
  });

  it('is refused of what JSON has no words for', () => {
    const [row] = fc.sample(rows, 1);
    expect(() => rowHash({ ...row, seq: Infinity })).toThrow();
    expect(() => rowHash({ ...row, revision: NaN })).toThrow();
  });
});

it('SHA-256 by Node.js is that of the common package, of any text', () => {
  fc.assert(
    fc.property(texts, value => {
      expect(sha256(value)).toBe(slowSha256(value));
    }),
    { numRuns: 1000 },
  );
  expect(sha256('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
