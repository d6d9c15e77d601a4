import { LoggerService } from '@backstage/backend-plugin-api';
import { drain } from './drain';
import { CLAIM, Evaluator } from './Evaluator';

/** Keeps evaluating in the background: whatever is in work at once, else a look every `pollMs`. */
export class Worker {
  readonly #evaluator: Pick<Evaluator, 'runOnce'>;
  readonly #logger: LoggerService;
  readonly #pollMs: number;
  #running: Promise<void> | undefined;
  #stopping = false;
  /** Set when there may be new work since the last look. */
  #poked = false;
  #wake: () => void = () => {};

  /** @param options - `pollMs`: how often to look when nobody pokes, in milliseconds; default 1000 */
  static create(options: {
    evaluator: Pick<Evaluator, 'runOnce'>;
    logger: LoggerService;
    pollMs?: number;
  }): Worker {
    return new Worker(options);
  }

  private constructor(options: {
    evaluator: Pick<Evaluator, 'runOnce'>;
    logger: LoggerService;
    pollMs?: number;
  }) {
    this.#evaluator = options.evaluator;
    this.#logger = options.logger;
    this.#pollMs = options.pollMs ?? 1000;
  }

  start(): void {
    this.#stopping = false;
    this.#running ??= this.#loop();
  }

  /** Ends after the evaluation under way. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake();
    await this.#running;
    this.#running = undefined;
  }

  /** There is work, do not wait for the next look. */
  poke(): void {
    this.#poked = true;
    this.#wake();
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      this.#poked = false;
      let evaluated = 0;
      try {
        evaluated = await this.#evaluator.runOnce();
        // there was as much as one takes, so there is more
        if (evaluated >= CLAIM) {
          await drain(this.#evaluator, () => this.#stopping);
        }
      } catch (error) {
        evaluated = 0;
        this.#logger.error('The evaluation failed', error as Error);
      }
      if (evaluated === 0 && !this.#poked && !this.#stopping) {
        await this.#rest();
      }
    }
  }

  async #rest(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>(resolve => {
      this.#wake = resolve;
      timer = setTimeout(resolve, this.#pollMs);
    });
    clearTimeout(timer);
    this.#wake = () => {};
  }
}
