import { z } from 'zod';
import { tiers } from '../results';
import { riskLevels } from '../risk/matrix';
import { reachSchema } from './reach';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const revised = z.strictObject({
  recordId: z.string().max(36),
  revision: z.int().min(1),
  dataHash: hash,
});
const instant = z.iso.datetime({ precision: 3 });
const person = z.string().min(1).max(512);

/** What the system writes into every decision: who asked, and of a decision who made it, under what authority, about what. */
export const decisionFields = {
  requested: z
    .strictObject({ by: person, at: instant })
    .meta({ title: 'Requested', filledIn: 'system' })
    .optional(),
  decided: z
    .strictObject({
      by: person,
      at: instant,
      authority: z.strictObject({
        holder: z.string().max(512),
        rule: z.enum(['policy', 'stand-in', 'small-team']),
        onBehalfOf: person.optional(),
      }),
      /** The tier it was decided for. */
      tier: z.enum(tiers),
      /** Version of the policy that gave the authority. */
      policy: z.string().max(40),
      /** The governed state that was looked at, and what it was made of. */
      stateHash: hash,
      covers: z.strictObject({
        profile: hash,
        /** Revision of the profile that was looked at. */
        profileRevision: z.int().min(1).optional(),
        documents: z.record(z.string(), revised),
        changes: z.array(z.string().max(36)),
      }),
      /** Of a risk acceptance: the level that was accepted, and what was assessed. */
      level: z.enum(riskLevels).optional(),
      assessed: hash.optional(),
      /** Of a connector: the reach that was approved. */
      reach: reachSchema.optional(),
    })
    .meta({ title: 'Decided', filledIn: 'system' })
    .optional(),
  ended: z
    .strictObject({ by: person, at: instant })
    .meta({ title: 'Ended', filledIn: 'system' })
    .optional(),
};

/** What the system fills in, as a decision carries it. */
export interface DecisionData {
  decision: string;
  expires?: string;
  conditions?: readonly {
    text: string;
    due: string;
    met?: { on: string; evidence?: string };
  }[];
  requested?: { by: string; at: string };
  decided?: z.infer<NonNullable<typeof decisionFields.decided>>;
  ended?: { by: string; at: string };
}
