import { policyTier } from '../policy/policyTier';
import { ImpactAssessment } from '../records/impactAssessment';
import { ThreatModel } from '../records/threatModel';
import {
  Control,
  ControlContext,
  euAiAct,
  fail,
  iso,
  iso27001,
  nist,
  nist800171,
  notReported,
} from './Control';
import { renewed } from './renewed';
import { empty } from './sections';
import { someOf } from './sentence';

const isHigh = ({ tier }: ControlContext) => policyTier(tier.tier) === 'high';

const impactSections = {
  affected: 'people and groups affected',
  benefits: 'benefits',
  harms: 'harms',
  society: 'society and environment',
  fairness: 'fairness',
  explanation: 'explanation',
  appeal: 'appeal',
} as const;

/** What EU AI Act Art. 27(1)(b), (e) and (f) ask beside that. */
const fundamentalRights = {
  frequency: 'how long and how often',
  oversight: 'human oversight in use',
  measures: 'what is done when harm happens',
} as const;

/** Art. 27(1) asks of every area of Annex III but point 2; an area that is not answered may be any. */
function asksOfRights({ policy, profile }: ControlContext) {
  const areas = profile.regulation?.euAiAct?.annexIII;
  return (
    policy.regulations.includes('eu-ai-act') &&
    (areas === undefined ||
      areas.some(area => area !== 'critical-infrastructure'))
  );
}

/** Customers' or regulated data, by the words in which categories are commonly declared. */
const protectedCategories = [
  'personal',
  'customer',
  'regulated',
  'financial',
  'health',
  'biometric',
];

/** Whether attacks matter whatever the tier; what is not answered counts as if they did. */
function worthAttacking({ profile: { data, affects } }: ControlContext) {
  const influences = affects?.influences;
  const categories = data?.categories;
  return (
    influences === undefined ||
    categories === undefined ||
    influences.some(i =>
      ['financial-outcomes', 'security-access', 'regulated-data'].includes(i),
    ) ||
    categories.some(c => protectedCategories.includes(c))
  );
}

export const assessedDocuments: readonly Control[] = [
  {
    id: 'RSK-04',
    version: 2,
    family: 'RSK',
    title: 'Impact assessed',
    level: 'bronze',
    holdsWhen:
      'the impact on people and society was assessed within the cadence of the risk assessment and since the last material change',
    appliesTo: 'high',
    references: [
      ...iso('6.1.4', '8.4', 'A.5.2', 'A.5.3', 'A.5.4', 'A.5.5'),
      ...nist('MAP 5.1'),
      ...euAiAct('Art.26(9)', 'Art.27(1)(c)', 'Art.27(1)(d)', 'Art.27(2)'),
    ],
    remediation: {
      label: 'Assess the impact',
      place: 'documents',
      recordType: 'impact-assessment',
    },
    notApplicable: context =>
      isHigh(context) ? undefined : 'Asked of the high tier only.',
    asks: {
      document: 'impact-assessment',
      sections: Object.keys(impactSections),
    },
    evaluate: context => {
      const doc = context.document<ImpactAssessment>('impact-assessment');
      if (!doc) {
        return notReported(
          'The impact on people and society has not been assessed.',
        );
      }
      const missing = empty(doc.data, impactSections);
      const rights = asksOfRights(context)
        ? empty(doc.data, fundamentalRights)
        : [];
      if (missing.length + rights.length > 0) {
        return fail(
          `The impact assessment does not say: ${[...missing, ...rights].join(
            ', ',
          )}.${
            rights.length > 0
              ? ` Art. 27 of the EU AI Act asks for ${rights.join(', ')}.`
              : ''
          }`,
        );
      }
      return renewed(context, doc, {
        notSince: 'Not assessed since',
        holds: 'The impact was assessed within its cadence.',
        lapsed: 'The impact assessment was not renewed in time.',
        cadenceOf: 'risk-assessment',
      });
    },
  },
  {
    id: 'RSK-05',
    version: 2,
    family: 'RSK',
    title: 'Threat model current',
    level: 'silver',
    holdsWhen:
      'there is a threat model with a mitigation for each threat, renewed within the cadence of the risk assessment and since the last material change',
    appliesTo:
      'high, or with personal, customer or regulated data, money or access control',
    references: [
      ...iso('A.6.2.2', 'A.6.2.4'),
      ...nist('MEASURE 2.7'),
      ...iso27001('A.5.7', 'A.8.27'),
      ...nist800171('3.11.1', '3.13.2'),
    ],
    remediation: {
      label: 'Model the threats',
      place: 'risk',
      recordType: 'threat-model',
    },
    notApplicable: context =>
      isHigh(context) || worthAttacking(context)
        ? undefined
        : 'Asked of the high tier, and where personal, customer or regulated data, money or access control is at stake.',
    asks: {
      document: 'threat-model',
      sections: ['assets', 'entryPoints', 'threats'],
    },
    evaluate: context => {
      const doc = context.document<ThreatModel>('threat-model');
      if (!doc) return notReported('There is no threat model.');
      const { assets, entryPoints, threats } = doc.data;
      const missing = [
        ...(assets.length > 0 ? [] : ['asset']),
        ...(entryPoints.length > 0 ? [] : ['entry point']),
        ...(threats.length > 0 ? [] : ['threat']),
      ];
      if (missing.length > 0) {
        return fail(`The threat model names no ${missing.join(', no ')}.`);
      }
      const open = threats.filter(
        threat => empty(threat, { mitigation: '' }).length > 0,
      );
      if (open.length > 0) {
        return fail(
          `The threat model says no mitigation for: ${someOf(
            open.map(t => `“${t.title}”`),
          )}.`,
        );
      }
      return renewed(context, doc, {
        notSince: 'Not renewed since',
        holds: 'The threat model is current.',
        lapsed: 'The threat model was not renewed in time.',
        cadenceOf: 'risk-assessment',
      });
    },
  },
];
