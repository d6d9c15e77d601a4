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
export function familyText(families: FamilyCounts): string {
  const parts: string[] = [];
  for (const family of Object.keys(families)) {
    for (const state of resultStates) {
      const count = families[family][state];
      if (count > 0) parts.push(family + letters[state] + count);
    }
  }
  return parts.sort().join(' ');
}

/**
 * How often what is counted was found, under one number for each family and state: a roll-up adds up some 200,000 parts of texts, and to make a
 * name of each takes longer than to add.
 */
export type FamilyTally = Map<number, number>;

const SPACE = ' '.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);
const isDigit = (code: number) => code >= ZERO && code < ZERO + 10;
// the letters of a family and that of the state, seven bits each: exact for families of up to six letters
const LETTER = 128;

const addTo = (to: FamilyTally, key: number, count: number) =>
  to.set(key, (to.get(key) ?? 0) + count);

/** Adds the counts of such a text to others, so many times. */
export function addFamilyText(
  to: FamilyTally,
  text: string,
  times: number = 1,
): void {
  let key = 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      addTo(to, key, count * times);
      key = 0;
      count = 0;
    } else if (isDigit(code)) count = count * 10 + code - ZERO;
    else key = key * LETTER + code;
  }
  if (key > 0) addTo(to, key, count * times);
}

/** Adds counts to others. */
export function addTally(to: FamilyTally, more: FamilyTally): void {
  for (const [key, count] of more) addTo(to, key, count);
}

/** What was added up, by family; a family of which there is none is not among them. */
export function countsOfTally(tally: FamilyTally): FamilyCounts {
  const families: FamilyCounts = {};
  for (const [key, count] of tally) {
    const state = key % LETTER;
    let family = '';
    for (let rest = (key - state) / LETTER; rest > 0; ) {
      const letter = rest % LETTER;
      family = String.fromCharCode(letter) + family;
      rest = (rest - letter) / LETTER;
    }
    families[family] ??= noCounts();
    families[family][stateOf.get(state)!] = count;
  }
  return families;
}

/** The counts of such a text. */
export function familyCounts(text: string): FamilyCounts {
  const tally: FamilyTally = new Map();
  addFamilyText(tally, text);
  return countsOfTally(tally);
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
