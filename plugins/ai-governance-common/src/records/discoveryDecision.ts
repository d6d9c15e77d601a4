import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { dayOf } from '../instant';
import { fullRef } from './fullRef';
import { day, entityRef, markdown, recordType } from './RecordType';

/** What may be decided on AI that was found. */
export const discoveryDecisions = {
  'to-be-registered': 'to be registered',
  'out-of-scope': 'out of scope',
  'not-ai': 'not AI',
} as const;

export const discoveryDecision = recordType({
  type: 'discovery-decision',
  title: 'Decision on found AI',
  plural: 'Decisions on found AI',
  description:
    'What is done about AI that the catalog shows and nobody has registered: it will be, or it need not be, and why.',
  shape: 'entry',
  streams: ['organization'],
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 4.3, A.4.2; NIST AI RMF GOVERN 1.6',
  schema: z.strictObject({
    entity: entityRef({
      title: 'What was found',
      description: 'The entity of the catalog.',
    }),
    decision: z
      .enum(
        Object.keys(discoveryDecisions) as [
          keyof typeof discoveryDecisions,
          ...(keyof typeof discoveryDecisions)[],
        ],
      )
      .meta({ title: 'Decision' }),
    reason: markdown({ title: 'Why' }).min(1),
    owner: entityRef({
      title: 'Who registers it',
      description: 'Asked for where it is to be registered.',
      kinds: ['User', 'Group'],
    }).optional(),
    due: day({
      title: 'Registered by',
      description: 'Asked for where it is to be registered.',
    }).optional(),
    expires: day({
      title: 'Looked at again after',
      description: 'Without it the decision holds until another one is made.',
    }).optional(),
  }),
  summary: ({ entity, decision }) =>
    `${entity}: ${discoveryDecisions[decision]}`,
  admit: ({ data, previous, at }) => {
    const entity = fullRef(data.entity);
    if (previous?.data && previous.data.entity !== entity) {
      throw new InputError(
        `data.entity: this decision is on ${previous.data.entity}; record another one for ${entity}`,
      );
    }
    if (data.decision === 'to-be-registered') {
      for (const key of ['owner', 'due'] as const) {
        if (data[key] === undefined) {
          throw new InputError(
            `data.${key}: say who registers it and until when`,
          );
        }
      }
    }
    for (const key of ['due', 'expires'] as const) {
      const until = data[key];
      if (until !== undefined && until < dayOf(at)) {
        throw new InputError(`data.${key}: must not be past, and is ${until}`);
      }
    }
    return {
      ...data,
      entity,
      ...(data.owner && { owner: fullRef(data.owner) }),
    };
  },
});

export type DiscoveryDecision = z.infer<typeof discoveryDecision.schema>;
