/**
 * SQL of the place of a value in a list, from 0; null when it is in none.
 *
 * @param values - of the code, never of a request
 */
export const placeIn = (column: string, values: readonly string[]) =>
  `case ${column} ${values
    .map((value, index) => `when '${value}' then ${index}`)
    .join(' ')} end`;
