/**
 * Ledger, inventory, posture and scorecards of AI governance.
 *
 * @packageDocumentation
 */
export { aiGovernancePlugin as default } from './plugin';
export {
  createSubjectConditionalDecision,
  subjectConditions,
} from './permissions/subjectRules';
