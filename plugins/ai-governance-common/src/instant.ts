import { HumanDuration } from '@backstage/types';
import { DateTime } from 'luxon';

/** An instant as it is stored and compared: ISO 8601, UTC, always with milliseconds, so that text order is time order. */
export type Instant = string;

export function instant(value: Date | number | string): Instant {
  return new Date(value).toISOString();
}

/** Calendar arithmetic in UTC: a month after 31 January is the last day of February. */
export function plus(at: Instant, duration: HumanDuration): Instant {
  return DateTime.fromISO(at, { zone: 'utc' }).plus(duration).toUTC().toISO()!;
}

export function minus(at: Instant, duration: HumanDuration): Instant {
  return DateTime.fromISO(at, { zone: 'utc' }).minus(duration).toUTC().toISO()!;
}

/** The first instant after a calendar day (YYYY-MM-DD): a due date is kept until its day has ended, in UTC. */
export function endOfDay(day: string): Instant {
  return plus(`${day}T00:00:00.000Z`, { days: 1 });
}

/** The calendar day of an instant, in UTC. */
export const dayOf = (at: Instant) => at.slice(0, 10);
