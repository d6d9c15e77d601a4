import { dayOf, endOfDay, Instant, plus, startOfDay } from '../instant';
import { CorrectiveAction } from '../records/correctiveAction';
import { ManagementReview } from '../records/managementReview';
import { lastMeasurement, Objective } from '../records/objective';
import { ResultState } from '../results';
import { RecordState } from '../state';
import { actionsToFollow } from './actionsToFollow';
import { fail, Finding, iso, nist, notReported } from './Control';
import { Dated, datesOverTime } from './datesOverTime';
import type { OrganizationControl } from './organization';
import { overTime } from './overTime';
import { untilDue } from './untilDue';

/** What the organization shows by the records of its management system. */
export const managementControls: readonly OrganizationControl[] = [
  {
    id: 'ORG-03',
    version: 1,
    family: 'ORG',
    title: 'Objectives set and measured',
    level: 'silver',
    holdsWhen:
      'there is an open objective, and each was measured within its cadence and is not past its day',
    appliesTo: 'organization',
    references: [...iso('6.2', 'A.6.1.2'), ...nist('GOVERN 1.1')],
    remediation: {
      label: 'Set and measure objectives',
      place: 'organization',
      recordType: 'objective',
    },
    evaluate: ({ at, entries, policy }) => {
      const objectives = entries<Objective>('objective');
      if (objectives.length === 0) {
        return notReported('No objective is set for the management of AI.');
      }
      const open = objectives.filter(o => o.data.status === 'open');
      if (open.length === 0) {
        return fail(
          'Every objective is met or dropped: set what is to be reached next.',
        );
      }
      return datesOverTime(
        open.flatMap(({ data, effectiveAt }) => {
          const from =
            lastMeasurement(data)?.on ?? data.setOn ?? dayOf(effectiveAt);
          return [
            {
              title: data.title,
              day: dayOf(plus(startOfDay(from), policy.cadences.objective)),
              note: 'to be measured',
            },
            { title: data.title, day: data.due, note: 'to be reached' },
          ];
        }),
        policy.warningWindow,
        at,
        {
          none: 'Every objective is measured.',
          next: 'The objectives are measured. The next to see to is',
          late: 'Past its day',
          soon: 'To see to soon',
        },
      );
    },
  },
  {
    id: 'ORG-04',
    version: 1,
    family: 'ORG',
    title: 'Reviewed by management',
    level: 'silver',
    holdsWhen:
      'management reviewed the management system within its cadence, and no decision or corrective action of the organization is past its day',
    appliesTo: 'organization',
    references: [...iso('9.3', '10.2'), ...nist('GOVERN 1.5')],
    remediation: {
      label: 'Record a management review',
      place: 'organization',
      recordType: 'management-review',
    },
    evaluate: ({ at, entries, policy }) => {
      const reviews = entries<ManagementReview>('management-review');
      const last = [...reviews]
        .sort((a, b) => a.data.heldOn.localeCompare(b.data.heldOn))
        .at(-1);
      if (!last) {
        return notReported(
          'Management has not reviewed the management system.',
        );
      }
      const { heldOn, nextBy } = last.data;
      const since = endOfDay(heldOn);
      const due = [
        endOfDay(nextBy),
        plus(since, policy.cadences['management-review']),
      ].sort()[0];
      const toFollow = [
        ...reviews.flatMap(decisionsToFollow),
        ...actionsToFollow(entries<CorrectiveAction>('corrective-action')),
      ];
      return overTime(at, [], when =>
        both(
          untilDue(when, { since, due }, policy.warningWindow, {
            holds: `Management reviewed it on ${heldOn}.`,
            lapsed: `Management has not reviewed it since ${heldOn}.`,
          }),
          datesOverTime(toFollow, policy.warningWindow, when, {
            none: 'What was decided is done.',
            next: 'The next decision or action to settle is',
            late: 'Decided and past its day',
            soon: 'Decided and to be settled soon',
          }),
        ),
      );
    },
  },
];

function decisionsToFollow({ data }: RecordState<ManagementReview>): Dated[] {
  return data.decisions.flatMap(({ what, due, done }) =>
    due && !done ? [{ title: what, day: due }] : [],
  );
}

const worstFirst: readonly ResultState[] = ['expired', 'warning', 'pass'];

/** The worse of two findings, with the words of both where they are alike; next is the earlier change of either. */
function both(one: Finding, other: Finding): Finding {
  const [worse, better] = [one, other].sort(
    (a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state),
  );
  const next = [one.next, other.next]
    .filter((n): n is { at: Instant; state: ResultState; reason: string } =>
      Boolean(n),
    )
    .sort((a, b) => a.at.localeCompare(b.at))[0];
  return {
    state: worse.state,
    reason:
      worse.state === better.state
        ? `${worse.reason} ${better.reason}`
        : worse.reason,
    ...(next && { next }),
  };
}
