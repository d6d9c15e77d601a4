import { dayOf, endOfDay, Instant, plus, startOfDay } from '../instant';
import { GovernancePolicy } from '../policy/schema';
import { ControlResult } from '../results';
import {
  Control,
  fail,
  Finding,
  iso,
  nist,
  notReported,
  pass,
} from './Control';
import { overTime } from './overTime';
import { untilDue } from './untilDue';

/** A requirement of the organization as a whole, judged by its policy. In no roll-up of subjects. */
export interface OrganizationControl
  extends Omit<Control, 'notApplicable' | 'evaluate'> {
  evaluate(policy: GovernancePolicy, at: Instant): Finding;
}

export const organizationControls: readonly OrganizationControl[] = [
  {
    id: 'ORG-01',
    version: 1,
    family: 'ORG',
    title: 'Policy in force',
    level: 'bronze',
    holdsWhen:
      'the policy is approved, in force, and reviewed within its cadence',
    appliesTo: 'organization',
    references: [
      ...iso('5.2', 'A.2.2', 'A.2.3', 'A.2.4'),
      ...nist('GOVERN 1.2'),
    ],
    remediation: {
      label: 'Review and approve the policy',
      place: 'policy-file',
    },
    evaluate: ({ approved, effectiveFrom, cadences, warningWindow }, at) => {
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
        return untilDue(when, endOfDay(reviewBy), warningWindow, {
          holds: `The policy is in force, approved by ${approved.by} on ${approved.on}.`,
          lapsed: `The policy was not reviewed since it was approved on ${approved.on}.`,
        });
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
    evaluate: ({ scope }) =>
      scope?.trim()
        ? pass('The scope of the AI management system is stated.')
        : notReported('The scope is not stated: set scope in the policy.'),
  },
];

/** Judges the organization by its policy, for an instant. Pure. */
export const evaluateOrganization = (
  policy: GovernancePolicy,
  at: Instant,
): ControlResult[] =>
  organizationControls.map(control => {
    const { state, reason, next } = control.evaluate(policy, at);
    return {
      controlId: control.id,
      controlVersion: control.version,
      state,
      reason,
      validUntil: next?.at ?? null,
      nextState: next?.state ?? null,
      nextReason: next?.reason ?? null,
      inputs: ['policy'],
    };
  });
