import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Instant } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { SubjectCriterion } from './subjectRules';

/**
 * Compiles criteria to SQL on a row of `subjects`. True for the same rows for which the rules' `apply` is: no part is ever NULL.
 *
 * @param table - name or alias of `subjects` in the query
 * @param at - the instant whose tier counts
 */
export function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<SubjectCriterion>,
  table: string,
  at: Instant,
): void {
  if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      query.andWhere(q => whereCriteria(q, part, table, at));
    }
  } else if ('anyOf' in criteria) {
    query.andWhere(any => {
      any.whereRaw('1 = 0');
      for (const part of criteria.anyOf) {
        any.orWhere(q => whereCriteria(q, part, table, at));
      }
    });
  } else if ('not' in criteria) {
    const part = criteria.not;
    query.whereNot(not => {
      not.whereRaw('1 = 1');
      whereCriteria(not, part, table, at);
    });
  } else {
    whereCriterion(query, criteria, table, at);
  }
}

function whereCriterion(
  query: Knex.QueryBuilder,
  criterion: SubjectCriterion,
  table: string,
  at: Instant,
) {
  switch (criterion.asks) {
    case 'column': {
      const column = `${table}.${criterion.column}`;
      query.whereNotNull(column).whereIn(column, criterion.values);
      break;
    }
    case 'tier':
      query.whereExists(held =>
        held
          .select('held.subject_id')
          .from({ held: 'subject_summary' })
          .whereRaw('held.subject_id = ??', [`${table}.id`])
          .whereIn('held.tier', criterion.tiers)
          .where('held.from_at', '<=', at)
          .where(until =>
            until.whereNull('held.until_at').orWhere('held.until_at', '>', at),
          ),
      );
      break;
    case 'team':
      query.whereExists(above =>
        above
          .select('above.ancestor')
          .from({ above: 'group_closure' })
          .whereRaw('above.descendant = ??', [`${table}.owner`])
          .whereIn('above.ancestor', criterion.teams),
      );
      break;
    default:
      throw new Error(
        `There is no such criterion: ${JSON.stringify(criterion)}`,
      );
  }
}
