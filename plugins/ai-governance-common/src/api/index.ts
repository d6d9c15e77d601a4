export * from './types';
export { AiGovernanceClient, RevisionConflictError, type AiGovernanceApi } from './client';
