import { dayOf, endOfDay, Instant, plus, startOfDay } from '../instant';
import { GovernancePolicy } from '../policy/schema';
import { ControlResult } from '../results';
import { RecordState } from '../state';
import {
  Control,
  fail,
  Finding,
  iso,
  iso27001,
  nist,
  notReported,
  pass,
} from './Control';
import { withData } from './lastToEnd';
import { discoveryControls } from './discovery';
import { managementControls } from './management';
import { overTime } from './overTime';
import { untilDue } from './untilDue';

/** What a control of the organization may read, and the instant it judges for. */
export interface OrganizationContext {
  readonly at: Instant;
  readonly policy: GovernancePolicy;
  /** Latest revisions of the organization's records of a type, without those that were erased; noted as an input. */
  entries<T>(type: string): readonly RecordState<T>[];
  /** What looks like AI in the catalog and is not registered, as the state has it; noted as an input. */
  discovered(): OrganizationState['discovered'];
}

/** Everything that these controls may read beside the policy. */
export interface OrganizationState {
  /** Latest revisions of the organization's stream by type, in the order in which the records were first recorded. */
  records: Readonly<Record<string, readonly RecordState<any>[]>>;
  /**
   * What looks like AI in the catalog and is not registered, by reference; absent: nothing is looked for; `not-kept`: of this past instant it
   * is not known.
   */
  discovered?: readonly string[] | 'not-kept';
}

/** A requirement of the organization as a whole. In no roll-up of subjects. */
export interface OrganizationControl
  extends Omit<Control, 'notApplicable' | 'evaluate'> {
  evaluate(context: OrganizationContext): Finding;
}

export const organizationControls: readonly OrganizationControl[] = [
  {
    id: 'ORG-01',
    version: 2,
    family: 'ORG',
    title: 'Policy in force',
    level: 'bronze',
    holdsWhen:
      'the policy is approved, in force, and reviewed within its cadence',
    appliesTo: 'organization',
    references: [
      ...iso('5.2', 'A.2.2', 'A.2.3', 'A.2.4'),
      ...nist('GOVERN 1.2'),
      ...iso27001('A.5.1'),
    ],
    remediation: {
      label: 'Review and approve the policy',
      place: 'policy-file',
    },
    evaluate: ({ at, policy }) => {
      const { approved, effectiveFrom, cadences, warningWindow } = policy;
      if (!approved) {
        return notReported(
          'The policy does not say who approved it: set approved.by and approved.on.',
        );
      }
      const signed = startOfDay(approved.on);
      const inForce = startOfDay(effectiveFrom);
      const reviewBy = dayOf(plus(signed, cadences.policy));
      return overTime(at, [signed, inForce], when => {
        if (when < signed) {
          return fail(
            `The policy is said to be approved on ${approved.on}, which is to come.`,
          );
        }
        if (when < inForce) {
          return fail(
            `The policy is approved, and in force only from ${effectiveFrom}.`,
          );
        }
        return untilDue(
          when,
          { since: signed, due: endOfDay(reviewBy) },
          warningWindow,
          {
            holds: `The policy is in force, approved by ${approved.by} on ${approved.on}.`,
            lapsed: `The policy was not reviewed since it was approved on ${approved.on}.`,
          },
        );
      });
    },
  },
  {
    id: 'ORG-02',
    version: 1,
    family: 'ORG',
    title: 'Scope stated',
    level: 'bronze',
    holdsWhen: 'the scope of the AI management system is stated',
    appliesTo: 'organization',
    references: [...iso('4.3'), ...nist('GOVERN 1.1')],
    remediation: { label: 'State the scope', place: 'policy-file' },
    evaluate: ({ policy: { scope } }) =>
      scope?.trim()
        ? pass('The scope of the AI management system is stated.')
        : notReported('The scope is not stated: set scope in the policy.'),
  },
  ...managementControls,
  ...discoveryControls,
];

/** Judges the organization by its policy and its records, for an instant. Pure. */
export const evaluateOrganization = (
  { records, discovered }: OrganizationState,
  policy: GovernancePolicy,
  at: Instant,
): ControlResult[] =>
  organizationControls.map(control => {
    const inputs = new Set(['policy']);
    const { state, reason, next } = control.evaluate({
      at,
      policy,
      entries: <T>(type: string) => {
        inputs.add('stream:organization');
        return withData<T>(records[type] ?? []);
      },
      discovered: () => {
        inputs.add('discovered');
        return discovered;
      },
    });
    return {
      controlId: control.id,
      controlVersion: control.version,
      state,
      reason,
      validUntil: next?.at ?? null,
      nextState: next?.state ?? null,
      nextReason: next?.reason ?? null,
      inputs: [...inputs].sort(),
    };
  });
