import fc from 'fast-check';

// What people, tools and those who look for a way in send, and no schema asks for.

const deep = (levels: number) =>
  JSON.parse(`${'[1,{"a":'.repeat(levels)}0${'}]'.repeat(levels)}`);

const scheme = 'javascript';

export const nastyTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udc00y',
  '\u202egnp.exe\u202c',
  '\u0645\u0631\u062d\u0628\u0627',
  '\ufeff\u200b\u2028',
  '💥'.repeat(300),
  'é'.normalize('NFD').repeat(200),
  'x'.repeat(70_000),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e999',
  '9007199254740993',
  '0x10',
  "' OR 1=1 --",
  "'; DROP TABLE revisions; --",
  '%',
  '_%\\',
  '$1',
  '?',
  '{{7*7}}',
  '${7*7}',
  '$t(title)',
  '<script>alert(1)</script>',
  `${scheme}:alert(1)`,
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '=cmd|"/c calc"!A1',
  '../../../../etc/passwd',
  '..%2f..%2f',
  // references
  ':',
  ':/',
  'user:',
  'user:default/',
  'aisystem:default/a/b',
  'a:b:c',
  'group:__proto__/constructor',
  `user:default/${'x'.repeat(600)}`,
  // days and instants
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '0000-01-01',
  '9999-12-31',
  '-271821-04-20',
  '+275760-09-13T00:00:00.000Z',
  '2026-01-01T25:61:61Z',
  '2026-01-01T00:00:00+99:99',
  '1970-01-01T00:00:00.000000001Z',
  // cursors
  'e30',
  'W10',
  '!!!!',
];

export const nastyNumbers = [
  0,
  -0,
  -1,
  0.5,
  1e-320,
  1e21,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
];

export const nastyValues: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...nastyTexts) },
  { weight: 2, arbitrary: fc.constantFrom(...nastyNumbers) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      [],
      {},
      [[]],
      [null],
      Array.from({ length: 2000 }, (_, i) => i),
      deep(20),
      deep(2000),
      JSON.parse('{"__proto__":{"polluted":true}}'),
      JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
      { toString: 'x', valueOf: 1, hasOwnProperty: null },
      { length: 1e9 },
      { then: 'x' },
      { $ref: '#' },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** A body that is no JSON, or does not say that it is, with its headers. */
export const nastyBodies: fc.Arbitrary<{
  text: string;
  headers: Record<string, string>;
}> = fc.record({
  text: fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"text"',
    '1e999',
    '{"a":1,"a":2}',
    '\ufeff{}',
    '{"type": "change", "data": {"title": "\\ud800"}}',
    `${'['.repeat(100_000)}`,
    `{"type":"${'x'.repeat(1_100_000)}"}`,
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    '&a [*a, *a]',
    'type=change&data[title]=x',
  ),
  headers: fc.constantFrom<Record<string, string>>(
    { 'content-type': 'application/json' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'application/json; charset=nonsense' },
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    { 'content-type': 'application/json', 'content-encoding': 'br' },
    { 'content-type': 'application/json', 'content-encoding': 'nonsense' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/xml' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-type': 'nonsense' },
  ),
});
