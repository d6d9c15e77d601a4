import { HumanDuration } from '@backstage/types';
import { DateTime } from 'luxon';

/** An instant as it is stored and compared: ISO 8601, UTC, always with milliseconds, so that text order is time order. */
export type Instant = string;

// Beyond these years a text has a sign and more digits, and text order is no longer time order.
const earliest: Instant = '0000-01-01T00:00:00.000Z';
const latest: Instant = '9999-12-31T23:59:59.999Z';

function written(time: DateTime): Instant {
  if (!time.isValid) {
    throw new RangeError(`Not an instant: ${time.invalidExplanation}`);
  }
  const utc = time.toUTC();
  if (utc.year < 0) return earliest;
  return utc.year > 9999 ? latest : utc.toISO()!;
}

/**
 * The instant of a date, of milliseconds since 1970, or of an ISO 8601 text, which is read as UTC when it names no zone.
 * What lies outside the years 0 to 9999 is the nearest instant within.
 *
 * @throws RangeError when it is none
 */
export function instant(value: Date | number | string): Instant {
  if (typeof value === 'string') {
    return written(DateTime.fromISO(value, { zone: 'utc' }));
  }
  const ms = new Date(value).getTime();
  if (Number.isNaN(ms)) throw new RangeError('Invalid date');
  return written(DateTime.fromMillis(ms, { zone: 'utc' }));
}

/**
 * Calendar arithmetic in UTC: a month after 31 January is the last day of February.
 * Within the years 0 to 9999; what would lie outside is the nearest instant within.
 *
 * @throws RangeError when `at` is no instant
 */
export function plus(at: Instant, duration: HumanDuration): Instant {
  return written(DateTime.fromISO(at, { zone: 'utc' }).plus(duration));
}

/** As `plus`, backwards. */
export function minus(at: Instant, duration: HumanDuration): Instant {
  return written(DateTime.fromISO(at, { zone: 'utc' }).minus(duration));
}

/** The first instant of a calendar day (YYYY-MM-DD), in UTC. */
export function startOfDay(day: string): Instant {
  return plus(`${day}T00:00:00.000Z`, {});
}

/** The first instant after a calendar day (YYYY-MM-DD): a due date is kept until its day has ended, in UTC. */
export function endOfDay(day: string): Instant {
  return plus(startOfDay(day), { days: 1 });
}

/** The calendar day of an instant (YYYY-MM-DD), in UTC. */
export const dayOf = (at: Instant) => at.slice(0, 10);
