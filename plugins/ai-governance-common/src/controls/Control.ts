import { GovernedState } from '../decisions/governedState';
import { Profile } from '../entity/profile';
import { TierDecision } from '../entity/tier';
import type { ModelFeed } from '../models/modelFeed';
import { Instant } from '../instant';
import { GovernancePolicy } from '../policy/schema';
import { Level, ResultState } from '../results';
import { EntityFacts, RecordState } from '../state';
import { Remediation } from '../api/schemas';

export const controlFamilies = {
  INV: 'Inventory',
  DOC: 'Documentation',
  RSK: 'Risk',
  DAT: 'Data',
  OPS: 'Operation',
  VEN: 'Vendors',
  PPL: 'People',
  ASR: 'Assurance',
  POL: 'Policy',
  ORG: 'Organization',
  CUS: 'Custom',
} as const;
export type ControlFamily = keyof typeof controlFamilies;

/** What a control may read, and the instant it judges for. What it asks of other entities and of the model feed is noted as its input. */
export interface ControlContext {
  readonly at: Instant;
  readonly policy: GovernancePolicy;
  /** Full lower-case reference of the subject. */
  readonly ref: string;
  readonly profile: Profile;
  /** Where the facts of the profile are declared in the entity, but for `owner`, `type`, `lifecycle` and `system`. */
  readonly declaredAt: 'spec' | 'spec.aiGovernance';
  readonly tier: TierDecision;
  /** Facts of an entity by full lower-case reference; undefined: the catalog has none such. */
  entity(ref: string): EntityFacts | undefined;
  /** What approvals are about. */
  readonly governed: GovernedState;
  /** When providers retire their models; undefined: no feed is configured. */
  modelFeed(): ModelFeed | undefined;
  /** What a person has stated of themselves: latest revisions of a type, in the order in which they were recorded. */
  person<T>(ref: string, type: string): readonly RecordState<T>[];
  /** Latest revision of the stream's document of a type; undefined when there is none, or when it was redacted. */
  document<T>(type: string): RecordState<T> | undefined;
  /** Latest revisions of the entries of a type, in the order in which they were recorded; `data` of a redacted one is null. */
  entries<T>(type: string): readonly RecordState<T>[];
}

/** What a control found at the instant, and what becomes of it by the passing of time alone. */
export interface Finding {
  state: ResultState;
  reason: string;
  /** Key of the control's `remedies` that mends this; absent: its `remediation` does. */
  remedy?: string;
  /** The first later instant at which the finding differs, and how. */
  next?: { at: Instant; state: ResultState; reason: string; remedy?: string };
}

/** Sections of a document that a control asks for. */
export interface Asks {
  /** The record type. */
  document: string;
  sections: readonly string[];
}

/** One requirement. Pure: no I/O, no clock. */
export interface Control {
  id: string;
  /** Raised whenever the meaning changes: history then opens a new interval. */
  version: number;
  family: ControlFamily;
  title: string;
  level: Level;
  /** What must be true, to read after "Holds when". */
  holdsWhen: string;
  /** Which subjects it asks, in words. */
  appliesTo: string;
  references: readonly { framework: string; id: string }[];
  remediation: Remediation;
  /** Where what is found is not always mended in the same way: the other ways, which a finding names. */
  remedies?: Readonly<Record<string, Remediation>>;
  /** What must be written: sections of a document, by the keys of its schema. Forms mark them where the control applies. */
  asks?: Asks;
  /** Why it does not apply; undefined when it does. */
  notApplicable?(context: ControlContext): string | undefined;
  evaluate(context: ControlContext): Finding;
}

/** Where a person fixes what a control found; `remedy` as the result has it. */
export const remediationOf = (
  { remediation, remedies }: Pick<Control, 'remediation' | 'remedies'>,
  remedy: string | null | undefined,
): Remediation => (remedy && remedies?.[remedy]) || remediation;

/** It holds, and time alone does not change that. */
export const pass = (reason: string): Finding => ({ state: 'pass', reason });
/** What is stated does not hold. */
export const fail = (reason: string): Finding => ({ state: 'fail', reason });
/** Nothing is stated: the evidence is missing. */
export const notReported = (reason: string): Finding => ({
  state: 'not-reported',
  reason,
});

/** References to ISO/IEC 42001. */
export const iso = (...ids: string[]) =>
  ids.map(id => ({ framework: 'iso-42001', id }));
/** References to the NIST AI RMF. */
export const nist = (...ids: string[]) =>
  ids.map(id => ({ framework: 'nist-ai-rmf', id }));
/** References to the EU AI Act. */
export const euAiAct = (...ids: string[]) =>
  ids.map(id => ({ framework: 'eu-ai-act', id }));
/** References to Annex A of ISO/IEC 27001. */
export const iso27001 = (...ids: string[]) =>
  ids.map(id => ({ framework: 'iso-27001', id }));
/** References to NIST SP 800-171 Revision 2. */
export const nist800171 = (...ids: string[]) =>
  ids.map(id => ({ framework: 'nist-800-171', id }));
