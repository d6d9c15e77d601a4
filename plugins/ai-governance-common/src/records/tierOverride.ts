import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { admitDecision, decisionTakes } from '../decisions/admitDecision';
import { Deciding } from '../decisions/Deciding';
import { decisionFields } from '../decisions/decisionFields';
import { decisionNote, grantDecision, lastDay } from './grantFields';
import { markdown, recordType } from './RecordType';

const decides: Deciding<any> = {
  question: (_, { tier }) => {
    if (tier === 'prohibited') {
      throw new InputError(
        'data.tier: what is prohibited stays so; change the use or the policy',
      );
    }
    return { kind: 'tier-override' };
  },
  authors: () => [],
};

export const tierOverride = recordType({
  type: 'tier-override',
  title: 'Other tier',
  plural: 'Other tiers',
  description:
    'That the subject is held to another tier than the rule gives, for a time and for its present profile, and why.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  takes: decisionTakes,
  decides,
  schemaVersion: 1,
  source: 'ISO/IEC 42001 6.1.2, A.5.2',
  schema: z.strictObject({
    tier: z.enum(['high', 'limited', 'minimal']).meta({ title: 'Tier' }),
    decision: grantDecision,
    reason: markdown({ title: 'Reason' }).min(1),
    note: decisionNote,
    expires: lastDay,
    ...decisionFields,
  }),
  summary: ({ tier, decision }) => `${tier}: ${decision}`,
  admit: admission =>
    admitDecision(admission, {
      ...decides,
      fixed: ['tier'],
      longest: (_, { policy }) => policy.longest['tier-override'],
    }),
});

export type TierOverride = z.infer<typeof tierOverride.schema>;
