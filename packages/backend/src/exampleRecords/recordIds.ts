import { RevisionView } from 'backstage-plugin-ai-governance-common';

const reference = /^id of (\S+) (.+)$/;

/**
 * Turns every text `id of incident Wrong fees`, at any depth, into the id of the record of that type with that title or id at its
 * source: an example cannot know which id the ledger gives. Without such a record the text stays, and the ledger refuses it.
 */
export function withRecordIds<T>(value: T, held: readonly RevisionView[]): T {
  const walk = (v: unknown): unknown => {
    if (typeof v === 'string') {
      const [, type, name] = reference.exec(v) ?? [];
      const found =
        type &&
        held.find(
          ({ type: its, data }) =>
            its === type && (data?.title === name || data?.sourceId === name),
        );
      return found ? found.recordId : v;
    }
    if (Array.isArray(v)) return v.map(walk);
    if (v && typeof v === 'object') {
      return Object.fromEntries(
        Object.entries(v).map(([key, item]) => [key, walk(item)]),
      );
    }
    return v;
  };
  return walk(value) as T;
}
