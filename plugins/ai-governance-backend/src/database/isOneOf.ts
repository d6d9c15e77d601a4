import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * A condition that is true where a text is one of many, in one binding: however many there are, no database runs out of variables, and PostgreSQL
 * does not plan with each of them, which takes longer than to find what they name.
 *
 * @param column - that holds the text, such as `s.id`
 */
export const isOneOf = (
  knex: Knex,
  column: string,
  values: readonly string[],
): Knex.Raw =>
  isPostgres(knex)
    ? knex.raw('?? = any(?::text[])', [column, [...values]])
    : knex.raw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(values),
      ]);
