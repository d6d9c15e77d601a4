/**
 * The library of risks and threats, what of it speaks for a subject, and the public catalogues it refers to. An entry point of its
 * own, so that a page that shows no risk does not load it.
 *
 * @packageDocumentation
 */
export { riskLibrary } from './riskLibrary';
export type { RiskLibraryEntry, RiskLibraryFilter } from './riskLibrary';
export type { WrittenEntry } from './WrittenEntry';
export type { FactId } from './facts';
export { searchLibrary } from './searchLibrary';
export { riskContext } from './RiskContext';
export type { RiskContext } from './RiskContext';
export { isOf, suggestRisks, unansweredFor } from './suggestRisks';
export type { CoveredBy, RiskSuggestion } from './suggestRisks';
export { scenarioFrom, threatFrom } from './prefill';
export { namedSource, riskFrameworks } from '../../frameworks/riskFrameworks';
export type { NamedSource } from '../../frameworks/riskFrameworks';
export {
  riskLibraryEntrySchema,
  riskLibraryEntryView,
  riskLibraryPageSchema,
  riskLibraryQuerySchema,
  riskSuggestionSchema,
  riskSuggestionsSchema,
} from '../../api/riskLibrary';
export type {
  RiskLibraryEntryView,
  RiskLibraryPage,
  RiskLibraryQuery,
  RiskSuggestions,
} from '../../api/riskLibrary';
