import { NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import { plainLine } from './plainLine';
import { markdown, recordType } from './RecordType';

export const confirmation = recordType({
  type: 'confirmation',
  title: 'Confirmation',
  plural: 'Confirmations',
  description:
    'That the owner or the accountable leader has looked at the inventory entry and it is right.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  takes: () => 'request',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 4.3, A.4.2; NIST AI RMF GOVERN 1.6',
  schema: z.strictObject({
    note: markdown({ title: 'Note' }).optional(),
    confirmed: z
      .strictObject({
        as: z.enum(['owner', 'accountable']),
        profile: z.string().regex(/^[0-9a-f]{64}$/),
      })
      .meta({ title: 'Confirmed', filledIn: 'system' })
      .optional(),
  }),
  summary: data => plainLine(data.note ?? '') || 'Confirmed',
  admit: ({ data, author, subject, people }) => {
    const { owner, accountable } = subject!.profile;
    const owns =
      owner !== undefined &&
      (owner === author || people.membersOf(owner).includes(author));
    if (!owns && author !== accountable) {
      throw new NotAllowedError(
        `Only the owner ${
          owner ?? '(none is declared)'
        } or the accountable leader ${
          accountable ?? '(none is named)'
        } can confirm the entry.`,
      );
    }
    return {
      ...data,
      confirmed: {
        as: owns ? ('owner' as const) : ('accountable' as const),
        profile: subject!.governed.profile,
      },
    };
  },
});

export type Confirmation = z.infer<typeof confirmation.schema>;
