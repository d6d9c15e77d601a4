import {
  TrainingRole,
  TrainingState,
  trainingStates,
} from 'backstage-plugin-ai-governance-common';

const roleWords: Record<TrainingRole, string> = {
  owner: 'Owner',
  reviewer: 'Reviewer',
  user: 'User',
};

/** The parts of somebody, in words. */
export const rolesText = (roles: readonly TrainingRole[]) =>
  roles.map(role => roleWords[role]).join(', ');

/** What is said of one, and of several. */
const counted: Record<TrainingState, readonly [one: string, many: string]> = {
  lapsed: ['lapsed', 'lapsed'],
  missing: ['not recorded', 'not recorded'],
  'runs-out': ['runs out soon', 'run out soon'],
  holds: ['holds', 'hold'],
};

/** How many courses stand how, in words: “1 not recorded, 3 hold”. */
export const countsText = (counts: Readonly<Record<TrainingState, number>>) =>
  trainingStates
    .filter(state => counts[state] > 0)
    .map(
      state => `${counts[state]} ${counted[state][counts[state] > 1 ? 1 : 0]}`,
    )
    .join(', ');
