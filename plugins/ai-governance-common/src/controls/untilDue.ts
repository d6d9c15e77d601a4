import { HumanDuration } from '@backstage/types';
import { dayOf, Instant, minus } from '../instant';
import { Finding } from './Control';

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
  const expired = `${words.lapsed} It was due by ${dayOf(due)}.`;
  const warning = `${words.holds} It runs out on ${dayOf(
    due,
  )}: renew it before.`;
  if (at >= due) return { state: 'expired', reason: expired };
  if (at >= warnFrom) {
    return {
      state: 'warning',
      reason: warning,
      next: { at: due, state: 'expired', reason: expired },
    };
  }
  return {
    state: 'pass',
    reason: `${words.holds} Good until ${dayOf(due)}.`,
    next: { at: warnFrom, state: 'warning', reason: warning },
  };
}
