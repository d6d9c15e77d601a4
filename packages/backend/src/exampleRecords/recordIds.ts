import { RevisionView } from 'backstage-plugin-ai-governance-common';
import { mapTexts } from './mapTexts';

const reference = /^id of (\S+) (.+)$/;

/**
 * Turns every text `id of incident Wrong fees`, at any depth, into the id of the record of that type with that title or id at its
 * source: an example cannot know which id the ledger gives. Without such a record the text stays, and the ledger refuses it.
 */
export function withRecordIds<T>(value: T, held: readonly RevisionView[]): T {
  return mapTexts(value, text => {
    const [, type, name] = reference.exec(text) ?? [];
    const found =
      type &&
      held.find(
        ({ type: its, data }) =>
          its === type && (data?.title === name || data?.sourceId === name),
      );
    return found ? found.recordId : text;
  });
}
