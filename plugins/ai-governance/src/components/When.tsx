import { DateTime } from 'luxon';
import { useLocale } from '../translation';

/** An instant as the reader's own date and time, or its day alone where there is little room; in UTC on hover. */
export function When({ at, dayOnly }: { at: string; dayOnly?: boolean }) {
  const locale = useLocale();
  const time = DateTime.fromISO(at);
  return (
    <time dateTime={at} title={at}>
      {time.toLocaleString(
        dayOnly ? DateTime.DATE_MED : DateTime.DATETIME_MED,
        { locale },
      )}
    </time>
  );
}
