/** The same value with every text in it, at any depth, as `map` has it. */
export function mapTexts<T>(value: T, map: (text: string) => string): T {
  const walk = (v: unknown): unknown => {
    if (typeof v === 'string') return map(v);
    if (Array.isArray(v)) return v.map(walk);
    if (v && typeof v === 'object') {
      return Object.fromEntries(
        Object.entries(v).map(([key, item]) => [key, walk(item)]),
      );
    }
    return v;
  };
  return walk(value) as T;
}
