import fc from 'fast-check';
import { Knex } from 'knex';
import { DatabaseLedger } from '../DatabaseLedger';
import { Revision, Stream } from '../Ledger';

/** Something that is done to the ledger. `which` picks one of what is there, whatever its number. */
export type Step =
  | { do: 'write'; stream: number; purpose: string }
  | { do: 'enter'; stream: number; title: string }
  | { do: 'revise'; which: number; title: string }
  | { do: 'redact'; which: number };

const stream = fc.nat(1);
const which = fc.nat(1000);
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter(t => /\S/.test(t) && !/[\0\r\n]/.test(t));

/** Any sequence of appends, revisions and redactions on two streams. */
export const histories = (constraints: fc.ArrayConstraints) =>
  fc.array(
    fc.oneof<fc.Arbitrary<Step>[]>(
      fc.record({ do: fc.constant('write' as const), stream, purpose: text }),
      fc.record({ do: fc.constant('enter' as const), stream, title: text }),
      fc.record({ do: fc.constant('revise' as const), which, title: text }),
      fc.record({ do: fc.constant('redact' as const), which }),
    ),
    constraints,
  );

const change = (title: string) => ({
  type: 'change',
  data: { kind: 'model', title, why: 'The old one ends' },
});

export const refs = ['aisystem:default/one', 'component:default/two'];

export async function emptyLedger(knex: Knex) {
  for (const table of ['records', 'heads', 'revisions', 'streams'])
    await knex(table).delete();
}

/** A ledger with two streams, and what is done to it. */
export class History {
  readonly #ledger: DatabaseLedger;
  readonly #streams: Stream[];
  /** Latest revision of each record that people wrote, as the ledger gave it. */
  readonly #latest = new Map<string, Revision>();
  /** All that people wrote and nobody redacted. */
  readonly #readable: Revision[] = [];

  static async begin(ledger: DatabaseLedger): Promise<History> {
    const streams = [];
    for (const ref of refs)
      streams.push(await ledger.ensureStream('subject', ref));
    return new History(ledger, streams);
  }

  private constructor(ledger: DatabaseLedger, streams: Stream[]) {
    this.#ledger = ledger;
    this.#streams = streams;
  }

  get streams(): readonly Stream[] {
    return this.#streams;
  }

  /** Does a step; a revision or redaction of nothing is none. */
  async take(step: Step): Promise<Revision | undefined> {
    const author = 'user:default/dana.k';
    switch (step.do) {
      case 'write': {
        const { id } = this.#streams[step.stream];
        const document = [...this.#latest.values()].find(
          r => r.streamId === id && r.type === 'intended-use',
        );
        return this.#wrote(
          await this.#ledger.append(id, {
            type: 'intended-use',
            data: { purpose: step.purpose },
            author,
            baseRevision: document?.revision,
          }),
        );
      }
      case 'enter':
        return this.#wrote(
          await this.#ledger.append(this.#streams[step.stream].id, {
            ...change(step.title),
            author,
          }),
        );
      case 'revise': {
        const entries = [...this.#latest.values()].filter(
          r => r.type === 'change',
        );
        const entry = entries[step.which % entries.length];
        return (
          entry &&
          this.#wrote(
            await this.#ledger.append(entry.streamId, {
              ...change(step.title),
              author,
              recordId: entry.recordId,
              baseRevision: entry.revision,
              materiality: 'routine',
              materialityReason: 'A slip of the pen',
            }),
          )
        );
      }
      default: {
        const [target] = this.#readable.splice(
          step.which % (this.#readable.length || 1),
          1,
        );
        return (
          target &&
          this.#ledger.redact(target.recordId, target.revision, {
            author,
            reason: 'Names a person',
          })
        );
      }
    }
  }

  #wrote(revision: Revision) {
    this.#latest.set(revision.recordId, revision);
    this.#readable.push(revision);
    return revision;
  }
}
