import { z } from 'zod';
import { notToCome } from './caseMoves';
import { day, line, link, recordRef, recordType } from './RecordType';

/** Evidence that was looked at. */
export const evidenceIds = (title: string, description: string) =>
  z
    .array(recordRef({ title: 'Evidence', recordTypes: ['evidence'] }))
    .max(50)
    .meta({ title, description });

export const evidence = recordType({
  type: 'evidence',
  title: 'Evidence',
  plural: 'Evidence',
  description:
    'Where something that shows how it is can be found, what it was when it was looked at, and how long it holds.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 7.5, 9.1; NIST AI RMF MEASURE 1.1, 2.1',
  schema: z
    .strictObject({
      title: line({ title: 'Title' }, 200),
      link: link({ title: 'Link', description: 'Where it is kept.' }),
      sha256: z
        .string()
        .regex(
          /^[0-9a-f]{64}$/,
          'must be a SHA-256 in 64 lower-case hexadecimal digits',
        )
        .meta({
          title: 'SHA-256',
          description: 'Of what the link points to, as sha256sum prints it.',
        }),
      producer: line({
        title: 'Producer',
        description: 'The person, team or tool that made it.',
      }),
      generatedAt: day({ title: 'Generated on' }),
      effectiveFrom: day({ title: 'Effective from' }),
      effectiveUntil: day({
        title: 'Effective until',
        description: 'The last day that it speaks of, where it is bounded.',
      }).optional(),
      expires: day({
        title: 'Expires',
        description: 'The last day on which it counts.',
      }),
      authors: z
        .array(z.string().max(512))
        .meta({ title: 'Authors', filledIn: 'system' })
        .optional(),
    })
    .superRefine(({ effectiveFrom, effectiveUntil, expires }, ctx) => {
      for (const [path, last] of [
        ['effectiveUntil', effectiveUntil],
        ['expires', expires],
      ] as const) {
        if (last !== undefined && last < effectiveFrom) {
          ctx.addIssue({
            code: 'custom',
            path: [path],
            message: 'must not be before effectiveFrom',
          });
        }
      }
    }),
  summary: ({ title, expires }) => `${title}, until ${expires}`,
  admit: ({ data, previous, author, at }) => {
    notToCome('generatedAt', data.generatedAt, at);
    // whoever wrote any revision of it is no independent reader of it
    const authors = new Set([
      ...(previous?.data?.authors ?? []),
      ...(previous ? [previous.author] : []),
      author,
    ]);
    return { ...data, authors: [...authors].sort() };
  },
});

export type Evidence = z.infer<typeof evidence.schema>;
