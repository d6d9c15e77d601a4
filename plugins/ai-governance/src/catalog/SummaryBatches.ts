import {
  AiGovernanceApi,
  SubjectSummary,
} from 'backstage-plugin-ai-governance-common';

/** References in one request: they stand in its address. */
const TOGETHER = 100;
/** Sorting and paging back asks for nothing anew. */
const KEPT_MS = 30_000;

type Subjects = Pick<AiGovernanceApi, 'subjects'>;

const batchesOf = new WeakMap<Subjects, SummaryBatches>();

/** Reads summaries for rows of a table: whatever is asked for in one turn goes in one request. */
export class SummaryBatches {
  readonly #api: Subjects;
  readonly #kept = new Map<
    string,
    { at: number; summary: Promise<SubjectSummary | undefined> }
  >();
  #waiting: {
    ref: string;
    done: (batch: Promise<SubjectSummary[]>) => void;
  }[] = [];

  /** One for each API, so that all rows share it. */
  static of(api: Subjects): SummaryBatches {
    const batches = batchesOf.get(api) ?? new SummaryBatches(api);
    batchesOf.set(api, batches);
    return batches;
  }

  private constructor(api: Subjects) {
    this.#api = api;
  }

  /** @returns undefined for what is no subject, or none that the reader may read */
  async read(ref: string): Promise<SubjectSummary | undefined> {
    const kept = this.#kept.get(ref);
    if (kept && Date.now() - kept.at < KEPT_MS) return kept.summary;
    const summary = this.#ask(ref).then(items =>
      items.find(item => item.ref === ref),
    );
    this.#kept.set(ref, { at: Date.now(), summary });
    // what failed is asked for again
    summary.catch(() => this.#kept.delete(ref));
    return summary;
  }

  #ask(ref: string): Promise<SubjectSummary[]> {
    return new Promise(done => {
      if (this.#waiting.length === 0) setTimeout(() => this.#send());
      this.#waiting.push({ ref, done });
    });
  }

  #send() {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < waiting.length; from += TOGETHER) {
      const some = waiting.slice(from, from + TOGETHER);
      const batch = this.#api
        .subjects({ ref: some.map(({ ref }) => ref), limit: TOGETHER })
        .then(({ items }) => items);
      some.forEach(({ done }) => done(batch));
    }
  }
}
