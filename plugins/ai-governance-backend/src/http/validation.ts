import { InputError } from '@backstage/errors';
import { jsonPath } from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';

/** Where a part of a request came from: the first word of every path in an error. */
export type RequestPart = 'params' | 'query' | 'body';

// Deeper than any record; far below what exhausts the stack of whoever walks it.
const deepest = 64;

const isStorable = (text: string) =>
  !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/**
 * Checks a part of a request by its schema.
 *
 * @throws InputError with every path that is wrong and why: `query.limit: …; query.colour: …`
 */
export function parsePart<T>(
  part: RequestPart,
  schema: z.ZodType<T>,
  input: unknown,
): T {
  const unstorable = findUnstorable(input, [part]);
  if (unstorable) throw new InputError(unstorable);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues
      .flatMap(issue => {
        const path = [part, ...issue.path];
        return issue.code === 'unrecognized_keys'
          ? issue.keys.map(key => `${jsonPath([...path, key])}: is not known`)
          : [`${jsonPath(path)}: ${issue.message}`];
      })
      .join('; '),
  );
}

/**
 * What the parts behind a route refuse, they name by the field alone: here it gets the part of the request in front,
 * so that every path of the API reads alike.
 */
export function withPart(
  error: unknown,
  schemas: Partial<Record<RequestPart, z.ZodType | undefined>>,
): unknown {
  if (!(error instanceof InputError)) return error;
  let message = error.message;
  for (const [part, schema] of Object.entries(schemas)) {
    const fields =
      schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    if (fields.length === 0) continue;
    const named = new RegExp(`(^|; )(?=(?:${fields.join('|')})[.[:])`, 'g');
    message = message.replace(named, `$1${part}.`);
  }
  return message === error.message ? error : new InputError(message);
}

/** The query of a URL: a parameter that stands once is a text, a repeated one a list of texts. */
export function readQuery(url: string): Record<string, string | string[]> {
  const values = new Map<string, string[]>();
  for (const [key, value] of new URL(url, 'http://localhost').searchParams) {
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return Object.fromEntries(
    [...values].map(([key, all]) => [key, all.length === 1 ? all[0] : all]),
  );
}

/** Text that PostgreSQL cannot store or canonical JSON cannot say, or nesting without end. */
function findUnstorable(
  value: unknown,
  path: PropertyKey[],
): string | undefined {
  if (typeof value === 'string') {
    return isStorable(value)
      ? undefined
      : `${jsonPath(path)}: must be Unicode text without NUL`;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length > deepest) {
    return `${jsonPath(path.slice(0, 3))}: is nested deeper than ${deepest}`;
  }
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  for (const [key, item] of entries) {
    if (typeof key === 'string' && !isStorable(key)) {
      return `${jsonPath(path)}: has a key that is not Unicode text`;
    }
    const found = findUnstorable(item, [...path, key]);
    if (found) return found;
  }
  return undefined;
}
