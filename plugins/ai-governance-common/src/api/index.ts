export * from './schemas';
export * from './imports';
export * from './bulk';
export {
  AiGovernanceClient,
  RevisionConflictError,
  type AiGovernanceApi,
} from './client';
