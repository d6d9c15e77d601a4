import { Instant } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { noTelemetry, Telemetry } from '../telemetry/Telemetry';
import { sentenceOf } from './sentenceOf';

/** What is noted of, beside the sweeps, which have a table of their own. */
export type Task =
  | 'records-as-code'
  | 'registrations'
  | 'notices'
  | 'ledger-verification'
  | 'ledger-checkpoint';

export interface TaskRun {
  startedAt: Instant;
  /** Of the last run that ended; null: none did. */
  finishedAt: Instant | null;
  succeededAt: Instant | null;
  /** What was wrong with the last run that ended. */
  problem: string | null;
}

/** Notes how tasks go, in the database: the backend that is asked is not the one that ran them. */
export class TaskRuns {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #telemetry: Telemetry;

  static create(options: {
    knex: Knex;
    clock: Clock;
    telemetry?: Telemetry;
  }): TaskRuns {
    return new TaskRuns(options);
  }

  private constructor(options: {
    knex: Knex;
    clock: Clock;
    telemetry?: Telemetry;
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#telemetry = options.telemetry ?? noTelemetry;
  }

  /**
   * Runs, and notes how it went.
   *
   * @param problemOf - what is wrong with an outcome, in a sentence; undefined: nothing
   * @returns the outcome
   * @throws what `run` throws, once that is noted
   */
  async noted<T>(
    task: Task,
    run: () => Promise<T>,
    problemOf: (outcome: T) => string | undefined = () => undefined,
  ): Promise<T> {
    await this.#note(task, { started_at: await this.#clock(this.#knex) });
    let outcome: T;
    try {
      outcome = await this.#telemetry.traced(task, run);
    } catch (error) {
      await this.#end(task, sentenceOf(error));
      throw error;
    }
    await this.#end(task, problemOf(outcome));
    return outcome;
  }

  async find(task: Task): Promise<TaskRun | undefined> {
    const row = await this.#knex('task_runs').where({ task }).first();
    return (
      row && {
        startedAt: row.started_at,
        finishedAt: row.finished_at,
        succeededAt: row.succeeded_at,
        problem: row.problem,
      }
    );
  }

  async #end(task: Task, problem: string | undefined) {
    const at = await this.#clock(this.#knex);
    await this.#knex('task_runs')
      .where({ task })
      .update({
        finished_at: at,
        problem: problem ?? null,
        ...(problem === undefined && { succeeded_at: at }),
      });
  }

  async #note(task: Task, columns: { started_at: Instant }) {
    await this.#knex('task_runs')
      .insert({ task, ...columns })
      .onConflict('task')
      .merge(columns);
  }
}
