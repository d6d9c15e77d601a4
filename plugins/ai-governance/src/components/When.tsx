import { DateTime } from 'luxon';

/** An instant as the reader's own date and time; in UTC on hover. */
export function When({ at }: { at: string }) {
  const time = DateTime.fromISO(at);
  return (
    <time dateTime={at} title={at}>
      {time.toLocaleString(DateTime.DATETIME_MED)}
    </time>
  );
}
