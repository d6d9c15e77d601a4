import { namedSource } from '../../frameworks/riskFrameworks';
import {
  riskLibrary,
  RiskLibraryEntry,
  RiskLibraryFilter,
} from './riskLibrary';

const lower = (text: string) => text.toLocaleLowerCase('en-US');

const allWords = (entry: RiskLibraryEntry) =>
  lower(
    [
      entry.id,
      entry.title,
      entry.text,
      ...entry.causes,
      ...[...entry.sources, ...entry.related].flatMap(id => [
        id,
        namedSource(id)?.title ?? '',
      ]),
    ].join('\n'),
  );

const known = new WeakMap<RiskLibraryEntry, string>();

/** What an entry is searched in, made once. */
function wordsOf(entry: RiskLibraryEntry): string {
  const words = known.get(entry) ?? allWords(entry);
  known.set(entry, words);
  return words;
}

/** The entries that a filter leaves, in the order of the library. */
export function searchLibrary(
  filter: RiskLibraryFilter = {},
): RiskLibraryEntry[] {
  const { kind, category, framework } = filter;
  const words = lower(filter.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return riskLibrary.filter(
    entry =>
      (!kind || entry.kind === kind) &&
      (!category || entry.category === category) &&
      (!framework ||
        [...entry.sources, ...entry.related].some(
          id => namedSource(id)?.framework === framework,
        )) &&
      words.every(word => wordsOf(entry).includes(word)),
  );
}
