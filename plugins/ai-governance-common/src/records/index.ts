import { applicability } from './applicability';
import { approval } from './approval';
import { audit } from './audit';
import { change } from './change';
import { confirmation } from './confirmation';
import { connector } from './connector';
import { continuation } from './continuation';
import { controlTest } from './controlTest';
import { correctiveAction } from './correctiveAction';
import { dataSheet } from './dataSheet';
import { delegation } from './delegation';
import { discoveryDecision } from './discoveryDecision';
import { evidence } from './evidence';
import { exemption } from './exemption';
import { impactAssessment } from './impactAssessment';
import { incident } from './incident';
import { intendedUse } from './intendedUse';
import { managementReview } from './managementReview';
import { monitoring } from './monitoring';
import { objective } from './objective';
import { operations } from './operations';
import { policyAcknowledgement } from './policyAcknowledgement';
import { policyVersion } from './policyVersion';
import { profile } from './profile';
import { RecordType } from './RecordType';
import { redaction } from './redaction';
import { registration } from './registration';
import { riskAcceptance } from './riskAcceptance';
import { riskAssessment } from './riskAssessment';
import { threatModel } from './threatModel';
import { tierOverride } from './tierOverride';
import { training } from './training';
import { vendorAssessment } from './vendorAssessment';

/** Every record type of the suite. A new type is its own file and a line here. */
export const recordTypes: readonly RecordType<any>[] = [
  profile,
  registration,
  intendedUse,
  riskAssessment,
  threatModel,
  impactAssessment,
  dataSheet,
  operations,
  change,
  approval,
  riskAcceptance,
  exemption,
  tierOverride,
  confirmation,
  controlTest,
  evidence,
  monitoring,
  incident,
  correctiveAction,
  vendorAssessment,
  connector,
  delegation,
  discoveryDecision,
  policyAcknowledgement,
  training,
  objective,
  managementReview,
  audit,
  applicability,
  policyVersion,
  continuation,
  redaction,
];

/** The documents of a subject that people write: approvals cover them, beside the profile and the changes. */
export const governedDocuments: readonly { type: string; title: string }[] =
  recordTypes.filter(
    t =>
      t.shape === 'document' &&
      t.writtenBy === 'people' &&
      t.streams.includes('subject') &&
      !t.coveredBy,
  );

/** The type of an id, or undefined. */
export const recordTypeOf = (type: string) =>
  recordTypes.find(t => t.type === type);

export { approval, approvalGates, type Approval } from './approval';
export { change, changeKinds, type Change } from './change';
export {
  confirmation,
  confirmedJustNow,
  type Confirmation,
} from './confirmation';
export { connector, connectorKinds, type Connector } from './connector';
export { controlTest, type ControlTest } from './controlTest';
export {
  correctiveAction,
  correctiveActionIsOpen,
  correctiveActionMoves,
  type CorrectiveAction,
  type CorrectiveActionStatus,
} from './correctiveAction';
export { dataSheet, type DataSheet } from './dataSheet';
export { delegation, type Delegation } from './delegation';
export {
  discoveryDecision,
  discoveryDecisions,
  type DiscoveryDecision,
} from './discoveryDecision';
export { evidence, type Evidence } from './evidence';
export { exemption, type Exemption } from './exemption';
export { impactAssessment, type ImpactAssessment } from './impactAssessment';
export { intendedUse, type IntendedUse } from './intendedUse';
export {
  incident,
  incidentIsOpen,
  incidentMoves,
  type Incident,
  type IncidentStatus,
} from './incident';
export {
  isBreached,
  measuresOf,
  measureWords,
  monitoring,
  monitoringAspects,
  sameReport,
  withBreaches,
  type Monitoring,
  type MonitoringAspect,
  type MonitoringMeasure,
} from './monitoring';
export { severities, type Moves, type Severity } from './caseMoves';
export { type BreachLink } from './breachLinks';
export { operations, type Operations } from './operations';
export {
  acknowledges,
  policyAcknowledgement,
  type PolicyAcknowledgement,
} from './policyAcknowledgement';
export {
  checkCompletion,
  courseKey,
  training,
  type Training,
} from './training';
export { policyVersion } from './policyVersion';
export { riskAcceptance, type RiskAcceptance } from './riskAcceptance';
export {
  riskAssessment,
  riskCategories,
  type RiskAssessment,
  type RiskEstimate,
  type RiskScenario,
} from './riskAssessment';
export { profile as profileRecord } from './profile';
export {
  threatKinds,
  threatModel,
  type Threat,
  type ThreatModel,
} from './threatModel';
export { tierOverride, type TierOverride } from './tierOverride';
export {
  trainingUses,
  vendorAssessment,
  vendorEvidenceKinds,
  type VendorAssessment,
} from './vendorAssessment';
export {
  ANNOTATION_CONTINUES,
  continuation,
  continuesOf,
  type Continuation,
} from './continuation';
export { redaction, type Redaction } from './redaction';
export { type RegisterFields } from './registerFields';
export {
  admitRegistration,
  registration,
  type Registration,
} from './registration';
export {
  recordType,
  type FieldMeta,
  type RecordType,
  type StreamKind,
  type Writing,
} from './RecordType';
export {
  checkRecordReferences,
  recordReferences,
  recordTypesOf,
  type RecordReference,
} from './recordRefs';
export { plainLine } from './plainLine';
export { withoutBlanks } from './withoutBlanks';
export {
  issuesOf,
  jsonPath,
  recordFormSchema,
  validateRecord,
  type RecordIssue,
} from './validate';
export {
  actionsOf,
  audit,
  auditMoves,
  type Audit,
  type AuditFinding,
  type AuditStatus,
} from './audit';
export { applicability, type Applicability } from './applicability';
export {
  figuresSchema,
  managementReview,
  type ManagementReview,
  type OrganizationFigures,
} from './managementReview';
export {
  lastMeasurement,
  objective,
  objectiveMoves,
  reaches,
  targetText,
  type Objective,
  type ObjectiveMeasurement,
  type ObjectiveStatus,
} from './objective';
