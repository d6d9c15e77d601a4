import { DateTime } from 'luxon';

/** A calendar day (YYYY-MM-DD) as the reader writes days. */
export function Day({ day }: { day: string }) {
  return (
    <time dateTime={day} title={day}>
      {DateTime.fromISO(day).toLocaleString(DateTime.DATE_MED)}
    </time>
  );
}
