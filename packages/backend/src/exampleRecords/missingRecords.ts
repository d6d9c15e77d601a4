import { RevisionView } from 'backstage-plugin-ai-governance-common';
import { ExampleRecord } from './recordFile';

/** An example that the ledger does not hold yet, and the record that it continues. */
export interface MissingRecord {
  record: ExampleRecord;
  /** The record that the ledger holds already. */
  continues?: { recordId: string; revision: number };
}

/** What an entry is about: entries of a type that differ here are different ones. Of a document nothing of this is there. */
const about = [
  'title',
  'gate',
  'control',
  'scenario',
  'tier',
  'version',
  'to',
  'name',
  'sourceId',
  'course',
  'requirement',
] as const;

const identity = (type: string, data: Record<string, unknown>) =>
  JSON.stringify([type, ...about.map(key => data[key] ?? null)]);

const isEntry = (data: Record<string, unknown>) =>
  about.some(key => key in data);

/**
 * The first example that is still to be written, or undefined. Asked again after each append, so it holds for a loading that was
 * killed halfway and for records that people have written since.
 *
 * @param held - latest revision of each record of the stream
 */
export function nextMissing(
  records: readonly ExampleRecord[],
  held: readonly RevisionView[],
): MissingRecord | undefined {
  const counted = new Map<string, number>();
  for (const record of records) {
    // the nth example that is about the same is the nth revision of its record
    const key = identity(record.type, record.data);
    const revision = (counted.get(key) ?? 0) + 1;
    counted.set(key, revision);

    const ofType = held.filter(h => h.type === record.type);
    const head = isEntry(record.data)
      ? ofType.find(h => h.data && identity(h.type, h.data) === key)
      : ofType[0];
    if (head && head.revision < revision) {
      return {
        record,
        continues: { recordId: head.recordId, revision: head.revision },
      };
    }
    // a redacted entry cannot be told apart: it may be this one
    if (!head && !ofType.some(h => h.data === null)) return { record };
  }
  return undefined;
}
