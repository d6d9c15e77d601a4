import { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { signingKeyOf } from '../checkpoints/statement';
import { scheduleSchema } from './scheduleSchema';

export interface CheckpointsConfig {
  /** What signs; undefined: a key in the database. */
  key: KeyObject | undefined;
  /** Public keys that signed before. */
  retired: readonly string[];
  /** Absolute path of the file that each is added to. */
  file: string | undefined;
  /** Whether each is logged. */
  log: boolean;
}

/** How the heads of all streams are signed, and where that is kept beside the database. */
export const checkpointsSchema = z.strictObject({
  enabled: z.boolean().optional(),
  schedule: scheduleSchema.optional(),
  signingKey: z
    .string()
    .transform((pem, context) => {
      try {
        return signingKeyOf(pem);
      } catch (error) {
        context.addIssue((error as Error).message);
        return z.NEVER;
      }
    })
    .optional(),
  retiredKeys: z
    .array(
      z.base64('must be a public key as checkpoints have it: SPKI in base64'),
    )
    .optional(),
  file: z.string().min(1).optional(),
  log: z.boolean().optional(),
});
