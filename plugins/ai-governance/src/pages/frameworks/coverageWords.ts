import {
  ImplementationState,
  RequirementStanding,
  ResultState,
} from 'backstage-plugin-ai-governance-common';

/** How a requirement stands, in the words, and with the sign of the state of a result that is nearest. */
export const coverageLooks: Record<
  RequirementStanding,
  { word: string; look: ResultState }
> = {
  holds: { word: 'Holds', look: 'pass' },
  partly: { word: 'Holds in part', look: 'warning' },
  'does-not-hold': { word: 'Does not hold', look: 'fail' },
  'not-asked': { word: 'Asked of nothing here', look: 'not-applicable' },
  'not-covered': { word: 'No control', look: 'not-reported' },
};

/** The same of several, after their number. */
export const severalStand: Record<RequirementStanding, string> = {
  holds: 'hold',
  partly: 'hold in part',
  'does-not-hold': 'do not hold',
  'not-asked': 'are asked of nothing here',
  'not-covered': 'have no control',
};

export const implementationLooks: Record<
  ImplementationState,
  { word: string; look: ResultState }
> = {
  implemented: { word: 'Implemented', look: 'pass' },
  partly: { word: 'In part', look: 'warning' },
  'not-implemented': { word: 'Not implemented', look: 'fail' },
  planned: { word: 'Planned', look: 'not-reported' },
  'not-started': { word: 'Not started', look: 'not-reported' },
};

/** What is missing: what does not hold, or holds in part, and what no control answers. */
export const gaps: readonly RequirementStanding[] = [
  'partly',
  'does-not-hold',
  'not-covered',
];

/** Said wherever ties are shown. */
export const ourReading =
  'Which control answers which requirement is our reading of the titles; nobody has published it.';
