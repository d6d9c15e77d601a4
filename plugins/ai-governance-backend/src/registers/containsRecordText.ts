import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { containsText } from '../database/containsText';

/**
 * SQL that is true where any text in a JSON document contains another, whatever the case. Names of fields do not count.
 * A document that is null (redacted) contains nothing.
 *
 * @param column - of canonical JSON, as text
 */
export function containsRecordText(
  knex: Knex,
  column: string,
  wanted: string,
): { sql: string; bindings: string[] } {
  const pg = isPostgres(knex);
  const { sql, bindings } = containsText(
    knex,
    pg ? `t.value #>> '{}'` : 't.atom',
    wanted,
  );
  return {
    sql: pg
      ? `exists (select 1 from jsonb_path_query(${column}::jsonb, 'strict $.**') as t(value) where jsonb_typeof(t.value) = 'string' and ${sql})`
      : `exists (select 1 from json_tree(${column}) as t where t.type = 'text' and ${sql})`,
    bindings,
  };
}
