export * from './schemas';
export {
  AiGovernanceClient,
  RevisionConflictError,
  type AiGovernanceApi,
} from './client';
