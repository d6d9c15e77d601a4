import {
  noCounts,
  ResultState,
  resultStates,
  StateCounts,
} from 'backstage-plugin-ai-governance-common';

/** Counts by control family. */
export type FamilyCounts = Record<string, StateCounts>;

/**
 * Counts as one text for a column, such as `DOC.fail=1 DOC.pass=3`: what is none is left out, and the same counts make the same text, so that
 * subjects can be grouped by it.
 */
export const familyText = (families: FamilyCounts): string =>
  Object.entries(families)
    .flatMap(([family, counts]) =>
      resultStates
        .filter(state => counts[state] > 0)
        .map(state => `${family}.${state}=${counts[state]}`),
    )
    .sort()
    .join(' ');

/** The counts of such a text; a family of which there is none is not among them. */
export function familyCounts(text: string): FamilyCounts {
  const families: FamilyCounts = {};
  if (text === '') return families;
  for (const token of text.split(' ')) {
    const dot = token.indexOf('.');
    const equals = token.indexOf('=', dot);
    const family = token.slice(0, dot);
    families[family] ??= noCounts();
    families[family][token.slice(dot + 1, equals) as ResultState] = Number(
      token.slice(equals + 1),
    );
  }
  return families;
}

/** SQL and bindings for: of a family, at least one result is in one of the states. */
export const familyHas = (
  column: string,
  family: string,
  states: readonly ResultState[],
) => ({
  sql: `(${states.map(() => `' ' || ?? like ?`).join(' or ')})`,
  bindings: states.flatMap(state => [column, `% ${family}.${state}=%`]),
});
