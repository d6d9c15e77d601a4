/**
 * Software templates that register AI systems: their declaration and their documents as code, and records from templates.
 *
 * @packageDocumentation
 */
export { scaffolderModuleAiGovernance as default } from './module';
