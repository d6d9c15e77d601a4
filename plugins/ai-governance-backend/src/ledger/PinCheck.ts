import { Knex } from 'knex';
import { LedgerProblem, ProblemKind, Revision } from './Ledger';
import { genesisHash } from './rowHash';
import { StreamFrame } from './StreamCheck';

/** What the row of a stream hashed to when a checkpoint was taken; `seq` 0 is its beginning. */
export interface Pin {
  checkpoint: number;
  seq: number;
  hash: string;
}

/** What a ledger is held against: the ends of its streams, as they were signed. */
export interface Pins {
  /** A query for the column `id` of every stream that has pins, where the database has them. */
  ids?(tx: Knex, after: string): Knex.QueryBuilder;
  /**
   * Pins by stream id, those of one stream in the order of their checkpoints. Asked page by page in the order of the streams: for these, and all others
   * up to `until`; without `until` for all that are left.
   */
  upTo(
    tx: Knex,
    streamIds: readonly string[],
    until: string | undefined,
  ): Promise<Map<string, Pin[]>>;
}

/** Holds the rows of one stream against its pins: rows that were written anew have hashes that fit each other, and not these. */
export class PinCheck {
  readonly #frame: StreamFrame;
  readonly #pins: readonly Pin[];
  /** Hashes of the rows that are pinned. */
  readonly #hashes = new Map<number, string | undefined>();
  #last = 0;

  constructor(frame: StreamFrame, pins: readonly Pin[]) {
    this.#frame = frame;
    this.#pins = pins;
    for (const { seq } of pins) this.#hashes.set(seq, undefined);
    if (frame.origin) this.#hashes.set(0, genesisHash(frame.origin));
  }

  row({ seq, hash }: Revision) {
    if (this.#hashes.has(seq) && seq !== 0) this.#hashes.set(seq, hash);
    this.#last = Math.max(this.#last, seq);
  }

  /** What is wrong first, after the last row: what comes after it follows from it. */
  finish(): LedgerProblem[] {
    if (this.#pins.length === 0) return [];
    let held = 0;
    for (const { checkpoint, seq, hash } of this.#pins) {
      const found = this.#hashes.get(seq);
      if (found !== hash) return [this.#problem(checkpoint, seq, held, found)];
      held = seq;
    }
    return [];
  }

  #problem(
    checkpoint: number,
    seq: number,
    held: number,
    found: string | undefined,
  ): LedgerProblem {
    if (!this.#frame.origin && this.#last === 0) {
      return this.#say(
        'stream-removed',
        null,
        `Checkpoint ${checkpoint} has this stream with ${rows(
          seq,
        )}, and there is none any more: it was removed`,
      );
    }
    if (seq > this.#last) {
      return this.#say(
        'rows-missing',
        this.#last + 1,
        `Checkpoint ${checkpoint} has ${rows(
          seq,
        )} of this stream, and it ends with row ${
          this.#last
        }: the end was cut off`,
      );
    }
    if (found === undefined) {
      return this.#say(
        'rows-missing',
        seq,
        `Checkpoint ${checkpoint} has row ${seq} of this stream, and it is not there: it was removed`,
      );
    }
    const first = Math.min(held + 1, seq);
    return this.#say(
      'rewritten',
      first,
      `Row ${seq} is not the one that checkpoint ${checkpoint} has: ${
        first === seq
          ? `row ${seq} was written anew`
          : `row ${first} or one after it, up to row ${seq}, was written anew, and all after it`
      }`,
    );
  }

  #say(kind: ProblemKind, seq: number | null, message: string) {
    const { streamId, origin } = this.#frame;
    return { streamId, streamRef: origin?.ref ?? null, seq, kind, message };
  }
}

function rows(n: number) {
  return n === 1 ? '1 row' : `${n} rows`;
}
