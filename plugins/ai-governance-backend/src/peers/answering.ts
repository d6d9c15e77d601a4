import { isError, ServiceUnavailableError } from '@backstage/errors';

/** How long a person waits, in milliseconds; longer than any page of a catalog takes that works. */
const patience = 60_000;

/** Statuses by which a plugin does not say that something is wrong with what it was asked. */
const refusing: Record<number, string> = {
  401: 'it does not let the portal in',
  403: 'it does not let the portal in',
  408: 'it did not answer in time',
  429: 'it is asked too much',
};

/** Another plugin, such as the catalog, cannot be asked now: nothing is wrong with what was asked of this one, which may be asked again. */
export class PeerUnavailableError extends ServiceUnavailableError {
  readonly #reason: string;

  /**
   * @param called - the plugin, as it begins a sentence
   * @param reason - in words that go on after a colon
   */
  constructor(called: string, reason: string, cause?: { stack?: string }) {
    super(
      `${called} cannot be used now: ${reason}. Try again in a moment; if you sent a change, look first whether it was taken`,
    );
    this.#reason = reason;
    // logged and not sent: it names hosts, and what the other plugin said may be of its database
    if (cause) this.stack += `\ncaused by ${cause.stack ?? cause}`;
  }

  /** Why, in words that go on after a colon. A getter: what is a field of an error is sent. */
  get reason() {
    return this.#reason;
  }
}

/**
 * A service that asks another plugin over HTTP, with errors that say so: each call throws a `PeerUnavailableError` (503) when the plugin
 * cannot be reached, does not answer within a minute, breaks off or has an error of its own, and an `Error` without what it said when it refuses
 * what it was asked, which is a fault of this plugin and not of the caller. All other errors are left as they are.
 *
 * @param called - the plugin, as it begins a sentence
 */
export function answering<T extends object>(
  service: T,
  called: string,
  patienceMs = patience,
): T {
  const asked = async <R>(answer: Promise<R>): Promise<R> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () =>
          reject(new PeerUnavailableError(called, 'it did not answer in time')),
        patienceMs,
      );
      timer.unref();
    });
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      throw explained(called, error);
    } finally {
      clearTimeout(timer);
    }
  };

  async function* pages<R>(answer: AsyncIterable<R>): AsyncGenerator<R> {
    const iterator = answer[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { done, value } = await asked(iterator.next());
        if (done) return;
        yield value;
      }
    } finally {
      // not waited for: it may be what does not answer
      iterator.return?.().catch(() => {});
    }
  }

  return new Proxy(service, {
    get(target, key) {
      const member = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        const answer = member.apply(target, args);
        if (answer?.[Symbol.asyncIterator]) return pages(answer);
        return typeof answer?.then === 'function' ? asked(answer) : answer;
      };
    },
  });
}

function explained(called: string, error: unknown): unknown {
  // by their names: what Node.js throws is of no class that a test has
  if (!isError(error)) return error;
  const { name, message } = error;
  const unavailable = (reason: string) =>
    new PeerUnavailableError(called, reason, error);
  if (name === 'ResponseError') {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode === undefined || statusCode >= 500) {
      return unavailable(`it answers with ${statusCode}`);
    }
    if (refusing[statusCode]) return unavailable(refusing[statusCode]);
    const refused = new Error(
      `${called} refused what it was asked, with ${statusCode}`,
    );
    refused.stack += `\ncaused by ${error.stack}`;
    return refused;
  }
  if (name === 'AbortError' || name === 'TimeoutError') {
    return unavailable('it did not answer in time');
  }
  // the fetch of Node.js tells of all that goes wrong on the way by one of two words
  const ofNode =
    name === 'TypeError' && /^(fetch failed|terminated)$/.test(message);
  if (ofNode || (name === 'FetchError' && !/invalid json/.test(message))) {
    return unavailable('it cannot be reached, or broke off');
  }
  if (name === 'FetchError' || name === 'SyntaxError') {
    return unavailable('its answer cannot be read');
  }
  return error;
}
