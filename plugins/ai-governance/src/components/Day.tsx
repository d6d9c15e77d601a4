import { DateTime } from 'luxon';
import { useLocale } from '../translation';

/** A calendar day (YYYY-MM-DD) as the reader writes days. */
export function Day({ day }: { day: string }) {
  const locale = useLocale();
  return (
    <time dateTime={day} title={day}>
      {DateTime.fromISO(day).toLocaleString(DateTime.DATE_MED, { locale })}
    </time>
  );
}
