import { cleanText } from '../../text';
import { repeatsItsName, saysNothing } from '../saysNothing';
import { Found, Statement, Target } from '../Statement';

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a list holds, with the place of each; one value by itself is a list of one, nothing an empty one. */
export function itemsOf(
  value: unknown,
  path: string,
): { item: unknown; path: string }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [{ item: value, path }];
  return value.map((item, index) => ({ item, path: `${path}[${index}]` }));
}

/** Texts and numbers as a text; all else is none. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;

/** Names of the fields that a path goes through. */
const keysOf = (path: string) => path.replace(/\[\d+\]/g, '').split('.');

/** Collects what a card in JSON says, and what of it says nothing. */
export class Collected implements Found {
  readonly statements: Found['statements'] = [];
  readonly leftOut: Found['leftOut'] = [];

  /**
   * @param said - a text or a list of texts
   * @param alone - of several, each is a statement; else they are one list
   */
  take(target: Target, said: unknown, path: string, label?: string) {
    const texts = itemsOf(said, path).flatMap(({ item, path: at }) => {
      const text = textOf(item);
      return text !== undefined && this.says(text, at) ? [text.trim()] : [];
    });
    if (texts.length === 0) return;
    this.state(
      target,
      texts.length === 1 ? texts[0] : texts.map(text => `- ${text}`).join('\n'),
      path,
      label,
    );
  }

  state(target: Target, text: string, path: string, label?: string) {
    const statement: Statement = {
      target,
      text: target.startsWith('fact.') ? cleanText(text) : text,
      origin: { where: path },
      ...(label && { label }),
    };
    this.statements.push(statement);
  }

  /** Whether a text says something; what does not is noted as left out. */
  says(text: string, path: string): boolean {
    if (!saysNothing(text) && !repeatsItsName(text, keysOf(path))) return true;
    this.leftOut.push({
      origin: { where: path },
      reason: 'says-nothing',
      text: cleanText(text).slice(0, 120),
    });
    return false;
  }

  /** Fields that are there, and that nothing is asked for. */
  unasked(object: Json, path: string, keys: readonly string[]) {
    for (const key of keys) {
      if (object[key] !== undefined) {
        this.leftOut.push({
          origin: { where: path ? `${path}.${key}` : key },
          reason: 'no-field',
        });
      }
    }
  }

  /** The texts of an object that say something, as `Name: text`, in the order of `names`. */
  lines(
    object: Json,
    path: string,
    names: Readonly<Record<string, string>>,
  ): string[] {
    return Object.entries(names).flatMap(([key, name]) => {
      const text = textOf(object[key]);
      if (text === undefined || !this.says(text, `${path}.${key}`)) return [];
      return [name ? `${name}: ${text.trim()}` : text.trim()];
    });
  }
}
