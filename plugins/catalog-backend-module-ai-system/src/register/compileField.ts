import { quotedCell, splitText } from 'backstage-plugin-ai-governance-common';
import { Columns } from './columns';
import { KindField } from './kindFields';
import { ColumnValue, FieldSource } from './mappingSchema';
import { asFieldValue } from './readMapping';
import { cleanText, cutText, spellingKey } from './text';

export type Value = string | boolean | Array<string | boolean>;

/** Told of what a cell says that is not understood. */
export type Doubt = (columnIndex: number, reason: string) => void;

/** The value of a field in a row; undefined: the row says nothing. */
export type ReadField = (
  cells: readonly string[],
  doubt: Doubt,
) => Value | undefined;

/** Makes a reader of one field for the files with these columns. */
export function compileField(
  field: KindField,
  source: FieldSource,
  columns: Columns,
): ReadField {
  if ('list' in source) {
    const parts = source.list.map(part => compileField(field, part, columns));
    return (cells, doubt) => {
      const answers = parts.map(part => part(cells, doubt));
      const items = distinct(answers.flatMap(answer => answer ?? []));
      // no column alone can answer for all of them that there is none
      const complete = answers.every(answer => answer !== undefined);
      return items.length > 0 || complete ? items : undefined;
    };
  }
  if ('first' in source) {
    const answers = source.first.map(part =>
      compileAnswer(field, part, columns.indexOf(part.column)),
    );
    const read: ReadField = (cells, doubt) => {
      for (const answer of answers) {
        const value = answer(cells, doubt);
        if (value !== undefined) return value ?? undefined;
      }
      return undefined;
    };
    return orElse(field, read, source.otherwise);
  }
  if ('constant' in source) {
    const { constant } = source;
    const value = field.list && !Array.isArray(constant) ? [constant] : constant; // prettier-ignore
    return () => value;
  }
  const answer = compileAnswer(field, source, columns.indexOf(source.column));
  return orElse(
    field,
    (cells, doubt) => answer(cells, doubt) ?? undefined,
    source.otherwise,
  );
}

function orElse(
  field: KindField,
  read: ReadField,
  otherwise: string | undefined,
): ReadField {
  if (otherwise === undefined) return read;
  const value = asFieldValue(field, otherwise);
  return (cells, doubt) => read(cells, doubt) ?? value;
}

/** What a column says; null: something that the field cannot hold or that is not understood; undefined: nothing. */
type Answer = (
  cells: readonly string[],
  doubt: Doubt,
) => Value | null | undefined;

function compileAnswer(
  field: KindField,
  source: Omit<ColumnValue, 'otherwise'>,
  index: number,
): Answer {
  const absent = keys(source.absent);
  const unmapped = keys(source.unmapped);
  const none = keys(source.none);
  const meanings = source.values && meaningsOf(field, source.values);
  const maxLength = Math.min(
    source.maxLength ?? Infinity,
    field.maxLength ?? Infinity,
  );

  /** undefined: not understood. */
  const understand = (text: string, doubt: Doubt) => {
    const known = meanings?.get(spellingKey(text));
    if (known) return known;
    if (meanings) {
      doubt(index, `${quotedCell(text)} is in no list of spellings`);
      return undefined;
    }
    const value = cutText(text, maxLength);
    if (value !== text) {
      doubt(index, `cut from ${text.length} characters to ${maxLength}`);
    }
    const parsed = field.item.safeParse(asFieldValue(field, value));
    if (!parsed.success) {
      doubt(index, `${quotedCell(text)}: ${parsed.error.issues[0].message}`);
      return undefined;
    }
    return [parsed.data as string | boolean];
  };

  return (cells, doubt) => {
    const text = cleanText(cells[index]);
    const key = spellingKey(text);
    if (!text || absent.has(key)) return undefined;
    if (unmapped.has(key)) return null;
    if (text.includes('\ufffd')) {
      doubt(index, 'has characters that are not in the encoding of the file');
    }
    if (!field.list) return understand(text, doubt)?.[0] ?? null;
    if (none.has(key)) return [];
    const said = splitText(text, source.split).filter(
      item => !absent.has(spellingKey(item)),
    );
    if (said.length === 0) return undefined;
    const items = said
      .filter(item => !unmapped.has(spellingKey(item)))
      .flatMap(item => understand(item, doubt) ?? []);
    return items.length > 0 ? distinct(items) : null;
  };
}

function meaningsOf(
  field: KindField,
  values: Record<string, string[]>,
): Map<string, Array<string | boolean>> {
  const meanings = new Map<string, Array<string | boolean>>();
  for (const [value, spellings] of Object.entries(values)) {
    for (const text of spellings) {
      const key = spellingKey(text);
      const before = meanings.get(key) ?? [];
      meanings.set(key, [...before, asFieldValue(field, value)]);
    }
  }
  return meanings;
}

function keys(spellings: string[] = []): Set<string> {
  return new Set(spellings.map(spellingKey));
}

function distinct<T>(items: T[]): T[] {
  return [...new Set(items)];
}
