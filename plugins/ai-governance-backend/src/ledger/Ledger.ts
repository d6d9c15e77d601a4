import { Knex } from 'knex';
import { Materiality, StreamKind } from 'backstage-plugin-ai-governance-common';
import type { LockedHead } from './chain';
import { Pins } from './PinCheck';

/** The ledger of one thing. */
export interface Stream {
  id: string;
  kind: StreamKind;
  /** Full lower-case entity reference that it has now, or `organization`. */
  ref: string;
}

/** One row of the ledger, as stored. Instants are ISO 8601, UTC, milliseconds. */
export interface Revision {
  streamId: string;
  /** From 1, without gaps, within the stream. */
  seq: number;
  recordId: string;
  type: string;
  /** From 1, within the record. */
  revision: number;
  schemaVersion: number;
  /** Canonical JSON (RFC 8785); null when redacted. */
  data: string | null;
  /** SHA-256 of the canonical JSON, also after redaction. */
  dataHash: string;
  author: string;
  materiality: Materiality;
  materialityReason: string | null;
  effectiveAt: string;
  recordedAt: string;
  previousHash: string;
  hash: string;
}

/** A revision with the ref of its stream. */
export interface StreamRevision extends Revision {
  streamRef: string;
}

export interface Append {
  type: string;
  /** Checked against the schema of the type. */
  data: unknown;
  /** Of the entry that is revised; a document is found by its type. */
  recordId?: string;
  /** The revision the author started from; absent for a new record. */
  baseRevision?: number;
  /** Full reference of the person, or of the pipeline. */
  author: string;
  /** Default `material`. */
  materiality?: Materiality;
  /** Demanded with `routine`. */
  materialityReason?: string;
  /** ISO 8601; not later than now. Default: when the ledger takes it. */
  effectiveAt?: string;
}

export type ProblemKind =
  | 'row-changed' // the stored columns do not give the stored hash
  | 'data-changed' // the data does not give its hash, or is there though a redaction erased it
  | 'data-missing' // no data, and no redaction that says so
  | 'chain-broken' // the previous hash is not that of the row before: inserted, removed or reordered
  | 'sequence-gap' // seq is not one more than before
  | 'tail-cut' // the head is further than the rows
  | 'head-changed' // the head is not the last row, or is missing
  | 'name-changed' // called otherwise than its last continuation says
  | 'records-differ' // the reading of latest revisions does not agree
  | 'rewritten' // hashes fit, and are not those of a checkpoint
  | 'rows-missing' // a checkpoint has rows that are not there
  | 'stream-removed' // a checkpoint has a stream that is not there
  | 'checkpoint-changed'; // a checkpoint is not as it was signed, or is not there

export interface LedgerProblem {
  /** Empty for what is wrong with a checkpoint itself. */
  streamId: string;
  streamRef: string | null;
  seq: number | null;
  kind: ProblemKind;
  /** A sentence for the auditor. */
  message: string;
}

export interface LedgerVerification {
  ok: boolean;
  streams: number;
  revisions: number;
  problems: LedgerProblem[];
}

/**
 * Append-only streams of revisions, each row chained to the one before by hash.
 *
 * Where a transaction is taken, everything happens inside it, and nothing is done outside: SQLite has a pool of one.
 */
export interface Ledger {
  /** The stream of a ref, made if there is none. */
  ensureStream(
    kind: StreamKind,
    ref: string,
    tx?: Knex.Transaction,
  ): Promise<Stream>;

  /** The streams of many refs, made where there are none, in the order of the refs; a handful of queries whatever their number. */
  ensureStreams(
    kind: StreamKind,
    refs: readonly string[],
    tx?: Knex.Transaction,
  ): Promise<Stream[]>;

  /** The stream of a ref, or undefined. */
  findStream(ref: string, tx?: Knex.Transaction): Promise<Stream | undefined>;

  /**
   * Appends in one transaction: checks, chains, moves the head, and calls `onAppended` within it.
   *
   * @throws InputError naming every path that is wrong (also: unknown type, wrong stream kind, NUL or a lone surrogate anywhere,
   * `routine` without a reason, `effectiveAt` not an instant or in the future)
   * @throws StaleRevisionError (409) with the head when `baseRevision` is not the latest revision
   * @throws NotFoundError when there is no such stream, and when `recordId` is no record of that type in it
   */
  append(
    streamId: string,
    input: Append,
    tx?: Knex.Transaction,
  ): Promise<Revision>;

  /**
   * The same after a head that the caller's transaction has locked, and so without locking it again and without a savepoint: when it throws, the
   * transaction is to end. A head takes one append.
   */
  appendAfter(
    head: LockedHead,
    input: Append,
    tx: Knex.Transaction,
  ): Promise<Revision>;

  /**
   * The same for many streams at once, all or none, in a handful of queries whatever their number.
   *
   * @param appends - at most one for each stream
   * @returns the revisions in the order of `appends`
   * @throws as `append` does
   */
  appendAll(
    appends: readonly (Append & { streamId: string })[],
    tx?: Knex.Transaction,
  ): Promise<Revision[]>;

  /**
   * Erases the data of one revision and records who did it and why (a `redaction` in the same stream), in one transaction.
   * The chain still verifies.
   *
   * @returns the redaction
   * @throws NotFoundError, ConflictError when it is redacted already, InputError for a `profile` or a `redaction`
   */
  redact(
    recordId: string,
    revision: number,
    by: { author: string; reason: string },
    tx?: Knex.Transaction,
  ): Promise<Revision>;

  /**
   * Latest revision of each record of a stream, in the order in which the records were first recorded.
   * With `asOf`: as the ledger stood then, the same answer every time (locks the head, so no append in flight can slip under),
   * but for data that were erased since.
   *
   * @throws InputError when `asOf` is not an instant, or later than now
   */
  records(
    streamId: string,
    options?: { type?: string; asOf?: string },
    tx?: Knex.Transaction,
  ): Promise<Revision[]>;

  /** The revisions of one record, newest first; empty when there is none. */
  revisions(recordId: string, tx?: Knex.Transaction): Promise<StreamRevision[]>;

  /** Latest revisions by stream id for many streams in one query, of every type or one. */
  latest(
    streamIds: readonly string[],
    options?: { type?: string },
    tx?: Knex.Transaction,
  ): Promise<Map<string, Revision[]>>;

  /**
   * Walks every stream, or one, in pages; finds any single change to `revisions`, `heads` or `records`,
   * and to what a stream is (kind, reference, creation). With `pins`, also rows that were written anew with hashes that fit.
   * Appends meanwhile raise no alarm.
   *
   * @throws NotFoundError when there is no stream of that ref
   */
  verify(options?: {
    streamRef?: string;
    pins?: Pins;
  }): Promise<LedgerVerification>;
}

/** A revision that was just written, and whose stream it is in. */
export interface Appended {
  stream: Stream;
  revision: Revision;
}

/** Called within the transaction of every append and redaction, with all that it wrote: never nothing. */
export type OnAppended = (
  tx: Knex.Transaction,
  appended: readonly Appended[],
) => Promise<void>;

/** Called within the transaction of a redaction, after `OnAppended`, with what it erases: the canonical text of the data that was there. */
export type OnErased = (
  tx: Knex.Transaction,
  stream: Stream,
  data: string,
) => Promise<void>;
