import { z } from 'zod';
import { admitDecision, decisionTakes } from '../decisions/admitDecision';
import { authorsSince, lastApproved } from '../decisions/authors';
import { Deciding } from '../decisions/Deciding';
import { decisionFields } from '../decisions/decisionFields';
import { dayOf, plus } from '../instant';
import { policyTier } from '../policy/policyTier';
import { evidenceIds } from './evidence';
import { lastDay } from './grantFields';
import { day, line, markdown, recordType } from './RecordType';

export const approvalGates = [
  'intake',
  'deploy',
  'change',
  'vendor',
  'periodic',
] as const;

const decides: Deciding<any> = {
  question: () => ({ kind: 'approval' }),
  authors: (_, { history, records }, { documents }) =>
    authorsSince(lastApproved(records.approval ?? []), history, documents),
};

export const approval = recordType({
  type: 'approval',
  title: 'Approval',
  plural: 'Approvals',
  description:
    'That the system, exactly as it stands, was looked at by somebody who may decide and did not write it, and what they decided.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  takes: decisionTakes,
  decides,
  schemaVersion: 1,
  source: 'ISO/IEC 42001 8.1, A.6.2.5; NIST AI RMF MANAGE 1.1',
  schema: z.strictObject({
    gate: z.enum(approvalGates).meta({
      title: 'Gate',
      description:
        'Before it is built (intake) or put to use (deploy), for a change, for a vendor product, or the regular look (periodic).',
    }),
    decision: z
      .enum([
        'requested',
        'approved',
        'approved-with-conditions',
        'rejected',
        'suspended',
        'withdrawn',
      ])
      .meta({ title: 'Decision' }),
    note: markdown({
      title: 'Note',
      description: 'What is asked for, or why it was decided so.',
    }).optional(),
    conditions: z
      .array(
        z
          .strictObject({
            text: line({ title: 'Condition' }, 500),
            due: day({ title: 'Due' }),
            met: z
              .strictObject({
                on: day({ title: 'Met on' }),
                evidence: line({ title: 'Shown by' }, 1000).optional(),
              })
              .meta({ title: 'Met' })
              .optional(),
          })
          .meta({ title: 'Condition' }),
      )
      .max(20)
      .meta({ title: 'Conditions' })
      .optional(),
    expires: lastDay.optional(),
    evidence: evidenceIds(
      'Evidence',
      'The evidence that was looked at: from the approval on it counts.',
    ).optional(),
    ...decisionFields,
  }),
  summary: ({ gate, decision }) => `${gate}: ${decision.replaceAll('-', ' ')}`,
  admit: admission =>
    admitDecision(admission, {
      ...decides,
      fixed: ['gate'],
      longest: (_, { policy, subject }) =>
        policy.cadences.approval[policyTier(subject!.tier)],
      expires: (_, { at, policy, subject }) =>
        dayOf(plus(at, policy.cadences.approval[policyTier(subject!.tier)])),
    }),
});

export type Approval = z.infer<typeof approval.schema>;
