import { TrainingRole } from 'backstage-plugin-ai-governance-common';

const roleWords: Record<TrainingRole, string> = {
  owner: 'Owner',
  reviewer: 'Reviewer',
  user: 'User',
};

/** The parts of somebody, in words. */
export const rolesText = (roles: readonly TrainingRole[]) =>
  roles.map(role => roleWords[role]).join(', ');
