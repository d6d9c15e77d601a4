import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Instant } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { SubjectCriterion } from './subjectRules';
import { whereCriteria } from './whereCriteria';

/** What one reader may read, for lists, counts, exports and roll-ups. */
export interface ReadScope {
  /**
   * Narrows a query to what the reader may read.
   *
   * @param subjectIdColumn - column of the query that holds the id of a subject, such as `subjects.id`
   */
  apply(query: Knex.QueryBuilder, subjectIdColumn: string): void;
}

/** For what is counted whoever asks. */
export const everything: ReadScope = { apply: () => {} };

/** For a reader who was denied. */
export const nothing: ReadScope = {
  apply: query => void query.whereRaw('1 = 0'),
};

/**
 * @param readableSet - hash of the set in `readable_sets` that the subject must be in
 * @param criteria - what our own read permission asks of the subject
 * @param at - the instant whose tiers count
 */
export function readScope(options: {
  readableSet?: string;
  criteria?: PermissionCriteria<SubjectCriterion>;
  at: Instant;
}): ReadScope {
  const { readableSet, criteria, at } = options;
  return {
    apply(query, subjectIdColumn) {
      if (readableSet !== undefined) {
        query.whereExists(readable =>
          readable
            .select('readable.subject_id')
            .from({ readable: 'readable_subjects' })
            .where('readable.hash', readableSet)
            .whereRaw('readable.subject_id = ??', [subjectIdColumn]),
        );
      }
      if (criteria) {
        query.whereExists(permitted =>
          permitted
            .select('permitted.id')
            .from({ permitted: 'subjects' })
            .whereRaw('permitted.id = ??', [subjectIdColumn])
            .andWhere(q => whereCriteria(q, criteria, 'permitted', at)),
        );
      }
    },
  };
}
