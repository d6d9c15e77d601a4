import { z } from 'zod';
import { admitDecision, decisionTakes } from '../decisions/admitDecision';
import { Deciding } from '../decisions/Deciding';
import { decisionFields } from '../decisions/decisionFields';
import { reachFields } from '../decisions/reach';
import { dayOf, plus } from '../instant';
import { policyTier } from '../policy/policyTier';
import type { Admission } from '../decisions/Admission';
import { decisionNote, grantDecision } from './grantFields';
import { day, entityRef, line, markdown, recordType } from './RecordType';

export const connectorKinds = [
  'data-source',
  'api',
  'mcp-server',
  'tool',
  'plugin',
  'webhook',
  'other',
] as const;

const decides: Deciding<any> = {
  question: () => ({ kind: 'connector' }),
  authors: () => [],
};

const cadence = ({ policy, subject }: Admission<any>) =>
  policy.cadences.approval[policyTier(subject!.tier)];

export const connector = recordType({
  type: 'connector',
  title: 'Connector',
  plural: 'Connectors',
  description:
    'What the system is connected to, which data it reaches there and with which rights, and who approved that for how long.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  takes: decisionTakes,
  decides,
  schemaVersion: 1,
  source:
    'ISO/IEC 42001 A.10.2, A.4.2; NIST AI RMF GOVERN 6.1; OWASP LLM06:2025 (excessive agency)',
  schema: z.strictObject({
    name: line(
      {
        title: 'Connected to',
        description:
          'Such as CRM. An approval covers every connector of the same name on the subject.',
      },
      200,
    ),
    kind: z.enum(connectorKinds).meta({ title: 'Kind' }),
    target: entityRef({
      title: 'In the catalog',
      kinds: ['Resource', 'Component', 'API'],
    }).optional(),
    reach: z.strictObject(reachFields).meta({
      title: 'Reach',
      description:
        'As it is now. What was approved stays with the decision: report here when it reaches more or less.',
    }),
    status: z.enum(['planned', 'connected', 'disconnected']).meta({
      title: 'Status',
      description: 'Whether it is connected now.',
    }),
    decision: grantDecision,
    reason: markdown({ title: 'What it is for' }).min(1),
    note: decisionNote,
    expires: day({
      title: 'Expires',
      description: 'The last day on which the approval holds.',
    }).optional(),
    ...decisionFields,
  }),
  summary: ({ name, status, decision }) => `${name}: ${status}, ${decision}`,
  admit: admission =>
    admitDecision(admission, {
      ...decides,
      fixed: ['name', 'kind', 'target', 'reach'],
      // what it reaches, and whether it is there at all, is reported as it changes
      reported: ['reach', 'status'],
      longest: (_, a) => cadence(a),
      expires: (_, a) => dayOf(plus(a.at, cadence(a))),
      binds: ({ reach }) => ({ reach }),
    }),
});

export type Connector = z.infer<typeof connector.schema>;
