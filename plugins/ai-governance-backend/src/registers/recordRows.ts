import {
  cleanText,
  cutText,
  RecordType,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { Keyset } from '../database/keyset';
import { Revision } from '../ledger/Ledger';

const summaryLength = 300;

/** The columns of a revision in lists, which join `revisions` as `v` to `records` as `d`. */
export const revisionColumns: Record<keyof Revision, string> = {
  streamId: 'v.stream_id',
  seq: 'v.seq',
  recordId: 'v.record_id',
  type: 'v.type',
  revision: 'v.revision',
  schemaVersion: 'v.schema_version',
  data: 'v.data',
  dataHash: 'v.data_hash',
  author: 'v.author',
  materiality: 'v.materiality',
  materialityReason: 'v.materiality_reason',
  effectiveAt: 'v.effective_at',
  recordedAt: 'v.recorded_at',
  previousHash: 'v.previous_hash',
  hash: 'v.hash',
};

/** By when they were recorded; two of one instant by their ids. */
export const byRecordedAt = (direction: 'asc' | 'desc'): Keyset['columns'] => [
  { sql: 'v.recorded_at', value: 'text', direction },
  { sql: 'd.id', value: 'text', direction },
];

/** A record in one short line, whatever its type says. */
export function recordSummary(
  type: RecordType<any>,
  { data }: Pick<RevisionView, 'data'>,
): string {
  if (data === null) return 'Redacted';
  return cutText(cleanText(type.summary(data)), summaryLength);
}
