import { change } from './change';
import { intendedUse } from './intendedUse';
import { profile } from './profile';
import { RecordType } from './RecordType';
import { riskAssessment } from './riskAssessment';

/** Every record type of the suite. A new type is its own file and a line here. */
export const recordTypes: readonly RecordType<any>[] = [
  profile,
  intendedUse,
  riskAssessment,
  change,
];

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
export {
  recordType,
  type FieldMeta,
  type RecordType,
  type StreamKind,
} from './RecordType';
export { recordFormSchema, validateRecord, type RecordIssue } from './validate';
