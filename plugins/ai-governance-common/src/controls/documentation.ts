import { IntendedUse } from '../records/intendedUse';
import { Control, fail, iso, nist, notReported, pass } from './Control';
import { renewed } from './renewed';

const filled = (text: string | undefined) => Boolean(text?.trim());

/** Names of the sections that say nothing yet. */
const empty = (
  document: IntendedUse,
  sections: Partial<Record<keyof IntendedUse, string>>,
) =>
  Object.entries(sections)
    .filter(([key]) => !filled(document[key as 'purpose']))
    .map(([, name]) => name);

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
    references: [...iso('A.9.4', 'A.6.2.7'), ...nist('MAP 1.1')],
    remediation: { label: 'Write the intended use', place: 'intended-use' },
    evaluate: ({ document }) => {
      const doc = document<IntendedUse>('intended-use');
      if (!doc) return notReported('The intended use is not documented.');
      const missing = empty(doc.data, {
        users: 'intended users',
        inScope: 'in scope',
        outOfScope: 'out of scope',
      });
      return missing.length === 0
        ? pass('Users, scope and what is out of scope are documented.')
        : fail(`The intended use does not say: ${missing.join(', ')}.`);
    },
  },
  {
    id: 'DOC-02',
    version: 1,
    family: 'DOC',
    title: 'Limitations documented',
    level: 'bronze',
    holdsWhen: 'limitations and assumptions are documented',
    appliesTo: 'all',
    references: [...iso('A.8.2'), ...nist('MAP 2.2')],
    remediation: { label: 'Describe the limitations', place: 'intended-use' },
    evaluate: ({ document }) => {
      const doc = document<IntendedUse>('intended-use');
      if (!doc) return notReported('The intended use is not documented.');
      const missing = empty(doc.data, {
        limitations: 'limitations',
        assumptions: 'assumptions',
      });
      return missing.length === 0
        ? pass('Limitations and assumptions are documented.')
        : fail(`The intended use does not say: ${missing.join(', ')}.`);
    },
  },
  {
    id: 'DOC-06',
    version: 1,
    family: 'DOC',
    title: 'Documentation reviewed',
    level: 'silver',
    holdsWhen:
      'the intended use was reviewed within its cadence and since the last material change',
    appliesTo: 'all',
    references: [...iso('7.5.2'), ...nist('GOVERN 1.5')],
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
