import { GovernedState } from './decisions/governedState';
import type { ModelFeed } from './models/modelFeed';
import { Profile, ProfileError } from './entity/profile';

export type Materiality = 'material' | 'routine';

/** The latest revision of a record, as the controls see it. Instants are ISO 8601, UTC, with milliseconds. */
export interface RecordState<T = unknown> {
  recordId: string;
  type: string;
  revision: number;
  /** Null when the revision was redacted; `ControlContext.document` then gives nothing. */
  data: T;
  author: string;
  materiality: Materiality;
  effectiveAt: string;
  recordedAt: string;
  /** SHA-256 of the stored data. */
  dataHash: string;
}

/** What the catalog knows of an entity that a subject refers to. */
export interface EntityFacts {
  present: boolean;
  /** Members of a group, direct ones; undefined for other kinds. */
  members?: number;
  /** Who they are, full and lower case, sorted; of the groups that own or use a subject. */
  memberRefs?: readonly string[];
}

/** Everything the controls may read of one subject: no I/O, no clock. */
export interface SubjectState {
  /** Full lower-case entity reference. */
  ref: string;
  /** The declared facts; what is missing or not valid is absent, and so unanswered. */
  profile: Profile;
  /** What is wrong with the declaration; shown beside the results. */
  profileErrors: ProfileError[];
  /** By full lower-case reference; a reference that is not a key is not in the catalog. */
  entities: Readonly<Record<string, EntityFacts>>;
  /** Latest revisions by record type, entries in the order in which they were recorded. */
  records: Readonly<Record<string, readonly RecordState<any>[]>>;
  /** When providers retire their models; absent: no feed is configured. */
  modelFeed?: ModelFeed;
  /** What approvals are about. */
  governed: GovernedState;
  /**
   * What is stated of the people who have a part in the subject (accountable leader, owner and members of the owning group, and where the
   * policy asks for their training: who decided its approvals, and its users): latest revisions by reference of the person and by type. Who is not a key has stated nothing.
   */
  people: Readonly<
    Record<string, Readonly<Record<string, readonly RecordState<any>[]>>>
  >;
}
