import { InputError, NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import { policyHash } from '../policy/policyHash';
import type { GovernancePolicy } from '../policy/schema';
import { line, recordType } from './RecordType';

export const policyAcknowledgement = recordType({
  type: 'policy-acknowledgement',
  title: 'Policy acknowledgement',
  plural: 'Policy acknowledgements',
  description: 'That a person has read a version of the policy and follows it.',
  shape: 'entry',
  streams: ['person'],
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 7.3, A.2.2; NIST AI RMF GOVERN 2.1',
  schema: z.strictObject({
    version: line({ title: 'Version of the policy' }, 40),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ title: 'Hash', filledIn: 'system' })
      .optional(),
  }),
  summary: data => data.version,
  admit: ({ data, author, stream, policy, previous }) => {
    if (author !== stream) {
      throw new NotAllowedError(
        `Only ${stream} can acknowledge the policy for themselves.`,
      );
    }
    if (previous) {
      throw new InputError(
        'recordId: an acknowledgement stays as it is; acknowledge the version in force anew',
      );
    }
    if (data.version !== policy.version) {
      throw new InputError(
        `data.version: the version in force is ${policy.version}, and this is ${data.version}`,
      );
    }
    return { ...data, hash: policyHash(policy) };
  },
});

export type PolicyAcknowledgement = z.infer<
  typeof policyAcknowledgement.schema
>;

/** Whether what a person stated is of this very policy, word for word: its version alone may stand over another text. */
export function acknowledges(
  policy: GovernancePolicy,
): (stated: PolicyAcknowledgement | null) => boolean {
  const hash = policyHash(policy);
  return stated => stated?.hash === hash;
}
