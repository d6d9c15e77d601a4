import { z } from 'zod';

const namespace = z
  .string()
  .max(63)
  .regex(
    /^[a-z0-9]+(-+[a-z0-9]+)*$/i,
    'must be a namespace: letters, digits and hyphens',
  );
const name = z
  .string()
  .max(63)
  .regex(
    /^([a-z0-9][-a-z0-9_.]*)?[a-z0-9]$/i,
    'must be a name: letters, digits, hyphens, underscores and dots',
  );

/** A reference in three path parameters, in any case; the limits are those of the catalog. */
export const subjectParams = z.strictObject({
  kind: z
    .string()
    .max(63)
    .regex(/^[a-z][a-z0-9]*$/i, 'must be a kind: letters and digits'),
  namespace,
  name,
});

export const teamParams = z.strictObject({ namespace, name });

export const recordParams = z.strictObject({ id: z.string().max(64) });

export const revisionParams = recordParams.extend({
  revision: z.coerce.number().int().min(1).max(2_147_483_647),
});

/** Full lower-case reference. */
export function refOf(parts: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return `${parts.kind}:${parts.namespace}/${parts.name}`.toLocaleLowerCase(
    'en-US',
  );
}
