export {
  deciders,
  trainingNeeds,
  trainingRoles,
  trainingStates,
  type TrainingContext,
  type TrainingNeed,
  type TrainingRole,
  type TrainingState,
} from './needs';
export { trainingNeedsOf } from './ofState';
export {
  completionColumns,
  completionDateFormats,
  completionDay,
  csvDelimiter,
  csvHeader,
  guessColumns,
  type CompletionColumn,
  type CompletionColumns,
  type CompletionDateFormat,
} from './completionsFile';
