import { Operations } from '../records/operations';
import { inProduction, ofHighAndLimited, ofOwnBuild } from './asked';
import { Control, iso, nist } from './Control';
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
    references: [...iso('A.6.2.8'), ...nist('MEASURE 2.8')],
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
    references: [...iso('A.6.2.6'), ...nist('MANAGE 4.1')],
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
    references: [...iso('A.8.4', 'A.3.3'), ...nist('MANAGE 2.4', 'MANAGE 4.3')],
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
