import { z } from 'zod';

const userRef = z
  .string()
  .regex(
    /^user:[a-z0-9-]+\/[a-zA-Z0-9._-]+$/,
    'must be a full reference to a user, such as user:default/name',
  );

/** The stream of the organization as a whole. */
export const ORGANIZATION = 'organization';

/** One file of example records: those of one subject, of one person or of the organization, oldest first. */
export const recordFileSchema = z.strictObject({
  subject: z
    .string()
    .regex(
      /^(organization|[a-z]+:[a-z0-9-]+\/[a-zA-Z0-9._-]+)$/,
      'must be a full entity reference, such as aisystem:default/name, or organization',
    )
    .describe('A subject, a user for what is stated of them, or organization'),
  records: z
    .array(
      z.strictObject({
        type: z.string(),
        author: userRef,
        daysAgo: z.number().min(0),
        materiality: z.enum(['material', 'routine']).optional(),
        materialityReason: z.string().optional(),
        data: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
});

export type RecordFile = z.infer<typeof recordFileSchema>;
export type ExampleRecord = RecordFile['records'][number];
