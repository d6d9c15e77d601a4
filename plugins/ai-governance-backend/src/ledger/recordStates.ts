import {
  RecordState,
  SubjectState,
} from 'backstage-plugin-ai-governance-common';
import { Revision } from './Ledger';

/** Latest revisions by type. A redacted one says nothing any more, so it is left out. */
export function recordStates(
  revisions: readonly Revision[],
): SubjectState['records'] {
  const records: Record<string, RecordState[]> = {};
  for (const revision of revisions) {
    if (revision.data === null) continue;
    const { type } = revision;
    records[type] ??= [];
    records[type].push({
      type,
      recordId: revision.recordId,
      revision: revision.revision,
      data: JSON.parse(revision.data),
      author: revision.author,
      materiality: revision.materiality,
      effectiveAt: revision.effectiveAt,
      recordedAt: revision.recordedAt,
      dataHash: revision.dataHash,
    });
  }
  return records;
}
