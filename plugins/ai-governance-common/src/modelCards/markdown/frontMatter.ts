import { parseDocument } from 'yaml';

/** Larger than any that describes a model; an evaluation of hundreds of lines fits. */
const MAX_LENGTH = 100_000;
/** An alias is a few letters that stand for a lot. */
const MAX_ALIASES = 20;

export interface FrontMatter {
  /** Undefined: there is none, or it cannot be read. */
  data?: Record<string, unknown>;
  /** What stands below it. */
  body: string;
  /** How many lines stand above the body. */
  lines: number;
  /** What is wrong with it, as a sentence. */
  problem?: string;
}

const linesIn = (text: string) => text.split('\n').length - 1;

/** Splits YAML between lines of `---` off the beginning of a text. What is no YAML is left out with a word on why. */
export function frontMatter(text: string): FrontMatter {
  const found =
    /^\s*---[ \t]*\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!found) return { body: text, lines: 0 };
  const [whole, yaml] = found;
  const rest = { body: text.slice(whole.length), lines: linesIn(whole) };
  try {
    return { ...rest, data: dataOf(yaml) };
  } catch (error) {
    const [why] = (error as Error).message.split('\n');
    return {
      ...rest,
      problem: `The front matter cannot be read: ${why.replace(/[:.]$/, '')}.`,
    };
  }
}

function dataOf(yaml: string): Record<string, unknown> {
  if (yaml.length > MAX_LENGTH) {
    throw new Error(`it is longer than ${MAX_LENGTH} characters`);
  }
  const document = parseDocument(yaml, {
    schema: 'core',
    stringKeys: true,
    logLevel: 'error',
  });
  const [error] = document.errors;
  if (error) throw error;
  const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new Error('it is no list of names and values');
  }
  return value as Record<string, unknown>;
}
