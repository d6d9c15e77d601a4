import { HumanDuration } from '@backstage/types';
import { DateTime } from 'luxon';

/** An instant as it is stored and compared: ISO 8601, UTC, always with milliseconds, so that text order is time order. */
export type Instant = string;

// Beyond these years a text has a sign and more digits, and text order is no longer time order.
const earliest: Instant = '0000-01-01T00:00:00.000Z';
const latest: Instant = '9999-12-31T23:59:59.999Z';
const earliestMs = Date.parse(earliest);
const latestMs = Date.parse(latest);

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
  return writtenMs(ms);
}

/** As `written`, of milliseconds since 1970. */
function writtenMs(ms: number): Instant {
  if (Number.isNaN(ms)) throw new RangeError('Not an instant: out of range');
  if (ms < earliestMs) return earliest;
  return ms > latestMs ? latest : new Date(ms).toISOString();
}

const DAY = 24 * 3600 * 1000;
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Milliseconds of a text in the one form in which instants are stored; undefined for any other, and for a day that no calendar has. */
function storedMs(text: string): number | undefined {
  if (!instantPattern.test(text)) return undefined;
  const ms = Date.parse(text);
  return ms >= earliestMs && new Date(ms).toISOString() === text
    ? ms
    : undefined;
}

/**
 * Calendar arithmetic in UTC: a month after 31 January is the last day of February.
 * Within the years 0 to 9999; what would lie outside is the nearest instant within.
 *
 * @throws RangeError when `at` is no instant
 */
export function plus(at: Instant, duration: HumanDuration): Instant {
  return shifted(at, duration, 1);
}

/** As `plus`, backwards. */
export function minus(at: Instant, duration: HumanDuration): Instant {
  return shifted(at, duration, -1);
}

// Judging a subject counts days and months some hundred times, and a library of time zones takes a hundred times as long for it as the calendar of UTC.
function shifted(at: Instant, duration: HumanDuration, sign: 1 | -1): Instant {
  const whole = wholeOf(duration);
  const ms = whole && storedMs(at);
  if (ms !== undefined) {
    return writtenMs(
      monthsLater(ms, sign * whole!.months) + sign * whole!.days * DAY,
    );
  }
  const time = DateTime.fromISO(at, { zone: 'utc' });
  return written(sign > 0 ? time.plus(duration) : time.minus(duration));
}

/** A duration of whole days, weeks, months and years, in days and months; undefined for any other. */
function wholeOf(
  duration: HumanDuration,
): { months: number; days: number } | undefined {
  const { years = 0, months = 0, weeks = 0, days = 0, ...smaller } = duration;
  const whole = { months: years * 12 + months, days: weeks * 7 + days };
  const given = [years, months, weeks, days, whole.months, whole.days];
  return Object.keys(smaller).length === 0 && given.every(Number.isSafeInteger)
    ? whole
    : undefined;
}

/** The same day of another month, or the last one where it has fewer; milliseconds since 1970. */
function monthsLater(ms: number, months: number): number {
  if (months === 0) return ms;
  const time = new Date(ms);
  const day = time.getUTCDate();
  time.setUTCDate(1);
  time.setUTCMonth(time.getUTCMonth() + months);
  const last = new Date(time);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  time.setUTCDate(Math.min(day, last.getUTCDate()));
  return time.getTime();
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
