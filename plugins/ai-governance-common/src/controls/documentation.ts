import { policyTier } from '../policy/policyTier';
import { IntendedUse } from '../records/intendedUse';
import {
  Control,
  euAiAct,
  iso,
  iso27001,
  nist,
  nist800171,
  notReported,
} from './Control';
import { dependenciesAgree } from './dependencies';
import { renewed } from './renewed';
import { documentSays } from './sections';

const useSays = documentSays<IntendedUse>('intended-use', {
  what: 'The intended use',
  missing: 'The intended use is not documented.',
});

export const documentationControls: readonly Control[] = [
  {
    id: 'DOC-01',
    version: 1,
    family: 'DOC',
    title: 'Intended use documented',
    level: 'bronze',
    holdsWhen:
      'the intended users, and what is in and out of scope, are documented',
    appliesTo: 'all',
    references: [
      ...iso('A.9.4', 'A.6.2.7'),
      ...nist('MAP 1.1'),
      ...euAiAct('Art.26(1)', 'Art.27(1)(a)', 'Annex IV.1'),
    ],
    remediation: { label: 'Write the intended use', place: 'intended-use' },
    ...useSays(
      {
        users: 'intended users',
        inScope: 'in scope',
        outOfScope: 'out of scope',
      },
      'Users, scope and what is out of scope are documented.',
    ),
  },
  {
    id: 'DOC-02',
    version: 1,
    family: 'DOC',
    title: 'Limitations documented',
    level: 'bronze',
    holdsWhen: 'limitations and assumptions are documented',
    appliesTo: 'all',
    references: [...iso('A.8.2'), ...nist('MAP 2.2'), ...euAiAct('Annex IV.3')],
    remediation: { label: 'Describe the limitations', place: 'intended-use' },
    ...useSays(
      { limitations: 'limitations', assumptions: 'assumptions' },
      'Limitations and assumptions are documented.',
    ),
  },
  {
    id: 'DOC-03',
    version: 1,
    family: 'DOC',
    title: 'Users guided',
    level: 'silver',
    holdsWhen: 'there is guidance for users',
    appliesTo: 'audience beyond the team',
    references: [
      ...iso('A.8.2'),
      ...nist('MANAGE 4.1'),
      ...euAiAct('Annex IV.1'),
    ],
    remediation: {
      label: 'Write the guidance for users',
      place: 'intended-use',
    },
    // not answered counts as asked
    notApplicable: ({ profile: { affects } }) =>
      affects?.audience?.every(a => a === 'team')
        ? 'Asked when others than the team use it or are affected.'
        : undefined,
    ...useSays(
      { guidance: 'guidance for users' },
      'There is guidance for users.',
    ),
  },
  {
    id: 'DOC-04',
    version: 1,
    family: 'DOC',
    title: 'Dependencies agree',
    level: 'silver',
    holdsWhen: 'the documented dependencies are those that the catalog has',
    appliesTo: 'all',
    references: [
      ...iso('A.4.4', 'A.4.5'),
      ...nist('MAP 4.1'),
      ...euAiAct('Annex IV.2'),
      ...iso27001('A.8.9'),
      ...nist800171('3.4.1'),
    ],
    remediation: { label: 'List the dependencies', place: 'intended-use' },
    asks: { document: 'intended-use', sections: ['dependencies'] },
    evaluate: ({ document, profile, declaredAt }) => {
      const doc = document<IntendedUse>('intended-use');
      return doc
        ? dependenciesAgree(doc.data.dependencies, profile, declaredAt)
        : notReported('The intended use is not documented.');
    },
  },
  {
    id: 'DOC-05',
    version: 1,
    family: 'DOC',
    title: 'Human oversight described',
    level: 'bronze',
    holdsWhen:
      'it is described who watches, when they step in and how to stop it',
    appliesTo: 'high',
    references: [
      ...iso('A.9.2'),
      ...nist('MAP 3.5'),
      ...euAiAct('Art.26(2)', 'Art.27(1)(e)', 'Annex IV.3'),
    ],
    remediation: { label: 'Describe the oversight', place: 'intended-use' },
    notApplicable: ({ tier }) =>
      policyTier(tier.tier) === 'high'
        ? undefined
        : 'Asked of the high tier only.',
    ...useSays(
      { oversight: 'human oversight: who, when, how to stop it' },
      'Human oversight is described.',
    ),
  },
  {
    id: 'DOC-06',
    version: 2,
    family: 'DOC',
    title: 'Documentation reviewed',
    level: 'silver',
    holdsWhen:
      'the intended use was reviewed within its cadence and since the last material change',
    appliesTo: 'all',
    references: [...iso('7.5.2'), ...nist('GOVERN 1.5'), ...iso27001('A.5.37')],
    remediation: { label: 'Review the intended use', place: 'intended-use' },
    evaluate: context => {
      const doc = context.document<IntendedUse>('intended-use');
      if (!doc) return notReported('The intended use is not documented.');
      return renewed(context, doc, {
        notSince: 'Not reviewed since',
        holds: 'The intended use was reviewed within its cadence.',
        lapsed: 'The intended use was not reviewed in time.',
      });
    },
  },
];
