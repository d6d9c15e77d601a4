import { ServiceUnavailableError } from '@backstage/errors';

/** SQLSTATE of PostgreSQL, whole or its class; what Node.js and knex say of a connection; what SQLite says. */
const reasons: [RegExp, string][] = [
  [/^(53100|SQLITE_FULL|ENOSPC)$/, 'its disk is full'],
  [/^53300$/, 'it takes no more connections'],
  [/^(53|58|F0|XX)/, 'it has no resources left, or an error of its own'],
  [/^57P0[1-5]$/, 'it is being stopped or started'],
  [/^(28|3D|55000)/, 'it does not let the portal in, or is not there'],
  [/^25006$/, 'it takes no writing: it is a standby, or is being switched'],
  [
    /^(08|ECONNREFUSED$|ECONNRESET$|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$|ENOTFOUND$|EAI_AGAIN$)/,
    'it cannot be reached',
  ],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'another process holds it'],
  [
    /^(SQLITE_READONLY|SQLITE_IOERR|SQLITE_CANTOPEN)/,
    'its file cannot be used',
  ],
];

function reasonOf(error: unknown): string | undefined {
  const { code, name, message } = (error ?? {}) as {
    code?: unknown;
    name?: string;
    message?: string;
  };
  if (name === 'KnexTimeoutError')
    return 'it is too busy, or cannot be reached';
  if (typeof code === 'string') {
    const known = reasons.find(([pattern]) => pattern.test(code));
    if (known) return known[1];
  }
  // pg has no code for it, and knex puts the query before it
  return /(^| - )(Connection terminated|Connection ended|Client (has encountered a connection error|was closed)|timeout expired|Unable to acquire a connection)[a-z ]*$/.test(
    message ?? '',
  )
    ? 'the connection broke'
    : undefined;
}

/**
 * Whether an error says that the database is not there, or cannot take it now: then nothing is wrong with what was asked, and it may be asked again.
 *
 * @returns a 503 that says why, with what the database said in its stack alone, which is logged and not sent; undefined: it is another error
 */
export function unavailable(error: unknown): Error | undefined {
  const why = reasonOf(error);
  if (!why) return undefined;
  const answer = new ServiceUnavailableError(
    `The database cannot be used now: ${why}. Try again in a moment; if you sent a change, look first whether it was taken`,
  );
  answer.stack += `\ncaused by ${(error as Error).stack}`;
  return answer;
}
