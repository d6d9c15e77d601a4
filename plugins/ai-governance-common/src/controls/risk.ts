import { policyTier } from '../policy/policyTier';
import { RiskAssessment, RiskScenario } from '../records/riskAssessment';
import {
  assessScenario,
  evidenceInstants,
  evidenceStanding,
  isAbove,
} from '../risk';
import {
  Control,
  ControlContext,
  euAiAct,
  fail,
  Finding,
  iso,
  nist,
  nist800171,
  notReported,
  pass,
} from './Control';
import { acceptancesOverTime, Rated } from './acceptances';
import { assessedDocuments } from './assessedDocuments';
import { overTime } from './overTime';
import { renewed } from './renewed';
import { treatmentsOverTime } from './treatments';

const assess = { label: 'Assess the risk', place: 'risk' as const };
const treat = { label: 'Plan the treatment', place: 'risk' as const };

const onlyAssessed = ({ document }: ControlContext) =>
  document('risk-assessment')
    ? undefined
    : 'Asked once the risk has been assessed.';

const titles = (scenarios: readonly RiskScenario[]) =>
  scenarios.map(s => `“${s.title}”`).join(', ');

const evidenceRecords = ({ entries }: ControlContext) => ({
  evidence: entries('evidence'),
  'control-test': entries('control-test'),
  approval: entries('approval'),
});

/** The scenarios whose current risk is above what the policy tolerates of the tier. */
function aboveTolerance(context: ControlContext) {
  const { at, document, policy, profile, tier } = context;
  const tolerance = policy.tolerance[policyTier(tier.tier)];
  const { scenarios } = document<RiskAssessment>('risk-assessment')!.data;
  const evidence = evidenceStanding(evidenceRecords(context), at);
  const above = scenarios.flatMap((scenario): Rated[] => {
    const { level } = assessScenario(scenario, {
      classification: profile.data?.classification,
      evidence,
    }).current;
    return isAbove(level, tolerance) ? [{ scenario, level }] : [];
  });
  return { tolerance, above };
}

/** Current risk is another one from the instant on at which evidence that it rests on begins or ceases to count. */
const whileEvidenceCounts = (
  context: ControlContext,
  judge: (context: ControlContext) => Finding,
) =>
  overTime(context.at, evidenceInstants(evidenceRecords(context)), at =>
    judge({ ...context, at }),
  );

export const riskControls: readonly Control[] = [
  {
    id: 'RSK-01',
    version: 2,
    family: 'RSK',
    title: 'Risk assessed',
    level: 'bronze',
    holdsWhen:
      'the risk was assessed within its cadence and since the last material change',
    appliesTo: 'all but minimal',
    references: [
      ...iso('6.1.2', '8.2'),
      ...nist('MAP 5.1'),
      ...euAiAct('Annex IV.5'),
      ...nist800171('3.11.1'),
    ],
    remediation: assess,
    notApplicable: ({ tier }) =>
      tier.tier === 'minimal' ? 'Not asked of the minimal tier.' : undefined,
    asks: { document: 'risk-assessment', sections: ['scenarios'] },
    evaluate: context => {
      const doc = context.document<RiskAssessment>('risk-assessment');
      if (!doc) return notReported('The risk has not been assessed.');
      if (doc.data.scenarios.length === 0) {
        return fail('The risk assessment holds no scenario.');
      }
      return renewed(context, doc, {
        notSince: 'Not assessed since',
        holds: 'The risk was assessed within its cadence.',
        lapsed: 'The risk assessment was not renewed in time.',
      });
    },
  },
  {
    id: 'RSK-02',
    version: 2,
    family: 'RSK',
    title: 'Risks above tolerance treated',
    level: 'bronze',
    holdsWhen:
      'every risk above tolerance has a treatment, an owner and a date',
    appliesTo: 'assessed subjects',
    references: [
      ...iso('6.1.3', '8.3'),
      ...nist('MANAGE 1.3'),
      ...euAiAct('Annex IV.5'),
      ...nist800171('3.12.2'),
    ],
    remediation: treat,
    notApplicable: onlyAssessed,
    evaluate: now =>
      whileEvidenceCounts(now, context => {
        const { tolerance, above: rated } = aboveTolerance(context);
        const above = rated.map(r => r.scenario);
        const open = above.filter(
          ({ treatment }) => !treatment?.owner || !treatment.due,
        );
        if (open.length > 0) {
          return fail(
            `Above the tolerance (${tolerance}) without a treatment that has an owner and a date: ${titles(
              open,
            )}.`,
          );
        }
        return pass(
          above.length === 0
            ? `No risk is above the tolerance (${tolerance}).`
            : `Each risk above the tolerance (${tolerance}) has a treatment, an owner and a date: ${titles(
                above,
              )}.`,
        );
      }),
  },
  {
    id: 'RSK-03',
    version: 2,
    family: 'RSK',
    title: 'Risks within tolerance or accepted',
    level: 'silver',
    holdsWhen:
      'every current risk is within tolerance, or accepted by the right authority for the present state',
    appliesTo: 'assessed subjects',
    references: [
      ...iso('6.1.3', '8.3'),
      ...nist('MANAGE 1.4'),
      ...euAiAct('Annex IV.5'),
      ...nist800171('3.11.1'),
    ],
    remediation: { label: 'Ask for acceptance', place: 'risk' },
    notApplicable: onlyAssessed,
    evaluate: now =>
      whileEvidenceCounts(now, context => {
        const { tolerance, above } = aboveTolerance(context);
        return above.length === 0
          ? pass(`No risk is above the tolerance (${tolerance}).`)
          : acceptancesOverTime(above, tolerance, context);
      }),
  },
  ...assessedDocuments,
  {
    id: 'RSK-06',
    version: 1,
    family: 'RSK',
    title: 'No treatment overdue',
    level: 'silver',
    holdsWhen: 'no treatment is past its date',
    appliesTo: 'assessed subjects',
    references: [...iso('8.3'), ...nist('MANAGE 1.3'), ...nist800171('3.12.2')],
    remediation: { label: 'Follow up the treatments', place: 'risk' },
    notApplicable: onlyAssessed,
    evaluate: ({ at, document, policy }) =>
      treatmentsOverTime(
        document<RiskAssessment>('risk-assessment')!.data.scenarios,
        policy.warningWindow,
        at,
      ),
  },
];
