import { HumanDuration } from '@backstage/types';
import { dayOf, Instant, minus } from '../instant';
import { Finding } from './Control';
import { overTime } from './overTime';

const dayLength = 24 * 60 * 60 * 1000;

/**
 * From when on it is warned of what is good from one instant until another: a window before its end, and at most a third of the time
 * allowed, in whole days. Otherwise what is renewed every month would be warned of all month, and nobody would look at a warning.
 */
export function warnFrom(
  since: Instant,
  due: Instant,
  window: HumanDuration,
): Instant {
  const allowed = Math.max(0, Date.parse(due) - Date.parse(since));
  const most = { days: Math.floor(allowed / 3 / dayLength) };
  const [byWindow, byThird] = [minus(due, window), minus(due, most)];
  return byWindow > byThird ? byWindow : byThird;
}

/**
 * How something that must be renewed by an instant stands: it passes, warns from `warnFrom` on, and is expired from `due` on.
 * `due` itself is expired: the time allowed has then passed.
 *
 * @param since - when it was renewed last
 */
export function untilDue(
  at: Instant,
  { since, due }: { since: Instant; due: Instant },
  window: HumanDuration,
  words: { holds: string; lapsed: string },
): Finding {
  const warn = warnFrom(since, due, window);
  // the last day on which it still holds: a due instant at midnight is the end of the day before
  const day = dayOf(minus(due, { milliseconds: 1 }));
  return overTime(at, [warn, due], when => {
    if (when >= due) {
      return {
        state: 'expired',
        reason: `${words.lapsed} It was due by ${day}.`,
      };
    }
    if (when >= warn) {
      return {
        state: 'warning',
        reason: `${words.holds} It runs out on ${day}: renew it before.`,
      };
    }
    return { state: 'pass', reason: `${words.holds} Good until ${day}.` };
  });
}
