import { Control, fail, Finding, notReported, pass } from './Control';

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

/** As `said`, of the subject's document of a type; not reported while there is none. What a control asks, and how it judges. */
export const documentSays =
  <T extends object>(type: string, words: { what: string; missing: string }) =>
  (
    sections: Parameters<typeof said<T>>[1],
    holds: string,
  ): Pick<Control, 'asks' | 'evaluate'> => ({
    asks: { document: type, sections: Object.keys(sections) },
    evaluate: ({ document }) => {
      const doc = document<T>(type);
      return doc
        ? said(doc.data, sections, { what: words.what, holds })
        : notReported(words.missing);
    },
  });
