import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { spellingKey } from 'backstage-plugin-ai-governance-common';

export interface NamedSystem {
  ref: string;
  name: string;
  title: string;
}

/**
 * Finds systems by what a spreadsheet calls them: by reference, else by name or title, whatever the case. What could be several is none.
 *
 * @param systems - all that the reader may read: no other counts, so nothing is told of those
 */
export function systemFinder(
  systems: readonly NamedSystem[],
): (text: string) => { ref: string } | { problem: string } {
  const refs = new Set(systems.map(({ ref }) => ref));
  const named = new Map<string, Set<string>>();
  for (const { ref, name, title } of systems) {
    for (const text of [name, title]) {
      const key = spellingKey(text);
      named.set(key, (named.get(key) ?? new Set()).add(ref));
    }
  }
  return text => {
    const ref = refOf(text);
    if (ref && refs.has(ref)) return { ref };
    const found = [...(named.get(spellingKey(text)) ?? [])];
    if (found.length === 1) return { ref: found[0] };
    return {
      problem:
        found.length === 0
          ? `there is no AI system "${text}" that you may read`
          : `"${text}" could be ${found.length} systems: ${found
              .sort()
              .slice(0, 5)
              .join(', ')}${
              found.length > 5 ? ' …' : ''
            }; name it by its reference`,
    };
  };
}

function refOf(text: string): string | undefined {
  if (!text.includes(':')) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(text)).toLocaleLowerCase('en-US');
  } catch {
    return undefined;
  }
}
