import {
  RecordType,
  recordTypes,
  StreamKind,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock, databaseClock } from '../database/clock';
import { appendAll } from './append';
import { LockedHead } from './chain';
import { checkAppend } from './checkAppend';
import { inTransaction } from './inTransaction';
import {
  Append,
  Ledger,
  LedgerVerification,
  OnAppended,
  OnErased,
  Revision,
  Stream,
  StreamRevision,
} from './Ledger';
import { Pins } from './PinCheck';
import { latestRecords, recordsAsOf, revisionsOf } from './readRecords';
import { redact } from './redact';
import { ensureStreams, findStream } from './streams';
import { verify } from './verify';

/** The ledger in the plugin's database, PostgreSQL or SQLite. */
export class DatabaseLedger implements Ledger {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #recordTypes: readonly RecordType<any>[];
  readonly #onAppended: OnAppended;
  readonly #onErased: OnErased;
  readonly #onFailed: (error: unknown) => void;

  /**
   * `recordTypes`: those that can be appended, all of the suite by default. `onErased`: told, within the transaction, what a redaction
   * erases, so that nothing made of it outlives it. `onFailed`: told of each append that was not taken, and why; an
   * attempt that is made again is told each time.
   */
  static create(options: {
    knex: Knex;
    clock?: Clock;
    recordTypes?: readonly RecordType<any>[];
    onAppended?: OnAppended;
    onErased?: OnErased;
    onFailed?: (error: unknown) => void;
  }): DatabaseLedger {
    return new DatabaseLedger(
      options.knex,
      options.clock ?? databaseClock,
      options.recordTypes ?? recordTypes,
      options.onAppended ?? (async () => {}),
      options.onErased ?? (async () => {}),
      options.onFailed ?? (() => {}),
    );
  }

  private constructor(
    knex: Knex,
    clock: Clock,
    types: readonly RecordType<any>[],
    onAppended: OnAppended,
    onErased: OnErased,
    onFailed: (error: unknown) => void,
  ) {
    this.#knex = knex;
    this.#clock = clock;
    this.#recordTypes = types;
    this.#onAppended = onAppended;
    this.#onErased = onErased;
    this.#onFailed = onFailed;
  }

  async ensureStream(
    kind: StreamKind,
    ref: string,
    tx?: Knex.Transaction,
  ): Promise<Stream> {
    const [stream] = await this.ensureStreams(kind, [ref], tx);
    return stream;
  }

  async ensureStreams(
    kind: StreamKind,
    refs: readonly string[],
    tx?: Knex.Transaction,
  ): Promise<Stream[]> {
    return inTransaction(this.#knex, tx, t =>
      ensureStreams(t, this.#clock, kind, refs),
    );
  }

  async findStream(
    ref: string,
    tx?: Knex.Transaction,
  ): Promise<Stream | undefined> {
    return findStream(tx ?? this.#knex, ref);
  }

  async append(
    streamId: string,
    input: Append,
    tx?: Knex.Transaction,
  ): Promise<Revision> {
    const [revision] = await this.appendAll([{ ...input, streamId }], tx);
    return revision;
  }

  async appendAll(
    appends: readonly (Append & { streamId: string })[],
    tx?: Knex.Transaction,
  ): Promise<Revision[]> {
    if (appends.length === 0) return [];
    return this.#append(appends, work =>
      inTransaction(this.#knex, tx, t => work(t)),
    );
  }

  async appendAfter(
    head: LockedHead,
    input: Append,
    tx: Knex.Transaction,
  ): Promise<Revision> {
    const streamId = head.stream.id;
    const [revision] = await this.#append([{ ...input, streamId }], work =>
      work(tx, new Map([[streamId, head]])),
    );
    return revision;
  }

  async #append(
    appends: readonly (Append & { streamId: string })[],
    within: (
      work: (
        tx: Knex.Transaction,
        held?: ReadonlyMap<string, LockedHead>,
      ) => Promise<Revision[]>,
    ) => Promise<Revision[]>,
  ): Promise<Revision[]> {
    try {
      const checked = appends.map(({ streamId, ...input }) => ({
        streamId,
        ...checkAppend(this.#recordTypes, input),
      }));
      return await within(async (tx, held) => {
        const appended = await appendAll(tx, this.#clock, checked, held);
        await this.#onAppended(tx, appended);
        return appended.map(({ revision }) => revision);
      });
    } catch (error) {
      this.#onFailed(error);
      throw error;
    }
  }

  async redact(
    recordId: string,
    revision: number,
    by: { author: string; reason: string },
    tx?: Knex.Transaction,
  ): Promise<Revision> {
    return inTransaction(this.#knex, tx, async t => {
      const { erased, ...redacted } = await redact(
        t,
        this.#clock,
        this.#recordTypes,
        { recordId, revision },
        by,
      );
      await this.#onAppended(t, [redacted]);
      await this.#onErased(t, redacted.stream, erased);
      return redacted.revision;
    });
  }

  async records(
    streamId: string,
    options: { type?: string; asOf?: string } = {},
    tx?: Knex.Transaction,
  ): Promise<Revision[]> {
    const { type, asOf } = options;
    if (asOf === undefined) {
      const records = await latestRecords(tx ?? this.#knex, [streamId], type);
      return records.get(streamId)!;
    }
    return inTransaction(this.#knex, tx, t =>
      recordsAsOf(t, this.#clock, streamId, { type, asOf }),
    );
  }

  async revisions(
    recordId: string,
    tx?: Knex.Transaction,
  ): Promise<StreamRevision[]> {
    return revisionsOf(tx ?? this.#knex, recordId);
  }

  async latest(
    streamIds: readonly string[],
    options: { type?: string } = {},
    tx?: Knex.Transaction,
  ): Promise<Map<string, Revision[]>> {
    return latestRecords(tx ?? this.#knex, streamIds, options.type);
  }

  async verify(
    options: { streamRef?: string; pins?: Pins } = {},
  ): Promise<LedgerVerification> {
    return verify(this.#knex, options);
  }
}
