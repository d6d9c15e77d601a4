import { DateTime } from 'luxon';
import { cleanText, spellingKey } from '../text';
import { quotedCell, splitText } from './cells';
import type { SheetField, SheetType } from './fields';
import { SheetMapping, sheetColumnIndex, SheetSource } from './mapping';

/** Why a row is not taken. */
export interface SheetProblem {
  line: number;
  /** Header and position; null for the row as a whole. */
  column: string | null;
  reason: string;
}

/** What a row says, by the paths of the fields. */
export interface SheetRow {
  line: number;
  /** What stands in the column that names the system, or the reference that the mapping has for it. */
  subject: string;
  values: ReadonlyMap<string, unknown>;
}

type Cell = { value: unknown } | { problem: string } | undefined;

/**
 * Reads rows by a mapping that `checkMapping` finds nothing wrong with. A row of which anything is not understood is refused as a whole: nothing
 * is guessed, and nothing left out without a word.
 */
export function readSheet(
  type: SheetType,
  mapping: SheetMapping,
  header: readonly string[],
  rows: Iterable<{ line: number; cells: readonly string[] }>,
): { rows: SheetRow[]; problems: SheetProblem[] } {
  const read: SheetRow[] = [];
  const problems: SheetProblem[] = [];
  const place = (column: SheetMapping['subject']['column']) =>
    (sheetColumnIndex(header, column) as { index: number }).index;
  const named = (index: number) =>
    `${cleanText(header[index])} (${index + 1})`.trimStart();
  const subjectAt = place(mapping.subject.column);
  const subjects = meaningsOf(mapping.subject.values);
  const fields = type.fields.flatMap(field => {
    const source = mapping.fields[field.path];
    if (!source) return [];
    const index = 'column' in source ? place(source.column) : undefined;
    return [{ field, index, read: cellReader(field, source) }];
  });

  for (const { line, cells } of rows) {
    const found: SheetProblem[] = [];
    const surplus = cells.slice(header.length);
    // spreadsheets leave delimiters behind the last column
    if (cells.length < header.length || surplus.some(cleanText)) {
      problems.push({
        line,
        column: null,
        reason: `has ${cells.length} cells where the header has ${header.length}`,
      });
      continue;
    }
    const subject = cleanText(cells[subjectAt]);
    if (!subject) {
      found.push({
        line,
        column: named(subjectAt),
        reason: 'names no system',
      });
    }
    const values = new Map<string, unknown>();
    for (const one of fields) {
      const text = one.index === undefined ? '' : cells[one.index];
      const cell = one.read(text);
      if (!cell) continue;
      if ('value' in cell) values.set(one.field.path, cell.value);
      else {
        found.push({
          line,
          column: one.index === undefined ? null : named(one.index),
          reason: cell.problem,
        });
      }
    }
    if (found.length > 0) problems.push(...found);
    else {
      read.push({
        line,
        subject: subjects.get(spellingKey(subject)) ?? subject,
        values: spread(type, values),
      });
    }
  }
  return { rows: read, problems };
}

/** Where one column stands for several fields, those without a column of their own get its value. */
function spread(
  type: SheetType,
  values: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, unknown> {
  const all = new Map(values);
  for (const { path, fills } of type.fields) {
    if (!fills || !all.has(path)) continue;
    for (const filled of fills) {
      if (!all.has(filled)) all.set(filled, all.get(path));
    }
    all.delete(path);
  }
  return all;
}

function meaningsOf(values: Readonly<Record<string, string[]>> = {}) {
  return new Map(
    Object.entries(values).flatMap(([value, texts]) =>
      texts.map(text => [spellingKey(text), value] as const),
    ),
  );
}

function cellReader(
  field: SheetField,
  source: SheetSource,
): (cell: string) => Cell {
  if ('constant' in source) {
    const value = valueOf(field, String(source.constant), undefined);
    return () => value;
  }
  const { absent = [], otherwise, format, split } = source;
  const meanings = meaningsOf(source.values);
  const nothing = new Set(absent.map(spellingKey));
  const fallback =
    otherwise === undefined
      ? undefined
      : valueOf(field, String(otherwise), undefined);
  return cell => {
    const text = cleanText(cell);
    const key = spellingKey(text);
    if (!text || nothing.has(key)) return fallback;
    if (field.takes === 'texts') {
      const items = split ? splitText(text, split) : [text];
      return { value: items.map(i => meanings.get(spellingKey(i)) ?? i) };
    }
    const meant = meanings.get(key);
    return valueOf(
      field,
      meant ?? (field.takes === 'text' ? cell : text),
      meant === undefined ? format : undefined,
    );
  };
}

/** What a text means as the value of a field; the schema of the document has the last word. */
function valueOf(
  field: SheetField,
  text: string,
  format: string | undefined,
): Cell {
  switch (field.takes) {
    case 'rating':
    case 'number': {
      if (/^\d+$/.test(text)) return { value: Number(text) };
      return {
        problem:
          field.takes === 'rating'
            ? `${quotedCell(text)} is no rating from 1 to 5: say which it means`
            : `${quotedCell(text)} is no whole number`,
      };
    }
    case 'choice': {
      const value = field.values!.find(
        v => spellingKey(v) === spellingKey(text),
      );
      return value === undefined
        ? {
            problem: `${quotedCell(text)} is none of ${field.values!.join(
              ', ',
            )}: say which it means`,
          }
        : { value };
    }
    case 'day': {
      const day = DateTime.fromFormat(text, format ?? 'yyyy-MM-dd', {
        locale: 'en-US',
      });
      return day.isValid
        ? { value: day.toISODate() }
        : {
            problem: `${quotedCell(text)} is no day written as ${
              format ?? 'yyyy-MM-dd'
            }`,
          };
    }
    case 'texts':
      return { value: [text] };
    case 'text':
      return { value: text.replace(/\r\n?/g, '\n').trim() };
    default:
      return { value: text };
  }
}
