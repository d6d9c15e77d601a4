import {
  recordTypes,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { ExampleRecord } from './recordFile';

const isDocument = (type: string) =>
  recordTypes.some(t => t.type === type && t.shape === 'document');

/** An example that the ledger does not hold yet, and the record that it continues. */
export interface MissingRecord {
  record: ExampleRecord;
  /** The record of a document that the ledger holds already. */
  continues?: { recordId: string; revision: number };
}

/**
 * The first example that is still to be written, or undefined. Asked again after each append, so it holds for a loading that was
 * killed halfway and for records that people have written since.
 *
 * @param held - latest revision of each record of the subject
 */
export function nextMissing(
  records: readonly ExampleRecord[],
  held: readonly RevisionView[],
): MissingRecord | undefined {
  const documents = new Map<string, number>();
  for (const record of records) {
    const ofType = held.filter(h => h.type === record.type);
    if (isDocument(record.type)) {
      // the nth example of a document is its nth revision
      const revision = (documents.get(record.type) ?? 0) + 1;
      documents.set(record.type, revision);
      const [head] = ofType;
      if (!head) return { record };
      if (head.revision < revision) {
        return {
          record,
          continues: { recordId: head.recordId, revision: head.revision },
        };
      }
    } else if (
      // a redacted entry cannot be told apart: it may be this one
      !ofType.some(h => h.data === null || h.data.title === record.data.title)
    ) {
      return { record };
    }
  }
  return undefined;
}
