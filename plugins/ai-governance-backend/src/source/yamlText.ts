import { Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { beyondYamlLimits } from './yamlLimits';

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

/** Where the first key stands that its mapping has already. */
function repeatedKey(document: Document.Parsed): number | undefined {
  let at: number | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          at = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        keys.add(key.value);
      }
      return undefined;
    },
  });
  return at;
}

/** Reads YAML 1.2 of strangers: one document, days stay texts, each key once, and no small file that becomes a large one. */
export function parseYaml(
  text: string,
): { ok: true; value: unknown } | { ok: false; problem: FileProblem } {
  try {
    const beyond = beyondYamlLimits(text);
    if (beyond) return { ok: false, problem: wholeFile(beyond) };
    const lineCounter = new LineCounter();
    const document = parseDocument(text, {
      schema: 'core',
      stringKeys: true,
      // by itself it holds each key against all before it
      uniqueKeys: false,
      logLevel: 'error',
      lineCounter,
    });
    const [error] = document.errors;
    const repeated = error ? undefined : repeatedKey(document);
    if (repeated !== undefined) {
      const { line, col } = lineCounter.linePos(repeated);
      return {
        ok: false,
        problem: wholeFile(
          `is no YAML: Map keys must be unique at line ${line}, column ${col}`,
        ),
      };
    }
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
