import {
  ImplementationState,
  RequirementStanding,
  ResultState,
} from 'backstage-plugin-ai-governance-common';

/** How a requirement stands, with the sign of the state of a result that is nearest. */
export const coverageLooks: Record<RequirementStanding, ResultState> = {
  holds: 'pass',
  partly: 'warning',
  'does-not-hold': 'fail',
  'not-asked': 'not-applicable',
  'not-covered': 'not-reported',
};

/** The same for how far a control is implemented. */
export const implementationLooks: Record<ImplementationState, ResultState> = {
  implemented: 'pass',
  partly: 'warning',
  'not-implemented': 'fail',
  planned: 'not-reported',
  'not-started': 'not-reported',
};

/** What is missing: what does not hold, or holds in part, and what no control answers. */
export const gaps: readonly RequirementStanding[] = [
  'partly',
  'does-not-hold',
  'not-covered',
];
