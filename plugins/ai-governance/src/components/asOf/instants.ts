import { DateTime } from 'luxon';

// A day is one of the reader's calendar (YYYY-MM-DD), and stands for its end; an instant is ISO 8601 in UTC, as addresses and the API have it.

/** The reader's calendar day of an instant; empty for what is none. */
export const dayOfInstant = (at: string): string =>
  DateTime.fromISO(at).toISODate() ?? '';

export const today = (): string => DateTime.now().toISODate();

/** The end of a day of the reader's calendar; undefined for today, which has not ended: it is the present. */
export const endOfDay = (day: string): string | undefined =>
  day === today()
    ? undefined
    : DateTime.fromISO(day).endOf('day').toUTC().toISO() ?? undefined;

/** An instant in the words of a language (BCP 47): the day when it is the end of one, the day and the time otherwise; as it came when it is none. */
export function instantWords(at: string, locale: string): string {
  const time = DateTime.fromISO(at);
  if (!time.isValid) return at;
  return time.endOf('day').toMillis() === time.toMillis()
    ? time.toLocaleString(DateTime.DATE_FULL, { locale })
    : time.toLocaleString(
        { ...DateTime.DATE_FULL, hour: 'numeric', minute: '2-digit' },
        { locale },
      );
}

/** The same instant a year before. */
export const yearBefore = (at: string): string | undefined =>
  DateTime.fromISO(at).minus({ years: 1 }).toUTC().toISO() ?? undefined;
