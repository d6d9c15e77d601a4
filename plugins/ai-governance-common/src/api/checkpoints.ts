import { z } from 'zod';
import { count } from './fields';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The ends of all streams of the ledger at one instant, signed. */
export const checkpointSchema = z.strictObject({
  format: z.literal('ai-governance-checkpoint/1'),
  number: z.int().min(1).describe('From 1, without gaps'),
  at: z.string().max(24).describe('When it was taken, by the database’s clock'),
  streams: count,
  revisions: count.describe('Rows of all streams'),
  root: hash.describe(
    'Root of a Merkle tree (RFC 6962, SHA-256) over “stream seq hash” of all heads, in the order of the streams',
  ),
  moved: z
    .strictObject({ streams: count, root: hash })
    .describe('The same over the heads that moved since the one before'),
  previous: hash
    .nullable()
    .describe('SHA-256 of the checkpoint before, as canonical JSON'),
  publicKey: z.string().max(100).describe('Ed25519, SPKI in base64'),
  signature: z
    .string()
    .max(100)
    .describe('Of the canonical JSON of all the rest, in base64'),
});

export const checkpointsQuerySchema = z.strictObject({
  before: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .describe('Only those with a lower number'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const checkpointsSchema = z.object({
  items: z.array(checkpointSchema).describe('The newest first'),
});

export type Checkpoint = z.infer<typeof checkpointSchema>;
export type CheckpointsQuery = z.input<typeof checkpointsQuerySchema>;
