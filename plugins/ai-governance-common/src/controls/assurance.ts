import { endOfDay, plus } from '../instant';
import { policyTier } from '../policy/policyTier';
import { ControlTest } from '../records/controlTest';
import { CorrectiveAction } from '../records/correctiveAction';
import { actionsToFollow } from './actionsToFollow';
import {
  Control,
  fail,
  iso,
  iso27001,
  nist,
  nist800171,
  notReported,
} from './Control';
import { datesOverTime } from './datesOverTime';
import { withData } from './lastToEnd';
import { untilDue } from './untilDue';

export const assuranceControls: readonly Control[] = [
  {
    id: 'ASR-01',
    version: 2,
    family: 'ASR',
    title: 'Tested by others',
    level: 'gold',
    holdsWhen:
      'a control was tested within its cadence, by somebody who is not of the owner',
    appliesTo: 'high',
    references: [
      ...iso('9.2'),
      ...nist('MEASURE 1.3'),
      ...iso27001('A.5.35'),
      ...nist800171('3.12.1'),
    ],
    remediation: {
      label: 'Record a control test',
      place: 'assurance',
      recordType: 'control-test',
    },
    notApplicable: ({ tier }) =>
      policyTier(tier.tier) === 'high'
        ? undefined
        : 'Asked of the high tier only.',
    evaluate: ({ at, entity, entries, policy, profile, tier }) => {
      const tests = withData<ControlTest>(
        entries<ControlTest | null>('control-test'),
      );
      if (tests.length === 0) return notReported('No control was tested.');
      const { owner } = profile;
      const members = owner ? entity(owner)?.memberRefs ?? [] : [];
      // who has become of the owner since no longer stands at a distance
      const last = tests
        .filter(t => t.author !== owner && !members.includes(t.author))
        .map(t => t.data.testedOn)
        .sort()
        .at(-1);
      if (last === undefined) {
        return fail(
          `Controls were tested by the owner ${owner} only: somebody else tests them.`,
        );
      }
      const since = endOfDay(last);
      const cadence = policy.cadences['control-test'][policyTier(tier.tier)];
      return untilDue(
        at,
        { since, due: plus(since, cadence) },
        policy.warningWindow,
        {
          holds: `A control was tested on ${last}, not by the owner.`,
          lapsed: `No control was tested since ${last}.`,
        },
      );
    },
  },
  {
    id: 'ASR-02',
    version: 1,
    family: 'ASR',
    title: 'Corrective actions done and verified',
    level: 'silver',
    holdsWhen:
      'no corrective action is past its date before its effect is verified',
    appliesTo: 'all',
    references: [
      ...iso('10.2'),
      ...nist('MANAGE 4.2'),
      ...iso27001('A.5.27'),
      ...nist800171('3.12.2'),
    ],
    remediation: {
      label: 'Follow up the corrective actions',
      place: 'assurance',
      recordType: 'corrective-action',
    },
    evaluate: ({ at, entries, policy }) =>
      datesOverTime(
        actionsToFollow(
          withData<CorrectiveAction>(
            entries<CorrectiveAction | null>('corrective-action'),
          ),
        ),
        policy.warningWindow,
        at,
        {
          none: 'No corrective action is open, and each that was done is verified.',
          next: 'The next corrective action to settle is',
          late: 'Past its date',
          soon: 'To be done and verified soon',
        },
      ),
  },
];
