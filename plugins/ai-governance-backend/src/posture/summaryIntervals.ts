import {
  Instant,
  resultStates,
  StateCounts,
} from 'backstage-plugin-ai-governance-common';
import { ForetoldSummary } from './foretell';

/** What an evaluation changes among the stored summaries of one subject. */
export interface SummaryChanges {
  /** Summaries whose time is over, as they were held, to be kept for good. */
  past: ForetoldSummary[];
  /** `fromAt` of the stored ones that are to go. */
  dropped: Instant[];
  /** To be written. */
  open: ForetoldSummary[];
}

/**
 * Puts new summaries, of now and of what is foretold, in the place of the stored ones. What was shown until now goes to the past; a summary
 * that holds now as it did before goes on, so that the past has one row for each change and not one for each evaluation. Pure.
 *
 * @param stored - in the order of time, without gaps; those foretold may have become present meanwhile
 * @param wanted - from `foretell`; the first begins at `at`
 */
export function summaryIntervals(
  stored: readonly ForetoldSummary[],
  wanted: readonly ForetoldSummary[],
  at: Instant,
): SummaryChanges {
  const held = stored.find(
    s => s.fromAt <= at && (s.untilAt === null || s.untilAt > at),
  );
  const goesOn = held && sameSummary(held, wanted[0]);
  const target = goesOn
    ? [{ ...wanted[0], fromAt: held.fromAt }, ...wanted.slice(1)]
    : wanted;
  const stays = (s: ForetoldSummary) =>
    target.some(
      t =>
        t.fromAt === s.fromAt && t.untilAt === s.untilAt && sameSummary(t, s),
    );
  const over = stored.filter(s => s.fromAt < at && !(goesOn && s === held));
  return {
    past: over.map(s => ({
      ...s,
      untilAt: s.untilAt !== null && s.untilAt < at ? s.untilAt : at,
    })),
    dropped: stored.filter(s => !stays(s)).map(s => s.fromAt),
    open: target.filter(
      t => !stored.some(s => s.fromAt === t.fromAt && stays(s)),
    ),
  };
}

const sameCounts = (a: StateCounts, b: StateCounts) =>
  resultStates.every(state => a[state] === b[state]);

/** Whether two say the same, whatever their time. */
function sameSummary(a: ForetoldSummary, b: ForetoldSummary): boolean {
  const names = Object.keys(a.families);
  return (
    a.tier === b.tier &&
    a.level === b.level &&
    a.first === b.first &&
    sameCounts(a.counts, b.counts) &&
    names.length === Object.keys(b.families).length &&
    names.every(
      name =>
        b.families[name] && sameCounts(a.families[name], b.families[name]),
    )
  );
}
