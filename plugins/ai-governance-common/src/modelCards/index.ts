/**
 * Reads model cards: what is proposed from them for the profile, the intended use and the data sheet, each with its origin. An entry point
 * of its own, so that a page that imports no card does not load the parsers.
 *
 * @packageDocumentation
 */
export { MAX_JSON, MAX_MARKDOWN, readModelCard } from './readModelCard';
export type {
  CardDocument,
  CardFormat,
  CardProposal,
  LeftOut,
  LeftOutReason,
  ModelCard,
  Origin,
  ReadCards,
} from './ModelCard';
