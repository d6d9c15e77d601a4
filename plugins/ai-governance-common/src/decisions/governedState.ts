import { canonicalJson, sha256 } from '../canonical';
import { Profile } from '../entity/profile';
import type { Materiality } from '../state';

/** What the ledger says of a revision beside its data. */
export interface RevisionHead {
  type: string;
  recordId: string;
  revision: number;
  author: string;
  materiality: Materiality;
  materialityReason: string | null;
  /** SHA-256 of the stored bytes, also after redaction. */
  dataHash: string;
  effectiveAt: string;
  recordedAt: string;
}

/** What an approval is about: the parts of a subject that may not change behind its back. */
export interface GovernedState {
  /** SHA-256 of the profile without owner, accountable leader, lifecycle and system. */
  profile: string;
  /** By type of document: its last material revision. */
  documents: Readonly<
    Record<string, { recordId: string; revision: number; dataHash: string }>
  >;
  /** Ids of the material changes, sorted. */
  changes: readonly string[];
}

/** Who owns it and at which stage it is may change without a new approval. */
const notGoverned = ['owner', 'accountable', 'lifecycle', 'system'] as const;

/** SHA-256 of what of a profile is governed. The profile as it was stored, never read by a newer schema. */
export function governedProfile(profile: Profile): string {
  const governed: Record<string, unknown> = { ...profile };
  for (const key of notGoverned) delete governed[key];
  return sha256(canonicalJson(governed));
}

/**
 * The governed state of a subject.
 *
 * @param documents - the types of document that approvals cover
 * @param history - every revision of the stream, or at least: of each document the last material one or its first, of each change the latest
 */
export function governedStateOf(
  profile: Profile,
  documents: readonly { type: string }[],
  history: readonly RevisionHead[],
): GovernedState {
  const material: Record<string, RevisionHead> = {};
  const changes = new Map<string, RevisionHead>();
  for (const head of history) {
    if (documents.some(d => d.type === head.type)) {
      // the first states something where nothing was: material, whatever it says
      if (head.materiality !== 'material' && head.revision > 1) continue;
      const before = material[head.type];
      if (!before || head.revision > before.revision) {
        material[head.type] = head;
      }
    } else if (head.type === 'change') {
      const before = changes.get(head.recordId);
      if (!before || head.revision > before.revision) {
        changes.set(head.recordId, head);
      }
    }
  }
  return {
    profile: governedProfile(profile),
    documents: Object.fromEntries(
      Object.values(material)
        .sort((a, b) => (a.type < b.type ? -1 : 1))
        .map(({ type, recordId, revision, dataHash }) => [
          type,
          { recordId, revision, dataHash },
        ]),
    ),
    changes: [...changes.values()]
      .filter(c => c.materiality === 'material')
      .map(c => c.recordId)
      .sort(),
  };
}

// Every decision on a subject is held against the same state, at every instant that is foretold.
const known = new WeakMap<GovernedState, string>();

/** Names a governed state: SHA-256 over its canonical JSON (RFC 8785). */
export function stateHash(state: GovernedState): string {
  const hash = known.get(state) ?? hashOf(state);
  known.set(state, hash);
  return hash;
}

function hashOf(state: GovernedState): string {
  return sha256(
    canonicalJson({
      profile: state.profile,
      documents: Object.fromEntries(
        Object.entries(state.documents).map(([type, { dataHash }]) => [
          type,
          dataHash,
        ]),
      ),
      changes: state.changes,
    }),
  );
}
