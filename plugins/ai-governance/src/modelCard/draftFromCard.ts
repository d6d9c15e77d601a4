import { draftKey, keepDraft, readDraft } from '../records';
import { mergedInto } from './takeFromCard';

/**
 * Keeps what was taken of a card as unsaved text of a document, which its form opens with.
 *
 * @param head - the latest revision of the document, if there is one
 * @returns whether this browser could keep it
 */
export function draftFromCard(
  subject: string,
  type: string,
  taken: Record<string, unknown>,
  head?: { revision: number; data: unknown },
): boolean {
  const key = draftKey(subject, type, 'document');
  const draft = readDraft(key);
  return keepDraft(key, {
    written: {
      materiality: 'material',
      reason: '',
      ...draft?.written,
      data: mergedInto(draft?.written.data ?? head?.data, taken),
    },
    baseRevision: draft ? draft.baseRevision : head?.revision,
  });
}
