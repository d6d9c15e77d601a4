import {
  GovernancePolicy,
  policyTier,
  riskCategories,
  riskFilterSchema,
  riskLevels,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { z } from 'zod';
import { containsText } from '../database/containsText';
import { known, refuseNul } from '../scorecards/subjectFilter';

const levels: readonly string[] = riskLevels;

/** The revision (`v`) that a risk (`x`) was judged by. */
export const revisionsJudged = (knex: Knex): Knex.QueryBuilder =>
  knex({ v: 'revisions' })
    .where('v.record_id', knex.ref('x.record_id'))
    .where('v.revision', knex.ref('x.revision'));

/** SQL of the title of a scenario (`x`) in the revision of its assessment (`v`). */
const titleSql = (knex: Knex) =>
  isPostgres(knex)
    ? `(v.data::jsonb #>> array['scenarios', x.position::text, 'title'])`
    : `json_extract(v.data, '$.scenarios[' || x.position || '].title')`;

/** SQL of the place of the tolerance of a subject's tier (`m`) among the levels of risk. */
const toleranceSql = (tolerance: GovernancePolicy['tolerance']) =>
  `case m.tier ${tiers
    .map(
      tier =>
        `when '${tier}' then ${riskLevels.indexOf(
          tolerance[policyTier(tier)],
        )}`,
    )
    .join(' ')} end`;

/**
 * Narrows a query over `risk_levels` (`x`) by what the risks themselves are.
 *
 * @throws InputError naming the parameter whose value cannot be
 */
export function filterRisks(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: z.output<typeof riskFilterSchema>,
  { tolerance }: Pick<GovernancePolicy, 'tolerance'>,
) {
  for (const name of ['inherent', 'current', 'target'] as const) {
    const wanted = known(name, filter[name], riskLevels);
    if (wanted) {
      query.whereIn(
        `x.${name}_level`,
        wanted.map(level => levels.indexOf(level)),
      );
    }
  }
  const categories = known('category', filter.category, riskCategories);
  if (categories) query.whereIn('x.category', categories);
  if (filter.aboveTolerance !== undefined) {
    const above = filter.aboveTolerance === 'true';
    query.whereRaw(
      `x.current_level ${above ? '>' : '<='} ${toleranceSql(tolerance)}`,
    );
  }
  if (filter.q) {
    refuseNul('q', filter.q);
    const { sql, bindings } = containsText(knex, titleSql(knex), filter.q);
    query.whereExists(
      revisionsJudged(knex).select(knex.raw('1')).whereRaw(sql, bindings),
    );
  }
}
