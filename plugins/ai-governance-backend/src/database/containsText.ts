import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * SQL that is true where a text contains another, whatever the case. `%` and `_` mean themselves.
 *
 * @param expression - SQL of the text
 */
export function containsText(
  knex: Knex,
  expression: string,
  wanted: string,
): { sql: string; bindings: string[] } {
  // Both databases lower ASCII only (PostgreSQL made to), so they find the same; the other letters that are asked for are lowered one by one.
  let sql = asciiLower(knex, expression);
  const bindings: string[] = [];
  const text = wanted.toLocaleLowerCase('en-US');
  for (const letter of new Set(text)) {
    const capital = letter.toLocaleUpperCase('en-US');
    if (letter > '\x7f' && capital !== letter) {
      sql = `replace(${sql}, ?, ?)`;
      bindings.push(capital, letter);
    }
  }
  const pattern = `%${text.replace(/[\\%_]/g, c => `\\${c}`)}%`;
  return { sql: `${sql} like ? escape '\\'`, bindings: [...bindings, pattern] };
}

/** SQL of a text with its ASCII letters lowered, in byte order, alike on both databases. */
export function asciiLower(knex: Knex, expression: string): string {
  return isPostgres(knex)
    ? `lower((${expression}) collate "C")`
    : `lower(${expression})`;
}

/** SQL of a text in byte order, alike on both databases. */
export function byteOrder(knex: Knex, expression: string): string {
  return isPostgres(knex) ? `(${expression}) collate "C"` : `(${expression})`;
}
