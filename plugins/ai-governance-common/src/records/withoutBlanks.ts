/**
 * What somebody has filled in of a form: empty texts and empty groups left out, texts trimmed, an empty list of answers kept, because it
 * is one. Pure.
 */
export function withoutBlanks<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      const kept = keep(value);
      return kept === undefined ? [] : [[key, kept]];
    }),
  ) as T;
}

function keep(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) {
    const kept = value.flatMap(item => keep(item) ?? []);
    // a row that was left empty does not say that there is none
    return kept.length > 0 || value.length === 0 ? kept : undefined;
  }
  if (value === null || typeof value !== 'object') return value ?? undefined;
  const fields = withoutBlanks(value);
  return Object.keys(fields).length > 0 ? fields : undefined;
}
