import { HumanDuration } from '@backstage/types';
import { endOfDay, Instant, minus, startOfDay } from '../instant';
import { Finding } from './Control';
import { overTime } from './overTime';

/** Something that is to be done by the end of a day. */
export interface Dated {
  title: string;
  day: string;
  /** The day from which it counts as done; a day to come is a promise, not yet a deed. */
  done?: string;
  /** What more to say of it. */
  note?: string;
}

interface Timed extends Dated {
  due: Instant;
  warnFrom: Instant;
  doneFrom?: Instant;
}

const named = (those: readonly Dated[]) =>
  those
    .map(
      ({ title, day, note }) =>
        `“${title}” (${[day, note].filter(Boolean).join(', ')})`,
    )
    .join(', ');

/** How what is dated stands: what is late is expired, and what is due within the window warns. */
export function datesOverTime(
  dated: readonly Dated[],
  window: HumanDuration,
  at: Instant,
  words: { none: string; next: string; late: string; soon: string },
): Finding {
  const timed = dated
    .map((one): Timed => {
      const due = endOfDay(one.day);
      return {
        ...one,
        due,
        warnFrom: minus(due, window),
        doneFrom: one.done && startOfDay(one.done),
      };
    })
    // stable: those of one day stay in their order
    .sort((a, b) => Number(a.due > b.due) - Number(a.due < b.due));
  const changes = timed.flatMap(({ due, warnFrom, doneFrom }) => [
    warnFrom,
    due,
    ...(doneFrom ? [doneFrom] : []),
  ]);
  return overTime(at, changes, when => {
    const open = timed.filter(({ doneFrom }) => !doneFrom || when < doneFrom);
    if (open.length === 0) return { state: 'pass', reason: words.none };
    const late = open.filter(({ due }) => when >= due);
    if (late.length > 0) {
      return { state: 'expired', reason: `${words.late}: ${named(late)}.` };
    }
    const near = open.filter(({ warnFrom }) => when >= warnFrom);
    if (near.length > 0) {
      return { state: 'warning', reason: `${words.soon}: ${named(near)}.` };
    }
    return {
      state: 'pass',
      reason: `${words.next} ${named(open.slice(0, 1))}.`,
    };
  });
}
