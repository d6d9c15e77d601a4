import {
  TrainingRole,
  TrainingState,
  trainingStates,
} from 'backstage-plugin-ai-governance-common';
import { Texts } from '../translation';

/** The parts of somebody, in words. */
export const rolesText = (t: Texts, roles: readonly TrainingRole[]) =>
  roles.map(role => t(`training.role.${role}`)).join(', ');

/** How many courses stand how, in words: “1 not recorded, 3 hold”. */
export const countsText = (
  t: Texts,
  counts: Readonly<Record<TrainingState, number>>,
) =>
  trainingStates
    .filter(state => counts[state] > 0)
    .map(state => t(`training.counted.${state}`, { count: counts[state] }))
    .join(', ');
