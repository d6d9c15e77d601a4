import { namedSource } from '../../frameworks/riskFrameworks';
import {
  riskLibrary,
  RiskLibraryEntry,
  RiskLibraryFilter,
} from './riskLibrary';

const lower = (text: string) => text.toLocaleLowerCase('en-US');

const wordsOf = (entry: RiskLibraryEntry) =>
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
