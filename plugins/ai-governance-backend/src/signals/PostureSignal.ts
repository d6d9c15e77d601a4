import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';

const POSTURE_CHANNEL = 'ai-governance';

/**
 * Tells every open page that some posture changed, at most once in `everyMs`: at once, and again after a burst.
 * It names nobody and nothing, so that it gives nothing away: pages ask again for what they show.
 */
export class PostureSignal {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #everyMs: number;
  #pause: NodeJS.Timeout | undefined;
  #again = false;

  static create(options: {
    signals: SignalsService;
    logger: LoggerService;
    everyMs?: number;
  }) {
    return new PostureSignal(options);
  }

  private constructor(options: {
    signals: SignalsService;
    logger: LoggerService;
    everyMs?: number;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#everyMs = options.everyMs ?? 500;
  }

  changed(): void {
    if (this.#pause) {
      this.#again = true;
      return;
    }
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      if (this.#again) this.changed();
    }, this.#everyMs);
    this.#pause.unref();
    this.#again = false;
    this.#publish();
  }

  /** Drops what was not told yet. */
  stop(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#again = false;
  }

  #publish() {
    this.#signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: POSTURE_CHANNEL,
        message: { type: 'posture-changed' },
      })
      .catch(error =>
        this.#logger.warn(
          `Open pages could not be told that posture changed: ${stringifyError(
            error,
          )}`,
        ),
      );
  }
}
