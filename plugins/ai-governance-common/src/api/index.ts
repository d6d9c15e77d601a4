export * from './schemas';
export * from './imports';
export {
  AiGovernanceClient,
  RevisionConflictError,
  type AiGovernanceApi,
} from './client';
