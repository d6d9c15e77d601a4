import { z } from 'zod';
import { riskLevels } from '../risk/matrix';

// Bounded, so that no date that a policy leads to lies beyond the years that an instant can be written in.
const duration = z
  .strictObject({
    years: z.int().min(0).max(100).optional(),
    months: z.int().min(0).max(1200).optional(),
    weeks: z.int().min(0).max(5200).optional(),
    days: z.int().min(0).max(36_500).optional(),
  })
  .refine(d => Object.values(d).some(n => n > 0), {
    message: 'must be longer than nothing, such as { months: 6 }',
  });

/** A duration for every tier that is governed; a prohibited use is held to what a high one is. */
const perTier = z.strictObject({
  high: duration,
  limited: duration,
  minimal: duration,
});

const use = z.strictObject({
  id: z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/),
  title: z.string().min(1),
  standing: z.enum(['allowed', 'restricted', 'prohibited']),
});

/** The governance policy as data: controls read their numbers from it, so the written policy and the controls cannot drift apart. */
export const policySchema = z
  .strictObject({
    version: z.string().min(1).max(40),
    title: z.string().min(1),
    effectiveFrom: z.iso.date(),
    /** Laws whose questions are asked of every subject. */
    regulations: z.array(z.enum(['eu-ai-act'])).default([]),
    uses: z.array(use).default([]),
    /** How often a record must be renewed, by tier. */
    cadences: z.strictObject({
      'intended-use': perTier,
      'risk-assessment': perTier,
    }),
    /** How long before a record lapses its controls warn. */
    warningWindow: duration,
    /** The gravest current risk that needs no treatment, by tier. */
    tolerance: z.strictObject({
      high: z.enum(riskLevels),
      limited: z.enum(riskLevels),
      minimal: z.enum(riskLevels),
    }),
  })
  .superRefine((policy, ctx) => {
    const seen = new Set<string>();
    policy.uses.forEach((u, i) => {
      if (seen.has(u.id)) {
        ctx.addIssue({
          code: 'custom',
          path: ['uses', i, 'id'],
          message: `the use ${u.id} is listed twice`,
        });
      }
      seen.add(u.id);
    });
  });

export type GovernancePolicy = z.infer<typeof policySchema>;
