import { isApproved } from '../decisions/admitDecision';
import { Approval } from '../records/approval';
import { Change } from '../records/change';
import { Incident, incidentIsOpen } from '../records/incident';
import { approvedNow, askForApproval } from './approvedNow';
import { inProduction, isFromVendor, ofHighAndLimited } from './asked';
import {
  Control,
  euAiAct,
  fail,
  iso,
  iso27001,
  nist,
  nist800171,
  pass,
} from './Control';
import { datesOverTime } from './datesOverTime';
import { changeName } from './lastMaterialChange';
import { withData } from './lastToEnd';
import {
  breachesFollowedUp,
  isMonitored,
  monitoredWithinCadence,
} from './monitored';
import { runControls } from './runs';
import { modelRetirementControls } from './modelRetirement';
import { someOf } from './sentence';

export const operationControls: readonly Control[] = [
  {
    id: 'OPS-01',
    version: 1,
    family: 'OPS',
    title: 'Approved as it stands',
    level: 'bronze',
    holdsWhen:
      'it is approved for use, and the approval covers its present state',
    appliesTo: 'high and limited, in production',
    references: [
      ...iso('8.1', 'A.6.2.5'),
      ...nist('MANAGE 1.1'),
      ...iso27001('A.5.8'),
    ],
    remediation: askForApproval,
    notApplicable: context =>
      ofHighAndLimited(context) ?? inProduction(context),
    evaluate: context => {
      // an intake approval lets it be built, not be used
      return approvedNow(context, [
        'deploy',
        'change',
        'periodic',
        ...(isFromVendor(context) ? (['vendor'] as const) : []),
      ]);
    },
  },
  {
    id: 'OPS-02',
    version: 1,
    family: 'OPS',
    title: 'Changes approved',
    level: 'bronze',
    holdsWhen: 'every material change has its approval',
    appliesTo: 'all',
    references: [
      ...iso('6.3', '8.1'),
      ...nist('MANAGE 4.1'),
      ...euAiAct('Annex IV.6'),
      ...iso27001('A.8.32'),
      ...nist800171('3.4.3', '3.4.4'),
    ],
    remediation: askForApproval,
    evaluate: ({ entries }) => {
      const changes = withData<Change>(entries<Change | null>('change')).filter(
        c => c.materiality === 'material',
      );
      if (changes.length === 0) return pass('No material change is recorded.');
      // An approval that has run out still was the approval of its changes; one that was taken back is none.
      const approved = new Set(
        withData<Approval>(entries<Approval | null>('approval')).flatMap(
          ({ data }) =>
            isApproved(data.decision) ? data.decided?.covers.changes ?? [] : [],
        ),
      );
      const open = changes.filter(c => !approved.has(c.recordId));
      return open.length === 0
        ? pass('Every material change is covered by an approval.')
        : fail(
            `Material changes without an approval since: ${someOf(
              open.map(changeName),
            )}.`,
          );
    },
  },
  ...runControls,
  {
    id: 'OPS-03',
    version: 2,
    family: 'OPS',
    title: 'Monitored',
    level: 'silver',
    holdsWhen:
      'drift, performance, abuse and policy violations were each monitored within the cadence',
    appliesTo: 'production',
    references: [
      ...iso('9.1', 'A.6.2.6'),
      ...nist('MEASURE 2.4', 'MEASURE 3.1'),
      ...euAiAct('Art.26(5)', 'Annex IV.4', 'Annex IV.9'),
      ...iso27001('A.8.16'),
      ...nist800171('3.12.3'),
    ],
    remediation: {
      label: 'Record monitoring',
      place: 'assurance',
      recordType: 'monitoring',
    },
    notApplicable: inProduction,
    evaluate: monitoredWithinCadence,
  },
  {
    id: 'OPS-04',
    version: 1,
    family: 'OPS',
    title: 'Breached thresholds followed up',
    level: 'silver',
    holdsWhen:
      'every threshold that was breached has an incident or a change that refers to it',
    appliesTo: 'monitored subjects',
    references: [
      ...iso('A.6.2.6', '10.2'),
      ...nist('MANAGE 2.3'),
      ...euAiAct('Art.26(5)'),
      ...iso27001('A.5.25'),
      ...nist800171('3.6.2'),
    ],
    remediation: {
      label: 'Follow up the breaches',
      place: 'assurance',
      recordType: 'monitoring',
    },
    notApplicable: context =>
      isMonitored(context) ? undefined : 'Asked once it is monitored.',
    evaluate: breachesFollowedUp,
  },
  {
    id: 'OPS-08',
    version: 1,
    family: 'OPS',
    title: 'Incidents settled in time',
    level: 'silver',
    holdsWhen: 'no open incident is past its deadline',
    appliesTo: 'all',
    references: [
      ...iso('10.2'),
      ...nist('MANAGE 4.3'),
      ...euAiAct('Art.26(5)'),
      ...iso27001('A.5.26'),
      ...nist800171('3.6.1', '3.6.2'),
    ],
    remediation: {
      label: 'Follow up the incidents',
      place: 'assurance',
      recordType: 'incident',
    },
    evaluate: ({ at, entries, policy }) =>
      datesOverTime(
        withData<Incident>(entries<Incident | null>('incident')).flatMap(
          ({ data }) =>
            incidentIsOpen(data) && data.deadline
              ? [{ title: data.title, day: data.deadline, note: data.severity }]
              : [],
        ),
        policy.warningWindow,
        at,
        {
          none: 'No incident is open.',
          next: 'The next incident to settle is',
          late: 'Open past its deadline',
          soon: 'Open, to be settled soon',
        },
      ),
  },
  ...modelRetirementControls,
];
