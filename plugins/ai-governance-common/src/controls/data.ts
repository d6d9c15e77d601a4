import { DataSheet } from '../records/dataSheet';
import { ofOwnBuild } from './asked';
import { Control, euAiAct, iso, iso27001, nist } from './Control';
import { documentSays } from './sections';

const sheet = (label: string) => ({
  label,
  place: 'documents' as const,
  recordType: 'data-sheet',
});

const sheetSays = documentSays<DataSheet>('data-sheet', {
  what: 'The data sheet',
  missing: 'There is no data sheet.',
});

export const dataControls: readonly Control[] = [
  {
    id: 'DAT-01',
    version: 1,
    family: 'DAT',
    title: 'Origin of data recorded',
    level: 'silver',
    holdsWhen:
      'the origin of the training, tuning and reference data is recorded',
    appliesTo: 'in-house and open-source',
    references: [
      ...iso('A.7.3', 'A.7.5'),
      ...nist('MAP 2.3'),
      ...euAiAct('Annex IV.2'),
    ],
    remediation: sheet('Record the origin of the data'),
    notApplicable: ofOwnBuild,
    ...sheetSays(
      {
        training: 'origin of the training data',
        tuning: 'origin of the tuning data',
        reference: 'origin of the reference data',
      },
      'The origin of the training, tuning and reference data is recorded.',
    ),
  },
  {
    id: 'DAT-02',
    version: 1,
    family: 'DAT',
    title: 'Data quality shown',
    level: 'gold',
    holdsWhen:
      'the quality criteria of the data, how they are met and how it is prepared are documented',
    appliesTo: 'in-house',
    references: [
      ...iso('A.7.4', 'A.7.6'),
      ...nist('MEASURE 2.2'),
      ...euAiAct('Art.26(4)', 'Annex IV.2'),
    ],
    remediation: sheet('Describe the quality of the data'),
    notApplicable: ({ profile: { sourcing } }) =>
      sourcing === undefined || sourcing === 'in-house'
        ? undefined
        : 'Asked of what is built in-house.',
    ...sheetSays(
      {
        qualityCriteria: 'quality criteria',
        qualityMet: 'how they are met',
        preparation: 'preparation',
      },
      'The quality criteria, how they are met and the preparation are documented.',
    ),
  },
  {
    id: 'DAT-03',
    version: 1,
    family: 'DAT',
    title: 'Data handling described',
    level: 'bronze',
    holdsWhen:
      'purpose, minimisation, retention and deletion of the data are described',
    appliesTo: 'personal or restricted data',
    references: [
      ...iso('A.7.2'),
      ...nist('MEASURE 2.10'),
      ...iso27001('A.5.33', 'A.5.34', 'A.8.10'),
    ],
    remediation: sheet('Describe how data is handled'),
    notApplicable: ({ profile: { data } }) =>
      data?.categories !== undefined &&
      data.classification !== undefined &&
      !data.categories.includes('personal') &&
      data.classification !== 'restricted'
        ? 'Asked when data is personal or restricted.'
        : undefined,
    ...sheetSays(
      {
        purpose: 'purpose',
        minimisation: 'minimisation',
        retention: 'retention',
        deletion: 'deletion',
      },
      'Purpose, minimisation, retention and deletion are described.',
    ),
  },
];
