import { Operations } from '../records/operations';
import { Control, ControlContext, iso, nist, notReported } from './Control';
import { said } from './sections';

const describe = (label: string) => ({
  label,
  place: 'documents' as const,
  recordType: 'operations',
});

/** As `said`, of the description of operations. */
const operationsSay = (
  { document }: ControlContext,
  sections: Parameters<typeof said<Operations>>[1],
  holds: string,
) => {
  const doc = document<Operations>('operations');
  return doc
    ? said(doc.data, sections, { what: 'The description of operations', holds })
    : notReported('Operations are not described.');
};

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
    notApplicable: ({ profile: { lifecycle }, policy }) =>
      lifecycle !== undefined && policy.inProduction.includes(lifecycle)
        ? undefined
        : `Asked in production only (${policy.inProduction.join(', ')}).`,
    evaluate: context =>
      operationsSay(
        context,
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
    notApplicable: ({ profile: { sourcing } }) =>
      sourcing === 'vendor' || sourcing === 'vendor-feature'
        ? 'Asked of what is built in-house or open-source.'
        : undefined,
    evaluate: context =>
      operationsSay(
        context,
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
    notApplicable: ({ tier }) =>
      tier.tier === 'minimal'
        ? 'Asked of high and limited tiers only.'
        : undefined,
    evaluate: context =>
      operationsSay(
        context,
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
