import {
  RecordState,
  SubjectState,
} from 'backstage-plugin-ai-governance-common';
import { Revision } from './Ledger';

/** A row of the ledger as the controls and the rules of decisions see it: data parsed, null when erased. */
export function revisionState(revision: Revision): RecordState<any> {
  return {
    type: revision.type,
    recordId: revision.recordId,
    revision: revision.revision,
    data: revision.data === null ? null : JSON.parse(revision.data),
    author: revision.author,
    materiality: revision.materiality,
    effectiveAt: revision.effectiveAt,
    recordedAt: revision.recordedAt,
    dataHash: revision.dataHash,
  };
}

/** Latest revisions by type. A redacted one says nothing any more, so it is left out. */
export function recordStates(
  revisions: readonly Revision[],
): SubjectState['records'] {
  const records: Record<string, RecordState[]> = {};
  for (const revision of revisions) {
    if (revision.data === null) continue;
    records[revision.type] ??= [];
    records[revision.type].push(revisionState(revision));
  }
  return records;
}
