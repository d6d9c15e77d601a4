import {
  addCounts,
  controlFamilies,
  levels,
  noCounts,
  notHoldingStates,
  resultStates,
  Scorecard,
  share,
  StateCounts,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Reading } from '../posture/reading';
import { countColumn, countsOf } from '../posture/stateCounts';
import { ReadScope } from '../permissions/ReadScope';

const sum = (knex: Knex, sql: string, name: string) =>
  knex.raw(`sum(${sql}) as ??`, [name]);
const sumIf = (knex: Knex, condition: string, name: string) =>
  sum(knex, `case when ${condition} then 1 else 0 end`, name);

const openSql = notHoldingStates.map(s => `m.${countColumn(s)}`).join(' + ');

// the controls of the organization judge no subject
const families = Object.entries(controlFamilies).filter(
  ([family]) => family !== 'ORG',
);

/**
 * Scorecards over the subjects that a reader may read, by group: two queries, whatever the number of groups and subjects.
 * Reads summaries only, never results.
 *
 * @param group.sql - SQL of what to group by
 * @param group.join - joins what the SQL needs to the subjects of the reading
 * @param group.own - SQL of a condition; the subjects for which it is true are counted as `own`
 */
export async function rollUp(
  knex: Knex,
  reading: Reading,
  scope: ReadScope,
  group: {
    sql: string;
    join(query: Knex.QueryBuilder): unknown;
    own?: string;
  },
): Promise<Map<string, Scorecard & { own: number }>> {
  const subjects = () => {
    const query = reading.subjects();
    scope.apply(query, 's.id');
    group.join(query);
    return query
      .select(knex.raw(`${group.sql} as ??`, ['key']))
      .groupByRaw(group.sql);
  };
  const rows = await subjects().select(
    knex.raw('count(*) as ??', ['subjects']),
    ...resultStates.map(s =>
      sum(knex, `coalesce(m.${countColumn(s)}, 0)`, countColumn(s)),
    ),
    ...tiers.map(t => sumIf(knex, `m.tier = '${t}'`, `tier_${t}`)),
    ...tiers.map(t =>
      sum(
        knex,
        `case when m.tier = '${t}' then ${openSql} else 0 end`,
        `open_${t}`,
      ),
    ),
    ...levels.map(l => sumIf(knex, `m.level = '${l}'`, `level_${l}`)),
    sumIf(knex, 'm.subject_id is not null and m.level is null', 'level_none'),
    sumIf(knex, 'm.subject_id is null', 'unevaluated'),
    sumIf(knex, group.own ?? '1 = 0', 'own'),
  );
  const familyRows = await subjects()
    .join(reading.families('h') as any, join =>
      join.on('h.subject_id', 'm.subject_id').andOn('h.from_at', 'm.from_at'),
    )
    .select('h.family')
    .groupBy('h.family')
    .select(
      resultStates.map(s => sum(knex, `h.${countColumn(s)}`, countColumn(s))),
    );

  const byFamily = new Map<string, StateCounts>(
    familyRows.map((row: any) => [`${row.key}\n${row.family}`, countsOf(row)]),
  );
  return new Map(
    rows.map((row: any) => [
      row.key,
      {
        ...scorecard({
          subjects: Number(row.subjects),
          counts: countsOf(row),
          families: Object.fromEntries(
            families.map(([family]) => [
              family,
              byFamily.get(`${row.key}\n${family}`) ?? noCounts(),
            ]),
          ),
          tiers: numbers(tiers, t => row[`tier_${t}`]),
          openByTier: numbers(tiers, t => row[`open_${t}`]),
          levels: numbers(['none', ...levels], l => row[`level_${l}`]),
          unevaluated: Number(row.unevaluated),
        }),
        own: Number(row.own),
      },
    ]),
  );
}

/** The scorecard of no subjects. */
export const emptyScorecard = (): Scorecard =>
  scorecard({
    subjects: 0,
    counts: noCounts(),
    families: {},
    tiers: numbers(tiers, () => 0),
    openByTier: numbers(tiers, () => 0),
    levels: numbers(['none', ...levels], () => 0),
    unevaluated: 0,
  });

/**
 * One scorecard of all subjects that a reader may read.
 *
 * @param narrow - to fewer of them
 */
export async function total(
  knex: Knex,
  reading: Reading,
  scope: ReadScope,
  narrow: (query: Knex.QueryBuilder) => unknown = () => {},
): Promise<Scorecard> {
  const found = await rollUp(knex, reading, scope, {
    // no constant: PostgreSQL does not group by one
    sql: `case when s.id is not null then 'all' end`,
    join: narrow,
  });
  const { own: _, ...all } = found.get('all') ?? {
    own: 0,
    ...emptyScorecard(),
  };
  return all;
}

/** The scorecard of the subjects of both; no subject may be in both. */
export function addScorecards(a: Scorecard, b: Scorecard): Scorecard {
  const familyCounts = (of: Scorecard, family: string) =>
    of.families.find(f => f.family === family)!.counts;
  return scorecard({
    subjects: a.subjects + b.subjects,
    counts: addCounts(a.counts, b.counts),
    families: Object.fromEntries(
      families.map(([family]) => [
        family,
        addCounts(familyCounts(a, family), familyCounts(b, family)),
      ]),
    ),
    tiers: numbers(tiers, t => a.tiers[t] + b.tiers[t]),
    openByTier: numbers(tiers, t => a.openByTier[t] + b.openByTier[t]),
    levels: numbers(
      ['none', ...levels] as const,
      l => a.levels[l] + b.levels[l],
    ),
    unevaluated: a.unevaluated + b.unevaluated,
  });
}

function scorecard(
  of: Omit<Scorecard, 'share' | 'overdue' | 'families'> & {
    families: Record<string, StateCounts>;
  },
): Scorecard {
  return {
    ...of,
    share: share(of.counts),
    overdue: of.counts.expired,
    families: families.map(([family, title]) => {
      const counts = of.families[family] ?? noCounts();
      return { family, title, counts, share: share(counts) };
    }),
  };
}

function numbers<K extends string>(
  keys: readonly K[],
  of: (key: K) => unknown,
): Record<K, number> {
  return Object.fromEntries(keys.map(key => [key, Number(of(key))])) as Record<
    K,
    number
  >;
}
