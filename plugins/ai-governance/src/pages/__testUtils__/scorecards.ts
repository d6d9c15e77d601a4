import {
  controlFamilies,
  noCounts,
  Scorecard,
  share,
  StateCounts,
  tiers,
  Trend,
} from 'backstage-plugin-ai-governance-common';
import { DateTime } from 'luxon';

/** The families that are asked about; of the others no control has a result. */
const asked: ReadonlySet<string> = new Set(['INV', 'DOC', 'RSK']);

/** A scorecard with what a test cares for; each family that is asked about has the same counts unless told. */
export function scorecardOf(of: {
  subjects?: number;
  counts?: Partial<StateCounts>;
  families?: Record<string, Partial<StateCounts>>;
  tiers?: Partial<Scorecard['tiers']>;
  /** Default: all of it at the gravest tier that there is, or at the lowest. */
  openByTier?: Partial<Scorecard['openByTier']>;
  levels?: Partial<Scorecard['levels']>;
  unevaluated?: number;
}): Scorecard {
  const all = { ...noCounts(), ...of.counts };
  const gravest = tiers.find(t => of.tiers?.[t]) ?? 'minimal';
  const open = all.fail + all.expired + all['not-reported'] + all.error;
  return {
    subjects: of.subjects ?? 1,
    counts: all,
    share: share(all),
    overdue: all.expired,
    families: Object.entries(controlFamilies).map(([family, title]) => {
      const counts = {
        ...noCounts(),
        ...(of.families?.[family] ?? (asked.has(family) ? of.counts : {})),
      };
      return { family, title, counts, share: share(counts) };
    }),
    tiers: { prohibited: 0, high: 0, limited: 0, minimal: 0, ...of.tiers },
    openByTier: {
      prohibited: 0,
      high: 0,
      limited: 0,
      minimal: 0,
      ...(of.openByTier ?? { [gravest]: open }),
    },
    levels: { none: 0, bronze: 0, silver: 0, gold: 0, ...of.levels },
    unevaluated: of.unevaluated ?? 0,
  };
}

/** Thirteen points, a month apart until an instant; of each the scorecard that a test says, or that of no subjects. */
export const trendOf = (
  until: string,
  cards: Record<number, Parameters<typeof scorecardOf>[0]>,
): Trend['items'] =>
  Array.from({ length: 13 }, (_, i) => ({
    ...scorecardOf(cards[i] ?? { subjects: 0 }),
    at: DateTime.fromISO(until)
      .minus({ months: 12 - i })
      .toUTC()
      .toISO()!,
  }));
