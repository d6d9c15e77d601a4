import { RevisionView } from 'backstage-plugin-ai-governance-common';
import { Revision } from './Ledger';

/** A row of the ledger as the API shows it: data parsed, null when redacted. */
export function revisionView(revision: Revision): RevisionView {
  return {
    recordId: revision.recordId,
    type: revision.type,
    revision: revision.revision,
    seq: revision.seq,
    data: revision.data === null ? null : JSON.parse(revision.data),
    author: revision.author,
    materiality: revision.materiality,
    ...(revision.materialityReason !== null && {
      materialityReason: revision.materialityReason,
    }),
    effectiveAt: revision.effectiveAt,
    recordedAt: revision.recordedAt,
    dataHash: revision.dataHash,
    hash: revision.hash,
  };
}
