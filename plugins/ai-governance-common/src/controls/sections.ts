import { fail, Finding, pass } from './Control';

const filled = (text: unknown) =>
  typeof text === 'string' && text.trim() !== '';

/** Names of the sections of a document that say nothing yet. */
export const empty = <T extends object>(
  document: T,
  sections: Partial<Record<keyof T & string, string>>,
): string[] =>
  Object.entries<string | undefined>(sections)
    .filter(([key]) => !filled((document as Record<string, unknown>)[key]))
    .map(([, name]) => name!);

/** Fails while a section says nothing, and names it; `what` is the document, as a sentence begins. */
export function said<T extends object>(
  document: T,
  sections: Partial<Record<keyof T & string, string>>,
  words: { what: string; holds: string },
): Finding {
  const missing = empty(document, sections);
  return missing.length === 0
    ? pass(words.holds)
    : fail(`${words.what} does not say: ${missing.join(', ')}.`);
}
