import {
  noCounts,
  ResultState,
  resultStates,
  StateCounts,
} from 'backstage-plugin-ai-governance-common';

/** Counts by control family. */
export type FamilyCounts = Record<string, StateCounts>;

/** A letter for each state: the texts are as many as the subjects, and are read whole for each roll-up. */
const letters: Record<ResultState, string> = {
  pass: 'p',
  warning: 'w',
  fail: 'f',
  expired: 'x',
  'not-reported': 'n',
  'not-applicable': 'a',
  exempt: 'e',
  error: 'r',
};
const stateOf = new Map(
  resultStates.map(state => [letters[state].charCodeAt(0), state]),
);

/**
 * Counts as one text for a column, such as `DOCf1 DOCp3`, which is one that fails and three that pass: what is none is left out, and the same counts
 * make the same text, so that subjects can be grouped by it.
 */
export const familyText = (families: FamilyCounts): string =>
  Object.entries(families)
    .flatMap(([family, counts]) =>
      resultStates
        .filter(state => counts[state] > 0)
        .map(state => `${family}${letters[state]}${counts[state]}`),
    )
    .sort()
    .join(' ');

const ZERO = '0'.charCodeAt(0);
const isDigit = (code: number) => code >= ZERO && code < ZERO + 10;

/** Adds the counts of such a text to others, so many times. */
export function addFamilyText(
  to: FamilyCounts,
  text: string,
  times: number = 1,
): void {
  for (let start = 0; start < text.length; ) {
    const space = text.indexOf(' ', start);
    const end = space < 0 ? text.length : space;
    // from behind: the number, the letter, and the family before them
    let at = end - 1;
    let count = 0;
    for (let of = 1; isDigit(text.charCodeAt(at)); of *= 10) {
      count += (text.charCodeAt(at) - ZERO) * of;
      at -= 1;
    }
    const family = text.slice(start, at);
    const counts = (to[family] ??= noCounts());
    counts[stateOf.get(text.charCodeAt(at))!] += count * times;
    start = end + 1;
  }
}

/** The counts of such a text; a family of which there is none is not among them. */
export function familyCounts(text: string): FamilyCounts {
  const families: FamilyCounts = {};
  addFamilyText(families, text);
  return families;
}

/** SQL and bindings for: of a family, at least one result is in one of the states. */
export const familyHas = (
  column: string,
  family: string,
  states: readonly ResultState[],
) => ({
  sql: `(${states.map(() => `' ' || ?? like ?`).join(' or ')})`,
  bindings: states.flatMap(state => [column, `% ${family}${letters[state]}%`]),
});
