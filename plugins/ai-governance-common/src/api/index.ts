export * from './schemas';
export * from './training';
export * from './imports';
export * from './checkpoints';
export * from './health';
export * from './bulk';
export * from './recordSource';
export type {
  RiskLibraryEntryView,
  RiskLibraryPage,
  RiskLibraryQuery,
  RiskSuggestions,
} from './riskLibrary';
export * from './registrations';
export * from './risks';
export * from './monitoring';
export * from './cases';
export * from './discovered';
export * from './frameworks';
export * from './graph';
export * from './familyScorecards';
export * from './namedScorecards';
export {
  AiGovernanceClient,
  RevisionConflictError,
  type AiGovernanceApi,
} from './client';
