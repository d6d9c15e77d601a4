import { Scorecard } from 'backstage-plugin-ai-governance-common';
import { DateTime } from 'luxon';
import { points } from './percent';

/** A scorecard of an earlier instant. */
export type Before = Scorecard & { at: string };

/** How a scorecard differs from an earlier one, in words, figure by figure. Undefined where there was nothing to compare with. */
export function compare(
  now: Scorecard,
  before: Before | undefined,
): { subjects?: string; share?: string; overdue?: string } {
  if (!before || before.subjects === 0) return {};
  const day = DateTime.fromISO(before.at).toLocaleString({
    day: 'numeric',
    month: 'short',
  });
  const counted = (difference: number) => {
    if (difference === 0) return `as many as on ${day}`;
    return difference > 0
      ? `${difference} more than on ${day}`
      : `${-difference} fewer than on ${day}`;
  };
  return {
    subjects: counted(now.subjects - before.subjects),
    overdue: counted(now.overdue - before.overdue),
    share: shareSince(now.share, before.share, day),
  };
}

function shareSince(
  now: number | null,
  before: number | null,
  day: string,
): string | undefined {
  if (now === null || before === null) return undefined;
  const difference = points(now) - points(before);
  if (difference === 0) return `the same as on ${day}`;
  const sign = difference > 0 ? '+' : '−';
  const size = Math.abs(difference);
  return `${sign}${size} ${size === 1 ? 'point' : 'points'} since ${day}`;
}
