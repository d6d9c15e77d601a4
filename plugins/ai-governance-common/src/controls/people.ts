import {
  acknowledges,
  PolicyAcknowledgement,
} from '../records/policyAcknowledgement';
import { rolesWithCourses } from '../training/needs';
import { ofHighAndLimited } from './asked';
import {
  Control,
  ControlContext,
  euAiAct,
  iso,
  iso27001,
  nist,
  nist800171,
  notReported,
  pass,
} from './Control';
import { someOf } from './sentence';
import { trained } from './trained';

/** One who must have acknowledged the policy: a person, or anybody of several. */
interface Asked {
  name: string;
  anyOf: readonly string[];
}

/** Who must acknowledge the policy for a subject. Who is not named or not there is left to INV-01 and INV-02. */
function askedOf({ profile, policy, entity }: ControlContext): Asked[] {
  const { accountable, owner } = profile;
  const asks = policy.acknowledgement;
  const asked: Asked[] = [];
  if (asks.accountable && accountable && entity(accountable)?.present) {
    asked.push({
      name: `the accountable leader ${accountable}`,
      anyOf: [accountable],
    });
  }
  const facts = owner && asks.owner !== 'none' ? entity(owner) : undefined;
  if (!owner || !facts?.present) return asked;
  if (owner.startsWith('user:')) {
    asked.push({ name: `the owner ${owner}`, anyOf: [owner] });
  } else if (facts.memberRefs?.length) {
    asked.push(
      ...(asks.owner === 'any'
        ? [{ name: `anybody of ${owner}`, anyOf: facts.memberRefs }]
        : facts.memberRefs.map(ref => ({ name: ref, anyOf: [ref] }))),
    );
  }
  return asked;
}

export const peopleControls: readonly Control[] = [
  {
    id: 'PPL-01',
    version: 1,
    family: 'PPL',
    title: 'Trained for their part',
    level: 'silver',
    holdsWhen:
      'owner, reviewers and users hold, unexpired, the courses that the policy names for their part',
    appliesTo: 'high, limited; where the policy names courses',
    references: [
      ...iso('7.2', '7.3', 'A.4.6'),
      ...nist('GOVERN 2.2'),
      ...euAiAct('Art.4', 'Art.26(2)'),
      ...iso27001('A.6.3'),
      ...nist800171('3.2.1', '3.2.2'),
    ],
    remediation: {
      label: 'See who lacks which course',
      place: 'assurance',
      recordType: 'training',
    },
    notApplicable: context =>
      ofHighAndLimited(context) ??
      (rolesWithCourses(context.policy).length === 0
        ? 'The policy names no courses.'
        : undefined),
    evaluate: trained,
  },
  {
    id: 'PPL-02',
    version: 1,
    family: 'PPL',
    title: 'Policy acknowledged',
    level: 'silver',
    holdsWhen:
      'the owner and the accountable leader have acknowledged the policy in force',
    appliesTo: 'all',
    references: [
      ...iso('7.3', 'A.2.2'),
      ...nist('GOVERN 2.1'),
      ...iso27001('A.5.1'),
      ...nist800171('3.2.1'),
    ],
    remediation: { label: 'Acknowledge the policy', place: 'policy' },
    notApplicable: context => {
      const { owner, accountable } = context.policy.acknowledgement;
      if (owner === 'none' && !accountable) {
        return 'The policy asks nobody to acknowledge it.';
      }
      return askedOf(context).length === 0
        ? 'Nobody is known who would acknowledge the policy: INV-01 and INV-02 say why.'
        : undefined;
    },
    evaluate: context => {
      const { policy, person } = context;
      const isOfIt = acknowledges(policy);
      // every person is looked at, so that each is an input of this result
      const acknowledged = (ref: string) =>
        person<PolicyAcknowledgement | null>(
          ref,
          'policy-acknowledgement',
        ).some(({ data }) => isOfIt(data));
      const missing = askedOf(context).filter(
        ({ anyOf }) => anyOf.filter(acknowledged).length === 0,
      );
      return missing.length === 0
        ? pass(`Version ${policy.version} of the policy is acknowledged.`)
        : notReported(
            `Version ${
              policy.version
            } of the policy is not acknowledged by: ${someOf([
              ...new Set(missing.map(m => m.name)),
            ])}.`,
          );
    },
  },
];
