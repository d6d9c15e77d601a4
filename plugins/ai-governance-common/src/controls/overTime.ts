import { Instant } from '../instant';
import { Finding } from './Control';

/**
 * What a judgement says at an instant, and the first later instant at which it says something else.
 * `changes` are the instants at which it may change; in between it must not.
 */
export function overTime(
  at: Instant,
  changes: readonly Instant[],
  judge: (at: Instant) => Omit<Finding, 'next'>,
): Finding {
  const now = judge(at);
  for (const change of [...changes].sort()) {
    if (change <= at) continue;
    const then = judge(change);
    if (then.state !== now.state || then.reason !== now.reason) {
      return { ...now, next: { at: change, ...then } };
    }
  }
  return now;
}
