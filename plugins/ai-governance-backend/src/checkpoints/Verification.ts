import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { TaskRuns } from '../health/TaskRuns';
import { Ledger, LedgerProblem, LedgerVerification } from '../ledger/Ledger';
import { verifyPages } from '../ledger/verify';
import { checkCheckpoints } from './checkCheckpoints';
import { Checkpoints } from './Checkpoints';
import { databasePins } from './databasePins';

const id = 'whole';

/** How a verification that may have taken several runs ended. */
export interface VerificationOutcome {
  streams: number;
  revisions: number;
  problems: number;
  firstProblem: string | null;
}

/** Verifies the ledger, and holds it against its checkpoints. */
export class Verification {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #ledger: Pick<Ledger, 'verify'>;
  readonly #checkpoints: Checkpoints;
  readonly #taskRuns: TaskRuns;

  static create(options: {
    knex: Knex;
    clock: Clock;
    ledger: Pick<Ledger, 'verify'>;
    checkpoints: Checkpoints;
    taskRuns: TaskRuns;
  }): Verification {
    return new Verification(options);
  }

  private constructor(options: {
    knex: Knex;
    clock: Clock;
    ledger: Pick<Ledger, 'verify'>;
    checkpoints: Checkpoints;
    taskRuns: TaskRuns;
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#ledger = options.ledger;
    this.#checkpoints = options.checkpoints;
    this.#taskRuns = options.taskRuns;
  }

  /** One stream. @throws NotFoundError when there is none of that ref */
  stream(streamRef: string): Promise<LedgerVerification> {
    return this.#ledger.verify({ streamRef, pins: databasePins() });
  }

  /** Every stream and every checkpoint, at one go; notes how it went. */
  whole(): Promise<LedgerVerification> {
    return this.#taskRuns.noted(
      'ledger-verification',
      async () => {
        const problems = await this.#checkpointProblems();
        const ledger = await this.#ledger.verify({ pins: databasePins() });
        problems.push(...ledger.problems);
        return { ...ledger, ok: problems.length === 0, problems };
      },
      ({ problems }) => found(problems.length),
    );
  }

  /**
   * The same page by page: a run that is stopped, or whose process dies, is gone on with by the next. Notes how it went once it is at the end.
   *
   * @returns undefined when it was stopped before
   */
  async resume(signal: AbortSignal): Promise<VerificationOutcome | undefined> {
    const begun = await this.#begun();
    for await (const page of verifyPages(this.#knex, {
      after: begun.after_id,
      pins: databasePins(),
    })) {
      begun.after_id = page.after;
      begun.streams += page.streams;
      begun.revisions += page.revisions;
      begun.problems += page.problems.length;
      begun.first_problem ??= page.problems[0]?.message ?? null;
      await this.#knex('verification_progress').where({ id }).update(begun);
      if (signal.aborted && page.more) return undefined;
    }
    return this.#taskRuns.noted(
      'ledger-verification',
      async () => {
        const problems = await this.#checkpointProblems();
        await this.#knex('verification_progress').where({ id }).delete();
        return {
          streams: begun.streams,
          revisions: begun.revisions,
          problems: begun.problems + problems.length,
          firstProblem: begun.first_problem ?? problems[0]?.message ?? null,
        };
      },
      ({ problems }) => found(problems),
    );
  }

  async #begun() {
    const columns = await this.#knex('verification_progress')
      .where({ id })
      .first('after_id', 'streams', 'revisions', 'problems', 'first_problem');
    if (columns) return { ...columns, revisions: Number(columns.revisions) };
    const fresh = {
      after_id: '',
      streams: 0,
      revisions: 0,
      problems: 0,
      first_problem: null as string | null,
    };
    await this.#knex('verification_progress').insert({
      id,
      begun_at: await this.#clock(this.#knex),
      ...fresh,
    });
    return fresh;
  }

  async #checkpointProblems(): Promise<LedgerProblem[]> {
    const problems: LedgerProblem[] = [];
    for await (const problem of checkCheckpoints(
      this.#knex,
      await this.#checkpoints.trust(),
    ))
      problems.push(problem);
    return problems;
  }
}

function found(problems: number): string | undefined {
  if (problems === 0) return undefined;
  return problems === 1
    ? '1 problem was found'
    : `${problems} problems were found`;
}
