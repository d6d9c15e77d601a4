import { Operations } from '../records/operations';
import { inProduction, ofHighAndLimited, ofOwnBuild } from './asked';
import { Control, euAiAct, iso, iso27001, nist, nist800171 } from './Control';
import { documentSays } from './sections';

const describe = (label: string) => ({
  label,
  place: 'documents' as const,
  recordType: 'operations',
});

const operationsSay = documentSays<Operations>('operations', {
  what: 'The description of operations',
  missing: 'Operations are not described.',
});

/** How a subject is run, as its document of operations says. */
export const runControls: readonly Control[] = [
  {
    id: 'OPS-05',
    version: 1,
    family: 'OPS',
    title: 'Access and logging described',
    level: 'silver',
    holdsWhen: 'access, logging and the retention of logs are described',
    appliesTo: 'production',
    references: [
      ...iso('A.6.2.8'),
      ...nist('MEASURE 2.8'),
      ...euAiAct('Art.26(6)'),
      ...iso27001('A.5.15', 'A.8.15'),
      ...nist800171('3.1.1', '3.3.1'),
    ],
    remediation: describe('Describe access and logging'),
    notApplicable: inProduction,
    ...operationsSay(
      {
        access: 'access',
        logging: 'logging',
        logRetention: 'retention of logs',
      },
      'Access, logging and the retention of logs are described.',
    ),
  },
  {
    id: 'OPS-06',
    version: 1,
    family: 'OPS',
    title: 'Updates planned',
    level: 'silver',
    holdsWhen: 'the procedures for updates, retraining and drift are described',
    appliesTo: 'in-house and open-source',
    references: [
      ...iso('A.6.2.6'),
      ...nist('MANAGE 4.1'),
      ...iso27001('A.8.32'),
    ],
    remediation: describe('Describe updates and drift'),
    notApplicable: ofOwnBuild,
    ...operationsSay(
      { updates: 'updates', retraining: 'retraining', drift: 'drift' },
      'The procedures for updates, retraining and drift are described.',
    ),
  },
  {
    id: 'OPS-07',
    version: 1,
    family: 'OPS',
    title: 'Incidents planned for',
    level: 'bronze',
    holdsWhen:
      'the incident plan says who acts, how fast, who is told and how to switch off',
    appliesTo: 'high and limited',
    references: [
      ...iso('A.8.4', 'A.3.3'),
      ...nist('MANAGE 2.4', 'MANAGE 4.3'),
      ...euAiAct('Art.27(1)(f)'),
      ...iso27001('A.5.24'),
      ...nist800171('3.6.1'),
    ],
    remediation: describe('Write the incident plan'),
    notApplicable: ofHighAndLimited,
    ...operationsSay(
      {
        responders: 'who acts in an incident',
        responseTimes: 'how fast',
        notified: 'who is told',
        switchOff: 'how to switch it off',
      },
      'The incident plan says who acts, how fast, who is told and how to switch off.',
    ),
  },
];
