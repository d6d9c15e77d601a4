import { z } from 'zod';
import { parsePart, readQuery } from './validation';

const schema = z.strictObject({
  limit: z.coerce.number().int().max(500).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  list: z.array(z.strictObject({ id: z.string() })).optional(),
});
const refusal = (input: unknown) => {
  try {
    parsePart('body', schema, input);
  } catch (error: any) {
    expect(error.name).toBe('InputError');
    return error.message;
  }
  throw new Error('was taken');
};

describe('parsePart', () => {
  it('hands on what is right, converted', () => {
    expect(parsePart('query', schema, { limit: '20' })).toEqual({ limit: 20 });
  });

  it('names every path that is wrong', () => {
    const message = refusal({ limit: 501, colour: 1, list: [{}], size: 2 });
    expect(message).toContain('body.limit: ');
    expect(message).toContain('body.list[0].id: ');
    expect(message).toContain('body.colour: is not known');
    expect(message).toContain('body.size: is not known');
  });

  it('refuses NUL and lone surrogates wherever they stand', () => {
    expect(refusal({ data: { a: [{ b: 'x\0' }] } })).toMatch(
      /^body\.data\.a\[0\]\.b: must be/,
    );
    expect(refusal({ data: { a: '\ud800' } })).toMatch(/^body\.data\.a: /);
    expect(refusal({ data: { '\udfff': 1 } })).toMatch(/^body\.data: /);
    expect(
      parsePart('body', schema, { data: { a: '🙂\n' } }).data,
    ).toStrictEqual({ a: '🙂\n' });
  });

  it('refuses nesting without end, before anything walks it', () => {
    let data: object = {};
    for (let i = 0; i < 100_000; i++) data = { a: data };
    expect(refusal({ data })).toMatch(/^body\.data\.a: is nested deeper/);
  });

  it('is not fooled by names of the prototype', () => {
    expect(refusal(JSON.parse('{"__proto__": {"limit": 1}}'))).toContain(
      'body.__proto__: is not known',
    );
    expect(refusal({ constructor: 'x' })).toContain('body.constructor: ');
  });
});

describe('readQuery', () => {
  it('reads a repeated parameter as a list, and brackets as they stand', () => {
    expect(
      readQuery('/subjects?tier=high&tier=limited&q=a%20b&x[y]=1'),
    ).toEqual({ tier: ['high', 'limited'], q: 'a b', 'x[y]': '1' });
    const many = Array.from({ length: 1500 }, (_, i) => `ref=${i}`).join('&');
    expect(readQuery(`/subjects?${many}`).ref).toHaveLength(1500);
  });
});
