export { AssuranceTab } from './AssuranceTab';
export { ActionButton } from './ActionButton';
export { AskDecision } from './AskDecision';
export { DecisionItem } from './DecisionItem';
export { decisionsOf } from './kinds';
export { Actions } from './Section';
export { useDeciders, whyNotAsk, whyNotDecide } from './useDeciders';
export { useOneForm } from './useOneForm';
export { type Assurance } from './useAssurance';
