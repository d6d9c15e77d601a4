import { Instant } from '../instant';
import { Finding } from './Control';

/** The earliest of some instants that is later than another; undefined: none is. */
function firstAfter(
  from: Instant,
  instants: readonly Instant[],
  another: Instant | undefined,
): Instant | undefined {
  let first = another !== undefined && another > from ? another : undefined;
  for (const one of instants) {
    if (one > from && (first === undefined || one < first)) first = one;
  }
  return first;
}

/**
 * What a judgement says at an instant, and the first later instant at which it says something else.
 * `changes` are the instants at which it may change, beside those that a judgement foretells itself in `next`; in between it must not.
 * Every one of them is judged anew: after a change, what was foretold before it need not come.
 */
export function overTime(
  at: Instant,
  changes: readonly Instant[],
  judge: (at: Instant) => Finding,
): Finding {
  const { next, ...now } = judge(at);
  if (!next && changes.length === 0) return now;
  let from = at;
  let foretold = next?.at;
  for (;;) {
    const then = firstAfter(from, changes, foretold);
    if (then === undefined) return now;
    const { next: after, ...turned } = judge(then);
    if (
      turned.state !== now.state ||
      turned.reason !== now.reason ||
      turned.remedy !== now.remedy
    ) {
      return { ...now, next: { at: then, ...turned } };
    }
    from = then;
    foretold = after?.at;
  }
}
