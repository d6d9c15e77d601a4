import { ConflictError, NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import { Instant, plus } from '../instant';
import type { RecordState } from '../state';
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
  admit: ({ data, previous, author, at, subject, people }) => {
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
    if (!previous) {
      const again = confirmedJustNow(subject!.records.confirmation, {
        author,
        at,
        profile: subject!.governed.profile,
      });
      if (again) {
        throw new ConflictError(
          `You confirmed this entry at ${again.recordedAt}, and it has not changed since.`,
        );
      }
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

/** How long a second confirmation of the same entry by the same person is taken for a second click. */
const secondClick = { minutes: 1 };

/** The confirmation of an entry, as it stands, that its author wrote within the last minute. */
export function confirmedJustNow(
  confirmations: readonly RecordState<Confirmation | null>[] | undefined,
  by: { author: string; at: Instant; profile: string },
): RecordState<Confirmation | null> | undefined {
  return confirmations?.find(
    ({ author, recordedAt, data }) =>
      author === by.author &&
      data?.confirmed?.profile === by.profile &&
      plus(recordedAt, secondClick) > by.at,
  );
}

export type Confirmation = z.infer<typeof confirmation.schema>;
