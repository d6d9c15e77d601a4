import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { SubjectCriterion } from './subjectRules';

/**
 * Compiles criteria to SQL on a row of `subjects`. True for the same rows for which the rules' `apply` is: no part is ever NULL.
 *
 * @param table - name or alias of `subjects` in the query
 */
export function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<SubjectCriterion>,
  table: string,
): void {
  if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      query.andWhere(q => whereCriteria(q, part, table));
    }
  } else if ('anyOf' in criteria) {
    query.andWhere(any => {
      any.whereRaw('1 = 0');
      for (const part of criteria.anyOf) {
        any.orWhere(q => whereCriteria(q, part, table));
      }
    });
  } else if ('not' in criteria) {
    const part = criteria.not;
    query.whereNot(not => {
      not.whereRaw('1 = 1');
      whereCriteria(not, part, table);
    });
  } else {
    const column = `${table}.${criteria.column}`;
    query.whereNotNull(column).whereIn(column, criteria.values);
  }
}
