import {
  addCounts,
  controlFamilies,
  levels,
  noCounts,
  notHoldingStates,
  Scorecard,
  share,
  StateCounts,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { ReadScope } from '../permissions/ReadScope';
import {
  addFamilyText,
  addTally,
  countsOfTally,
  FamilyTally,
} from '../posture/familyCounts';
import { Reading } from '../posture/reading';
import { countColumn } from '../posture/stateCounts';

const openSql = notHoldingStates.map(s => `m.${countColumn(s)}`).join(' + ');

// the controls of the organization judge no subject
const families = Object.entries(controlFamilies).filter(
  ([family]) => family !== 'ORG',
);

/** What some subjects add up to. */
export type Sums = Pick<
  Scorecard,
  'subjects' | 'unevaluated' | 'tiers' | 'openByTier' | 'levels'
> & { families: FamilyTally };

const zeros = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map(key => [key, 0])) as Record<K, number>;

/** The sums of no subjects. */
export const noSums = (): Sums => ({
  subjects: 0,
  unevaluated: 0,
  tiers: zeros(tiers),
  openByTier: zeros(tiers),
  levels: zeros(['none', ...levels]),
  families: new Map(),
});

/** Adds to sums those of other subjects; no subject may be in both. */
export function addSums(to: Sums, more: Sums): void {
  to.subjects += more.subjects;
  to.unevaluated += more.unevaluated;
  for (const tier of tiers) {
    to.tiers[tier] += more.tiers[tier];
    to.openByTier[tier] += more.openByTier[tier];
  }
  for (const level of ['none', ...levels] as const) {
    to.levels[level] += more.levels[level];
  }
  addTally(to.families, more.families);
}

/** Subjects that are alike in all that a scorecard counts. */
interface Alike {
  key: string | null;
  tier: keyof Sums['tiers'] | null;
  level: keyof Sums['levels'] | null;
  /** How many of its results ask for something to be done. */
  open: number | null;
  /** Null: not evaluated yet. */
  families: string | null;
  subjects: number | string;
}

/**
 * Sums over the subjects that a reader may read, by group: one query, whatever the number of groups and subjects. The database counts those
 * that are alike, so what is read grows with the ways in which subjects differ. Reads summaries only, never results.
 *
 * @param group.sql - SQL of what to group by; without it all is one group, under null
 * @param group.join - joins what the SQL needs to the subjects of the reading, or narrows them
 */
export async function rollUp(
  knex: Knex,
  reading: Reading,
  scope: ReadScope,
  group: { sql?: string; join?(query: Knex.QueryBuilder): unknown },
): Promise<Map<string | null, Sums>> {
  const query = reading.subjects();
  scope.apply(query, 's.id');
  group.join?.(query);
  const alike = ['m.tier', 'm.level', 'm.families'];
  const open = `(${openSql})`;
  const rows: Alike[] = await query
    .select(
      knex.raw(`${group.sql ?? 'null'} as ??`, ['key']),
      ...alike,
      knex.raw(`${open} as ??`, ['open']),
    )
    .groupByRaw(group.sql ? `${group.sql}, ${open}` : open)
    .groupBy(alike)
    .count({ subjects: '*' });

  const groups = new Map<string | null, Sums>();
  for (const { key, tier, level, families: text, ...row } of rows) {
    const sums = groups.get(key) ?? noSums();
    groups.set(key, sums);
    const subjects = Number(row.subjects);
    sums.subjects += subjects;
    if (text === null || tier === null) {
      sums.unevaluated += subjects;
      continue;
    }
    sums.tiers[tier] += subjects;
    sums.levels[level ?? 'none'] += subjects;
    sums.openByTier[tier] += Number(row.open) * subjects;
    addFamilyText(sums.families, text, subjects);
  }
  return groups;
}

/**
 * One scorecard of all subjects that a reader may read.
 *
 * @param narrow - to fewer of them
 */
export async function total(
  knex: Knex,
  reading: Reading,
  scope: ReadScope,
  narrow?: (query: Knex.QueryBuilder) => unknown,
): Promise<Scorecard> {
  const found = await rollUp(knex, reading, scope, { join: narrow });
  return scorecardOf(found.get(null) ?? noSums());
}

/** Sums as a scorecard. */
export function scorecardOf(sums: Sums): Scorecard {
  const byFamily = countsOfTally(sums.families);
  const counts = Object.values(byFamily).reduce(addCounts, noCounts());
  return {
    ...sums,
    counts,
    share: share(counts),
    overdue: counts.expired,
    families: families.map(([family, title]) => {
      const of: StateCounts = byFamily[family] ?? noCounts();
      return { family, title, counts: of, share: share(of) };
    }),
  };
}
