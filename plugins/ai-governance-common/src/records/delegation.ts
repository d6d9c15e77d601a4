import { InputError, NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import { decisionKinds } from '../decisions/mayDecide';
import { dayOf } from '../instant';
import { fullRef } from './fullRef';
import { day, entityRef, markdown, recordType } from './RecordType';

export const delegation = recordType({
  type: 'delegation',
  title: 'Stand-in',
  plural: 'Stand-ins',
  description:
    'That somebody else decides in a person’s place for a period. It gives nothing that the person does not have.',
  shape: 'entry',
  streams: ['person'],
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 5.3, A.3.2',
  schema: z.strictObject({
    to: entityRef({ title: 'Stand-in', kinds: ['User'] }),
    decisions: z
      .array(z.enum(decisionKinds).meta({ title: 'Decision' }))
      .min(1)
      .max(decisionKinds.length)
      .meta({ title: 'Decides on' }),
    from: day({ title: 'From' }),
    until: day({ title: 'Until', description: 'The last day.' }),
    reason: markdown({ title: 'Reason' }).optional(),
    withdrawn: z
      .boolean()
      .meta({ title: 'Withdrawn', description: 'It holds no longer.' })
      .optional(),
  }),
  summary: ({ to, from, until }) => `${to}, ${from} to ${until}`,
  admit: ({ data, author, at, stream, previous }) => {
    if (author !== stream) {
      throw new NotAllowedError(`Only ${stream} can name their stand-in.`);
    }
    const full = fullRef(data.to);
    if (full === author) {
      throw new InputError('data.to: must be somebody else');
    }
    if (data.until < data.from) {
      throw new InputError(
        `data.until: must not be before ${data.from}, and is ${data.until}`,
      );
    }
    if (!previous && data.until < dayOf(at)) {
      throw new InputError(
        `data.until: must not be past, and is ${data.until}`,
      );
    }
    return { ...data, to: full };
  },
});

export type Delegation = z.infer<typeof delegation.schema>;
