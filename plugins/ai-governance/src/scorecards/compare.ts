import { Scorecard } from 'backstage-plugin-ai-governance-common';
import { DateTime } from 'luxon';
import { Texts } from '../translation';
import { points } from './percent';

/** A scorecard of an earlier instant. */
export type Before = Scorecard & { at: string };

/**
 * How a scorecard differs from an earlier one, in words, figure by figure. Undefined where there was nothing to compare with.
 *
 * @param locale - in whose way the day is written (BCP 47)
 */
export function compare(
  t: Texts,
  locale: string,
  now: Scorecard,
  before: Before | undefined,
): { subjects?: string; share?: string; overdue?: string } {
  if (!before || before.subjects === 0) return {};
  const day = DateTime.fromISO(before.at).toLocaleString(
    { day: 'numeric', month: 'short' },
    { locale },
  );
  const counted = (difference: number) => {
    if (difference === 0) return t('scorecards.since.asMany', { day });
    const count = Math.abs(difference);
    return difference > 0
      ? t('scorecards.since.more', { count, day })
      : t('scorecards.since.fewer', { count, day });
  };
  return {
    subjects: counted(now.subjects - before.subjects),
    overdue: counted(now.overdue - before.overdue),
    share: shareSince(t, now.share, before.share, day),
  };
}

function shareSince(
  t: Texts,
  now: number | null,
  before: number | null,
  day: string,
): string | undefined {
  if (now === null || before === null) return undefined;
  const difference = points(now) - points(before);
  if (difference === 0) return t('scorecards.since.same', { day });
  const count = Math.abs(difference);
  return difference > 0
    ? t('scorecards.since.up', { count, day })
    : t('scorecards.since.down', { count, day });
}
