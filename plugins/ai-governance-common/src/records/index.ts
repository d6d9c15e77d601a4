import { change } from './change';
import { intendedUse } from './intendedUse';
import { profile } from './profile';
import { RecordType } from './RecordType';
import { redaction } from './redaction';
import { riskAssessment } from './riskAssessment';

/** Every record type of the suite. A new type is its own file and a line here. */
export const recordTypes: readonly RecordType<any>[] = [
  profile,
  intendedUse,
  riskAssessment,
  change,
  redaction,
];

/** The type of an id, or undefined. */
export const recordTypeOf = (type: string) =>
  recordTypes.find(t => t.type === type);

export { change, changeKinds, type Change } from './change';
export { intendedUse, type IntendedUse } from './intendedUse';
export {
  riskAssessment,
  riskCategories,
  type RiskAssessment,
  type RiskEstimate,
  type RiskScenario,
} from './riskAssessment';
export { profile as profileRecord } from './profile';
export { redaction, type Redaction } from './redaction';
export {
  recordType,
  type FieldMeta,
  type RecordType,
  type StreamKind,
} from './RecordType';
export { plainLine } from './plainLine';
export {
  jsonPath,
  recordFormSchema,
  validateRecord,
  type RecordIssue,
} from './validate';
