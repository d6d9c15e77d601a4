import { canonicalJson, sha256 } from 'backstage-plugin-ai-governance-common';
import { Revision } from './Ledger';

/** What a stream is from its first day: the chain begins with it, so two streams cannot change names unseen. */
export interface StreamOrigin {
  id: string;
  kind: string;
  ref: string;
  createdAt: string;
}

/** The hash that a chain begins with, in place of a row before the first: SHA-256 in lower-case hex. */
export function genesisHash({ id, kind, ref, createdAt }: StreamOrigin) {
  return sha256(canonicalJson({ id, kind, ref, createdAt }));
}

/**
 * The hash of a row: SHA-256 in lower-case hex of the canonical JSON (RFC 8785) of all its columns, the hash of the row before among them.
 * `data` counts by its hash alone, so that it can be erased and the chain still verifies.
 */
export function rowHash(row: Omit<Revision, 'data' | 'hash'>): string {
  return sha256(
    canonicalJson({
      streamId: row.streamId,
      seq: row.seq,
      recordId: row.recordId,
      type: row.type,
      revision: row.revision,
      schemaVersion: row.schemaVersion,
      dataHash: row.dataHash,
      author: row.author,
      materiality: row.materiality,
      materialityReason: row.materialityReason,
      effectiveAt: row.effectiveAt,
      recordedAt: row.recordedAt,
      previousHash: row.previousHash,
    }),
  );
}
