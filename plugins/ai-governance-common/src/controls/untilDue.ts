import { HumanDuration } from '@backstage/types';
import { dayOf, Instant, minus } from '../instant';
import { Finding } from './Control';
import { overTime } from './overTime';

/**
 * How something that must be renewed by an instant stands: it passes, warns from one window before, and is expired from `due` on.
 * `due` itself is expired: the time allowed has then passed.
 */
export function untilDue(
  at: Instant,
  due: Instant,
  window: HumanDuration,
  words: { holds: string; lapsed: string },
): Finding {
  const warnFrom = minus(due, window);
  // the last day on which it still holds: a due instant at midnight is the end of the day before
  const day = dayOf(minus(due, { milliseconds: 1 }));
  return overTime(at, [warnFrom, due], when => {
    if (when >= due) {
      return {
        state: 'expired',
        reason: `${words.lapsed} It was due by ${day}.`,
      };
    }
    if (when >= warnFrom) {
      return {
        state: 'warning',
        reason: `${words.holds} It runs out on ${day}: renew it before.`,
      };
    }
    return { state: 'pass', reason: `${words.holds} Good until ${day}.` };
  });
}
