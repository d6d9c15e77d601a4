import { endOfDay, Instant, minus } from '../instant';
import { DiscoveryDecision } from '../records/discoveryDecision';
import { RecordState } from '../state';
import {
  fail,
  Finding,
  iso,
  iso27001,
  nist,
  nist800171,
  pass,
} from './Control';
import type { OrganizationContext, OrganizationControl } from './organization';
import { overTime } from './overTime';

type Decided = RecordState<DiscoveryDecision>;

/** By what was found, the decision on it that was recorded last; of two at one instant, the later one of the list. */
export function decisionsByEntity(
  decisions: readonly Decided[],
): ReadonlyMap<string, Decided> {
  const last = new Map<string, Decided>();
  for (const decision of decisions) {
    const { entity } = decision.data;
    const before = last.get(entity);
    if (!before || before.recordedAt <= decision.recordedAt) {
      last.set(entity, decision);
    }
  }
  return last;
}

/** The first instant at which a decision holds no longer; undefined: it holds until another is made. */
export const decisionEnds = ({
  data: { decision, due, expires },
}: Decided): Instant | undefined => {
  const days = [expires, decision === 'to-be-registered' ? due : undefined];
  const [first] = days.filter((d): d is string => d !== undefined).sort();
  return first && endOfDay(first);
};

const counted = (n: number) =>
  n === 1 ? '1 entity of the catalog' : `${n} entities of the catalog`;

function dealtWith({
  at,
  policy,
  entries,
  discovered,
}: OrganizationContext): Finding {
  const found = discovered();
  if (!found) {
    return {
      state: 'not-applicable',
      reason:
        'What AI looks like in the catalog is not configured, so nothing is looked for.',
    };
  }
  if (found === 'not-kept') {
    return {
      state: 'not-applicable',
      reason:
        'What had been found in the catalog was not kept yet on this day, so nothing can be said of it.',
    };
  }
  const decisions = decisionsByEntity(
    entries<DiscoveryDecision>('discovery-decision'),
  );
  const held = found.map(ref => {
    const decision = decisions.get(ref);
    return { decision, ends: decision && decisionEnds(decision) };
  });
  const ends = held.flatMap(({ ends: end }) => end ?? []);
  const { warningWindow } = policy;
  return overTime(
    at,
    ends.flatMap(end => [minus(end, warningWindow), end]),
    when => {
      const open = held.filter(({ decision }) => !decision).length;
      const late = ends.filter(end => when >= end).length;
      if (open + late > 0) {
        return fail(
          [
            open > 0 &&
              `Found, and neither registered nor decided on: ${counted(open)}.`,
            late > 0 && `What was decided is past its day: ${counted(late)}.`,
          ]
            .filter(Boolean)
            .join(' '),
        );
      }
      const soon = ends.filter(end => when >= minus(end, warningWindow)).length;
      if (soon > 0) {
        return {
          state: 'warning',
          reason: `What was decided ends soon: ${counted(soon)}.`,
        };
      }
      return pass(
        found.length > 0
          ? `All that was found is decided on: ${counted(found.length)}.`
          : 'All that looks like AI in the catalog is registered, or part of what is.',
      );
    },
  );
}

export const discoveryControls: readonly OrganizationControl[] = [
  {
    id: 'ORG-05',
    version: 1,
    family: 'ORG',
    title: 'Found AI dealt with',
    level: 'silver',
    holdsWhen:
      'what looks like AI in the catalog is registered, named by a registered system, or decided on',
    appliesTo: 'organization, where discovery is configured',
    references: [
      ...iso('A.4.2'),
      ...nist('GOVERN 1.6'),
      ...iso27001('A.5.9'),
      ...nist800171('3.4.1'),
    ],
    remediation: {
      label: 'Register or decide',
      place: 'organization',
      recordType: 'discovery-decision',
    },
    evaluate: dealtWith,
  },
];
