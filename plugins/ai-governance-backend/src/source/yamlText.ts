import { parseDocument } from 'yaml';

/** An alias is a few letters that stand for a lot: so many of them are enough for any document. */
const MAX_ALIASES = 50;

/** What is wrong with a file: a path in its data, empty for the file as a whole, and a sentence. */
export interface FileProblem {
  path: string;
  message: string;
}

export const wholeFile = (message: string): FileProblem => ({
  path: '',
  message,
});

/** Reads YAML 1.2 of strangers: one document, days stay texts, each key once, and no small file that becomes a large one. */
export function parseYaml(
  text: string,
): { ok: true; value: unknown } | { ok: false; problem: FileProblem } {
  try {
    const document = parseDocument(text, {
      schema: 'core',
      stringKeys: true,
      uniqueKeys: true,
      logLevel: 'error',
    });
    const [error] = document.errors;
    if (error) {
      // the first line says it, what follows is a drawing of the place
      const message = error.message.split('\n')[0].replace(/:$/, '');
      return { ok: false, problem: wholeFile(`is no YAML: ${message}`) };
    }
    return { ok: true, value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    return {
      ok: false,
      problem: wholeFile(
        `is no YAML that can be read: ${
          error instanceof Error ? error.message : error
        }`,
      ),
    };
  }
}
