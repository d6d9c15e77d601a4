/** A text that both databases keep as it is: PostgreSQL refuses NUL, and a lone surrogate has no UTF-8. */
export const isStorable = (text: string) => problemOf(text) === undefined;

function problemOf(text: string): string | undefined {
  if (text.includes('\0')) return 'holds the character U+0000';
  // with the u flag, a surrogate is only what stands alone
  if (/\p{Surrogate}/u.test(text)) return 'holds half a character (surrogate)';
  return undefined;
}

const plainKey = /^[A-Za-z_$][\w$-]*$/;
const below = (path: string, key: string) =>
  plainKey.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;

/**
 * Every text in a JSON value, keys included, that cannot be stored.
 *
 * @returns a sentence for each, beginning with its path
 */
export function unstorableText(path: string, value: unknown): string[] {
  const found: string[] = [];
  const seen = new Set<object>();
  // a stack of its own: a value nested ten thousand deep must not end the process's
  const stack: [string, unknown][] = [[path, value]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [at, item] = next;
    if (typeof item === 'string') {
      const problem = problemOf(item);
      if (problem) found.push(`${at}: ${problem}, which cannot be stored`);
    } else if (typeof item === 'object' && item !== null && !seen.has(item)) {
      seen.add(item);
      const children: [string, unknown][] = [];
      if (Array.isArray(item)) {
        item.forEach((child, i) => children.push([`${at}[${i}]`, child]));
      } else {
        for (const [key, child] of Object.entries(item)) {
          const problem = problemOf(key);
          if (problem)
            found.push(
              `${below(at, key)}: the key ${problem}, which cannot be stored`,
            );
          children.push([below(at, key), child]);
        }
      }
      stack.push(...children.reverse());
    }
  }
  return found;
}
