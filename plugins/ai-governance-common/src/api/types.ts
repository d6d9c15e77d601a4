import { Profile, ProfileError } from '../entity/profile';
import { TierReason } from '../entity/tier';
import { Level, ResultState, StateCounts, Tier } from '../results';
import { Materiality } from '../state';

/** A page of a list. `nextCursor` is opaque; absent on the last page. `totalItems` counts what the reader may see. */
export interface Page<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
}

/** A revision as the API gives it. Instants are ISO 8601, UTC, milliseconds. */
export interface RevisionView<T = unknown> {
  recordId: string;
  type: string;
  /** From 1, within the record. */
  revision: number;
  /** From 1, within the stream. */
  seq: number;
  /** Null when the data was redacted. */
  data: T | null;
  author: string;
  materiality: Materiality;
  materialityReason?: string;
  /** When it is true of the world, by the author. */
  effectiveAt: string;
  /** When the ledger took it. */
  recordedAt: string;
  dataHash: string;
  hash: string;
}

/** Latest revision of a record in a register, with the subject it belongs to. */
export interface RecordView<T = unknown> extends RevisionView<T> {
  subject: SubjectHead;
  /** One line, plain text. */
  summary: string;
}

export interface SubjectHead {
  ref: string;
  title: string;
  owner?: string;
}

export interface AppendRequest {
  type: string;
  data: unknown;
  /** Of an existing record: the entry that is revised. Documents need none. */
  recordId?: string;
  /** The revision the author started from; absent for a new record. Stale: 409 with the head. */
  baseRevision?: number;
  materiality?: Materiality;
  materialityReason?: string;
  effectiveAt?: string;
}

/** The body of a 409, beside Backstage's own `error`. */
export interface ConflictBody {
  head: RevisionView;
}

/** One subject in lists. */
export interface SubjectSummary extends SubjectHead {
  kind: string;
  namespace: string;
  name: string;
  type?: string;
  lifecycle?: string;
  sourcing?: string;
  tier: Tier;
  /** Null: not even bronze. */
  level: Level | null;
  counts: StateCounts;
  /** See `share`. */
  share: number | null;
  /** Controls `expired`. */
  overdue: number;
  /** What to do first, or absent when everything holds. */
  first?: { controlId: string; title: string; state: ResultState; reason: string };
  /** Null until the first evaluation. */
  evaluatedAt: string | null;
}

/** Where a person fixes what a control found. */
export interface Remediation {
  /** The button, such as "Write the intended use". */
  label: string;
  /** The one place: the entity's source file, or a tab of the subject's page. */
  place: 'source' | 'intended-use' | 'risk' | 'changes';
}

export interface ControlView {
  id: string;
  version: number;
  title: string;
  family: string;
  familyTitle: string;
  level: Level;
  /** Holds when… */
  holdsWhen: string;
  appliesTo: string;
  references: { framework: string; id: string; title: string }[];
  remediation: Remediation;
}

export interface ResultView {
  controlId: string;
  controlVersion: number;
  title: string;
  family: string;
  level: Level;
  state: ResultState;
  reason: string;
  /** When this state began. */
  since: string;
  validUntil: string | null;
  nextState: ResultState | null;
  nextReason: string | null;
  remediation: Remediation;
}

/** Everything of one subject on one page. */
export interface SubjectPosture extends SubjectSummary {
  profile: Profile;
  profileErrors: ProfileError[];
  tierReasons: TierReason[];
  results: ResultView[];
  observedAt: string;
  policy: { version: string; hash: string };
  /** What the reader may do here. */
  may: { append: boolean };
}

export interface FamilyCounts {
  family: string;
  title: string;
  counts: StateCounts;
  share: number | null;
}

/** A roll-up over a set of subjects. */
export interface Scorecard {
  subjects: number;
  counts: StateCounts;
  share: number | null;
  overdue: number;
  families: FamilyCounts[];
  tiers: Record<Tier, number>;
  /** `none`: not even bronze. */
  levels: Record<Level | 'none', number>;
}

export interface OrganizationScorecard extends Scorecard {
  /** Subjects whose owner is missing from the catalog or is not declared, and those owned by a person; part of the totals. */
  withoutTeam: { unowned: Scorecard; ownedByPerson: Scorecard };
}

/** A team's line: with everything below it in the tree, and its own alone. */
export interface TeamScorecard extends Scorecard {
  ref: string;
  name: string;
  title: string;
  parent?: string;
  own: number;
  children: string[];
}
