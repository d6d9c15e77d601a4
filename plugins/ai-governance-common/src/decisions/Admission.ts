import { Profile } from '../entity/profile';
import { Instant } from '../instant';
import { GovernancePolicy } from '../policy/schema';
import { Tier } from '../results';
import type { OrganizationFigures } from '../records/managementReview';
import { RecordState } from '../state';
import { GovernedDocument } from './authors';
import { GovernedState, RevisionHead } from './governedState';
import { People, StandIn } from './mayDecide';

/** What is known under the lock of a subject's stream when somebody states something about it. */
export interface SubjectAtHand {
  ref: string;
  profile: Profile;
  /** As it holds now, a valid override counted in. */
  tier: Tier;
  governed: GovernedState;
  /** Every revision of the stream, in the order of the ledger. */
  history: readonly RevisionHead[];
  /** Latest revisions by type, entries in the order in which they were first recorded. */
  records: Readonly<Record<string, readonly RecordState<any>[]>>;
}

/** What is known under the lock of the organization's stream when somebody states something of it. */
export interface OrganizationAtHand {
  /** Latest revisions by type, entries in the order in which they were first recorded. */
  records: Readonly<Record<string, readonly RecordState<any>[]>>;
  /** By id, those that `asksForRecords` names, as they are now; of whatever stream, so not under its lock. */
  named: Readonly<Record<string, RecordState<any>>>;
  /** As they are now; for a type that `readsFigures`, while the record has none yet. */
  figures?: OrganizationFigures;
}

/** Somebody wants to state something: what, who, and everything that decides whether they may. */
export interface Admission<T = unknown> {
  /** Checked against the schema; what the system fills in is absent, or stands as it was in `previous`. */
  data: T;
  /** The latest revision of the record that is revised; undefined for a new one. */
  previous?: RecordState<T>;
  at: Instant;
  /** Full reference of a person; anything else is a service. */
  author: string;
  /** The stream: a full entity reference, or `organization`. */
  stream: string;
  policy: GovernancePolicy;
  /** What approvals cover beside the profile and the changes. */
  documents: readonly GovernedDocument[];
  /** Ids of the controls that there are. */
  controlIds: readonly string[];
  /** Of a subject's stream only. */
  subject?: SubjectAtHand;
  /** Of the organization's stream only. */
  organization?: OrganizationAtHand;
  /** The state hash that the author looked at; the caller has seen to it that it is the subject's now. Undefined when they named none. */
  seen?: string;
  /** Of a person's stream only: latest revisions by type. */
  records?: Readonly<Record<string, readonly RecordState<any>[]>>;
  people: People;
  /** Who has named the author as a stand-in for a period that holds now. */
  standIns: readonly StandIn[];
}
