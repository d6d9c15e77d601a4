import { continuation, redaction } from 'backstage-plugin-ai-governance-common';
import { LedgerProblem, ProblemKind, Revision } from './Ledger';
import { genesisHash, rowHash, StreamOrigin } from './rowHash';
import { sha256 } from './sha256';

/** A row of `records`, as stored. */
export interface StoredRecord {
  id: string;
  type: string;
  seq: number;
  revision: number;
}

/** What a stream is checked against, beside its rows. */
export interface StreamFrame {
  streamId: string;
  /** Undefined when there are rows of a stream that is not there. */
  origin: StreamOrigin | undefined;
  head: { seq: number; hash: string } | undefined;
  /** What the stream is called now; undefined where another has taken over its name, as that one's rows say. */
  name?: string;
}

/** The check of one stream: takes its rows in the order of `seq`, then says what is wrong. */
export class StreamCheck {
  readonly #frame: StreamFrame;
  readonly #problems: LedgerProblem[] = [];
  /** Latest row of each record, from the rows themselves. */
  readonly #latest = new Map<string, StoredRecord>();
  /** Rows without data for which no redaction was met yet, by record and revision. */
  readonly #erased = new Map<string, { seq: number }>();
  /** What the last row that says so calls the stream. */
  #calledBy: Revision | undefined;
  #seq = 0;
  /** What the next row may name as the one before; two when that one's own hash is wrong, which is said already. */
  #before: (string | undefined)[];

  constructor(frame: StreamFrame) {
    this.#frame = frame;
    this.#before = [frame.origin ? genesisHash(frame.origin) : ''];
    if (!frame.origin)
      this.#say('chain-broken', null, 'The stream itself was removed');
  }

  row(row: Revision) {
    const expected = this.#seq + 1;
    if (row.seq !== expected) {
      this.#say('sequence-gap', row.seq, this.#gap(row.seq, expected));
    } else if (!this.#before.includes(row.previousHash)) {
      this.#say(
        'chain-broken',
        row.seq,
        row.seq === 1
          ? 'Row 1 does not go with the beginning of the stream: the row was put in another place, or the kind, reference or creation of the stream was changed'
          : `Row ${row.seq} does not name the hash of the row before it: a row was inserted, removed, exchanged or written anew`,
      );
    }
    const computed = hashOf(row);
    if (computed !== row.hash) {
      this.#say(
        'row-changed',
        row.seq,
        `Row ${row.seq} does not give its hash: a column was changed after it was written`,
      );
    }
    this.#data(row);
    // a row before the first is no place to count on from
    if (!(row.seq < expected)) {
      this.#seq = row.seq;
      this.#before = [row.hash, computed];
    }
    const { recordId, type, seq, revision } = row;
    this.#latest.set(recordId, { id: recordId, type, seq, revision });
    if (row.type === continuation.type) this.#calledBy = row;
  }

  /** The problems, after the last row; `records` are all rows that the reading of latest revisions has for the stream. */
  finish(records: readonly StoredRecord[]): LedgerProblem[] {
    for (const row of this.#erased.values()) {
      this.#say(
        'data-missing',
        row.seq,
        `The data of row ${row.seq} is gone, and no redaction says who erased it`,
      );
    }
    this.#checkHead();
    this.#checkName();
    this.#checkRecords(records);
    return this.#problems;
  }

  #gap(seq: number, expected: number) {
    if (!(seq > expected))
      return `Row ${seq} stands where no row can stand: it was inserted`;
    return expected === seq - 1
      ? `Row ${expected} was removed`
      : `Rows ${expected} to ${seq - 1} were removed`;
  }

  #data(row: Revision) {
    const key = (id: unknown, revision: unknown) => `${id} ${revision}`;
    if (row.data === null) {
      this.#erased.set(key(row.recordId, row.revision), { seq: row.seq });
      return;
    }
    // SQLite keeps what it is given, also bytes in a column of text
    if (typeof row.data !== 'string' || sha256(row.data) !== row.dataHash) {
      this.#say(
        'data-changed',
        row.seq,
        `The data of row ${row.seq} does not give its hash: it was changed after it was written`,
      );
    } else if (row.type === redaction.type) {
      const target = parsed(row.data);
      if (!this.#erased.delete(key(target.recordId, target.revision))) {
        this.#say(
          'data-changed',
          row.seq,
          `The redaction in row ${row.seq} erased revision ${target.revision} of record ${target.recordId}, and its data is there`,
        );
      }
    }
  }

  #checkHead() {
    const { head } = this.#frame;
    const seq = this.#seq;
    if (!head) {
      this.#say('head-changed', null, 'The head of the stream was removed');
    } else if (head.seq > seq) {
      this.#say(
        'tail-cut',
        head.seq,
        `The head says that the stream has ${head.seq} rows, and it ends with row ${seq}: the end was cut off, or the head changed`,
      );
    } else if (head.seq !== seq) {
      this.#say(
        'head-changed',
        head.seq,
        `The head says that the stream has ${head.seq} rows, and it has ${seq}: a row was added past the head, or the head changed`,
      );
    } else if (!this.#before.includes(head.hash)) {
      this.#say(
        'head-changed',
        head.seq,
        seq === 0
          ? 'The head does not go with the beginning of the stream: the head, or the kind, reference or creation of the stream was changed'
          : `The head does not have the hash of row ${seq}: the head was changed, or the last row written anew`,
      );
    }
  }

  #checkName() {
    const { name, origin } = this.#frame;
    if (!origin || name === undefined) return;
    const row = this.#calledBy;
    const said = row ? parsed(row.data ?? '').to : origin.ref;
    if (name === said) return;
    this.#say(
      'name-changed',
      row?.seq ?? null,
      `The stream is called ${name}, and ${
        row ? `row ${row.seq}` : 'its beginning'
      } says that it is ${said}: its name was changed without a record`,
    );
  }

  #checkRecords(records: readonly StoredRecord[]) {
    const unread = new Map(this.#latest);
    for (const record of records) {
      const row = unread.get(record.id);
      unread.delete(record.id);
      if (
        record.seq !== row?.seq ||
        record.revision !== row.revision ||
        record.type !== row.type
      ) {
        this.#say(
          'records-differ',
          row?.seq ?? null,
          row
            ? `The table of latest revisions has row ${record.seq} (${record.type}, revision ${record.revision}) for record ${record.id}, and the ledger has row ${row.seq} (${row.type}, revision ${row.revision})`
            : `The table of latest revisions has a record ${record.id}, and the ledger has none in this stream`,
        );
      }
    }
    for (const row of unread.values()) {
      this.#say(
        'records-differ',
        row.seq,
        `The table of latest revisions lacks record ${row.id}, which is in row ${row.seq}`,
      );
    }
  }

  #say(kind: ProblemKind, seq: number | null, message: string) {
    const { streamId, origin } = this.#frame;
    this.#problems.push({
      streamId,
      streamRef: origin?.ref ?? null,
      // whatever SQLite was made to hold in the column
      seq: Number.isInteger(seq) ? seq : null,
      kind,
      message,
    });
  }
}

// A row that was changed by hand may hold anything: that is a finding, and must not end the verification.
function hashOf(row: Revision): string | undefined {
  try {
    return rowHash(row);
  } catch {
    return undefined;
  }
}

function parsed(data: string): Record<string, unknown> {
  try {
    return JSON.parse(data) ?? {};
  } catch {
    return {};
  }
}
