/**
 * Finds AI systems, and what is written about them, in the search of the portal.
 *
 * @packageDocumentation
 */
export { searchModuleAiGovernance as default } from './module';
export { type AiGovernanceDocument } from './documents';
