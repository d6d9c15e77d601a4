export * from './schemas';
export * from './imports';
export * from './bulk';
export * from './recordSource';
export {
  AiGovernanceClient,
  RevisionConflictError,
  type AiGovernanceApi,
} from './client';
