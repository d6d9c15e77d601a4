import { DateTime } from 'luxon';
import { cleanText, letterKey, spellingKey } from '../text';
import type { SheetField, SheetType } from './fields';
import { dayFormats, sayNothing, subjectHeaders, valueWords } from './headers';
import type { SheetColumn, SheetMapping, SheetSource } from './mapping';

/**
 * A mapping that the header and the cells suggest, for a person to look over: columns by what they are called, values by the words in use. What
 * is not clear is left out, a day that could be read in two ways among it.
 *
 * @param rows - cells of some or all rows
 */
export function guessMapping(
  type: SheetType,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): SheetMapping | undefined {
  const keys = header.map(letterKey);
  const free = new Set(
    header.flatMap((text, i) => (cleanText(text) ? [i] : [])),
  );
  const take = (names: readonly string[]): number | undefined => {
    for (const name of names) {
      const index = keys.indexOf(letterKey(name));
      if (index >= 0 && free.has(index)) {
        free.delete(index);
        return index;
      }
    }
    return undefined;
  };
  const columnAt = (index: number): SheetColumn => {
    const text = cleanText(header[index]);
    return header.filter(h => cleanText(h) === text).length === 1
      ? text
      : { position: index + 1, header: text };
  };
  const subject = take(subjectHeaders);
  const fields: SheetMapping['fields'] = {};
  for (const field of type.fields) {
    const index = take(field.headers);
    if (index === undefined) continue;
    const texts = new Map(
      rows.flatMap(row => {
        const text = cleanText(row[index] ?? '');
        return text ? [[spellingKey(text), text] as const] : [];
      }),
    );
    fields[field.path] = {
      column: columnAt(index),
      ...guessCells(field, [...texts.values()]),
    };
  }
  if (subject === undefined) return undefined;
  return { subject: { column: columnAt(subject) }, fields };
}

function guessCells(
  field: SheetField,
  texts: readonly string[],
): Partial<SheetSource> {
  const absent = texts.filter(text => sayNothing.includes(spellingKey(text)));
  const said = texts.filter(text => !absent.includes(text));
  const values: Record<string, string[]> = {};
  if (field.values) {
    for (const text of said) {
      const value = guessValue(field, text);
      if (value !== undefined && value !== spellingKey(text)) {
        values[value] = [...(values[value] ?? []), text];
      }
    }
  }
  const format = field.takes === 'day' ? guessFormat(said) : undefined;
  return {
    ...(Object.keys(values).length > 0 && { values }),
    ...(absent.length > 0 && { absent }),
    ...(format && { format }),
    ...(field.takes === 'texts' &&
      said.some(text => /[;,]/.test(text)) && { split: [';', ','] }),
  };
}

function guessValue(field: SheetField, text: string): string | undefined {
  const key = spellingKey(text);
  const words = {
    ...valueWords[field.path.split('.').at(-1)!],
    ...(field.takes === 'rating' && valueWords.rating),
  };
  const meant = field.values!.find(
    value =>
      letterKey(value) === letterKey(text) || words[value]?.includes(key),
  );
  if (meant || field.takes !== 'rating') return meant;
  // such as "4 - Likely"
  return /^([1-5])\D/.exec(key)?.[1];
}

/** The one format that fits every cell; undefined for the default, and when several fit and mean different days. */
function guessFormat(texts: readonly string[]): string | undefined {
  if (texts.length === 0) return undefined;
  const days = (format: string) =>
    texts.map(text =>
      DateTime.fromFormat(text, format, { locale: 'en-US' }).toISODate(),
    );
  const fit = dayFormats.filter(f => days(f).every(day => day !== null));
  const meanings = new Set(fit.map(f => days(f).join()));
  return meanings.size === 1 && fit[0] !== dayFormats[0] ? fit[0] : undefined;
}
