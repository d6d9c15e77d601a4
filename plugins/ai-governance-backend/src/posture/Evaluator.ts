import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Control,
  controls as allControls,
  evaluate,
  GovernancePolicy,
  instant,
  ModelFeed,
  policyHash,
  riskLevelsOverTime,
  trainingNeedsOf,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Clock } from '../database/clock';
import { retrying } from '../database/retrying';
import { Ledger } from '../ledger/Ledger';
import { noTelemetry, Telemetry } from '../telemetry/Telemetry';
import { loadStates } from './loadStates';
import { Evaluated, storeEvaluations } from './storeEvaluations';
import {
  claim,
  Claimed,
  finish,
  lockClaimed,
  markDue,
  postpone,
} from './workQueue';

export interface EvaluatorOptions {
  knex: Knex;
  ledger: Ledger;
  policy: GovernancePolicy;
  /** When providers retire their models, if that is configured. */
  modelFeed?: ModelFeed;
  clock: Clock;
  logger: LoggerService;
  /** Default: every control of the suite. */
  controls?: readonly Control[];
  /** After which work that its claimer did not finish is another's, in seconds. Default 60. */
  leaseSeconds?: number;
  /** Told the references of the subjects that were evaluated, once that is committed. */
  onEvaluated?: (refs: string[]) => void;
  telemetry?: Telemetry;
}

type Complete = Required<Omit<EvaluatorOptions, 'modelFeed'>> &
  Pick<EvaluatorOptions, 'modelFeed'>;

/** Subjects in one claim, unless told: few enough that a claim is done well within its lease. */
export const CLAIM = 200;

/** Judges the subjects that are marked or came due, and stores what it finds. Several may share one database. */
export class Evaluator {
  readonly #options: Complete;
  readonly #policyHash: string;

  static create(options: EvaluatorOptions): Evaluator {
    return new Evaluator({
      controls: allControls,
      leaseSeconds: 60,
      onEvaluated: () => {},
      telemetry: noTelemetry,
      ...options,
    });
  }

  private constructor(options: Complete) {
    this.#options = options;
    this.#policyHash = policyHash(options.policy);
  }

  /**
   * Brings what came due into work, claims up to `limit` subjects, evaluates and stores them.
   *
   * @returns how many were evaluated; 0: there was nothing to do, or nothing that succeeded
   * @throws what the database throws
   */
  async runOnce(options: { limit?: number } = {}): Promise<number> {
    return await this.#run({ limit: options.limit ?? CLAIM });
  }

  /** Evaluates one subject that was just observed, if it is marked or came due, and nobody else is at it. */
  async evaluateNow(subjectId: string): Promise<void> {
    await this.#run({ limit: 1, subjectId });
  }

  async #run(options: { limit: number; subjectId?: string }): Promise<number> {
    const { knex, clock, leaseSeconds } = this.#options;
    const now = await clock(knex);
    await retrying(() => markDue(knex, now, options.subjectId));
    const lease = {
      owner: randomUUID(),
      until: instant(Date.parse(now) + leaseSeconds * 1000),
    };
    const claimed = await claim(knex, lease, { now, ...options });
    if (claimed.length === 0) return 0;
    const { telemetry } = this.#options;
    const begun = performance.now();
    const evaluated = await telemetry.traced(
      'evaluate',
      () => this.#evaluate(claimed, lease.owner),
      { subjects: claimed.length },
    );
    telemetry.evaluated({
      seconds: (performance.now() - begun) / 1000,
      evaluated: evaluated.stored,
      failed: evaluated.failed,
    });
    return evaluated.stored;
  }

  async #evaluate(
    claimed: Claimed[],
    leaseOwner: string,
  ): Promise<{ stored: number; failed: number }> {
    const { knex, ledger, policy, clock, controls, logger, onEvaluated } =
      this.#options;
    const loaded = await loadStates(
      knex,
      ledger,
      claimed.map(c => c.subject_id),
      policy,
      this.#options.modelFeed,
    );
    // after loading: nothing that was loaded lies in its future
    const at = await clock(knex);
    const failed = new Map<string, { ref: string; error: unknown }>();
    const evaluated: Evaluated[] = [];
    for (const subject of loaded) {
      const { id, ref } = subject;
      try {
        if ('error' in subject) throw subject.error;
        const evaluation = evaluate(subject.state, policy, at, controls);
        evaluated.push({
          id,
          ref,
          evaluation,
          training: trainingNeedsOf(
            subject.state,
            policy,
            evaluation.tier.tier,
            at,
          ),
          risks: riskLevelsOverTime(subject.state, at),
          obsoleteInputs: subject.obsoleteInputs,
        });
      } catch (error) {
        failed.set(id, { ref, error });
      }
    }

    const store = (which: readonly Claimed[], found: readonly Evaluated[]) =>
      retrying(() =>
        knex.transaction(async tx => {
          const mine = await lockClaimed(tx, leaseOwner, which);
          const ids = new Set(mine.map(m => m.subjectId));
          const own = found.filter(({ id }) => ids.has(id));
          await storeEvaluations(tx, own, {
            controls,
            policyHash: this.#policyHash,
            at,
          });
          await finish(tx, mine);
          return own;
        }),
      );
    const able = claimed.filter(c => !failed.has(c.subject_id));
    let stored: Evaluated[] = [];
    try {
      stored = await store(able, evaluated);
    } catch (error) {
      // one of them cannot be stored: find out which, so that the others can
      for (const one of able) {
        const found = evaluated.filter(e => e.id === one.subject_id);
        try {
          stored.push(...(await store([one], found)));
        } catch (reason) {
          failed.set(one.subject_id, {
            ref: found[0]?.ref ?? one.subject_id,
            error: reason,
          });
        }
      }
    }
    for (const one of claimed) {
      const failure = failed.get(one.subject_id);
      if (!failure) continue;
      logger.error(
        `${failure.ref} could not be evaluated`,
        failure.error as Error,
      );
      await postpone(knex, leaseOwner, one, failure.error, at);
    }
    if (stored.length > 0) onEvaluated(stored.map(({ ref }) => ref));
    return { stored: stored.length, failed: failed.size };
  }
}
