import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * SQL that is true where a text is one of many, in one binding: however many there are, no database runs out of variables.
 *
 * @param expression - SQL of the text
 */
export function isOneOf(
  knex: Knex,
  expression: string,
  values: readonly string[],
): { sql: string; bindings: string[] } {
  const list = isPostgres(knex)
    ? 'select json_array_elements_text(?::json)'
    : 'select value from json_each(?)';
  return {
    sql: `${expression} in (${list})`,
    bindings: [JSON.stringify(values)],
  };
}
