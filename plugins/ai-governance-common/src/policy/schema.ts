import { z } from 'zod';
import { dataClassifications } from '../entity/profile';
import { levels } from '../results';
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

/**
 * Who holds an authority: a group (everybody in it and below it), a user, or by their part in the subject:
 * `accountable` its accountable leader, `owner` its owner and everybody in the owning group.
 */
const holder = z
  .string()
  .regex(
    /^(accountable|owner|(group|user):[a-z0-9-]+\/[a-z0-9][-a-z0-9_.]*)$/,
    'must be accountable, owner, or a full reference to a group or user, such as group:default/ai-governance-office',
  );
const holders = z.array(holder).default([]);
const holdersPerTier = z
  .strictObject({ high: holders, limited: holders, minimal: holders })
  .prefault({});

const authorities = z
  .strictObject({
    /** Who approves systems, by tier. */
    approval: holdersPerTier,
    /** Who approves systems with a restricted use, whatever their tier. Default: those of the tier. */
    restrictedUse: z.array(holder).min(1).optional(),
    /** Who accepts a risk above the tolerance, by its level. */
    riskAcceptance: z
      .strictObject({
        low: holders,
        medium: holders,
        high: holders,
        'very-high': holders,
      })
      .prefault({}),
    /** Who grants exemptions from controls, by tier. */
    exemption: holdersPerTier,
    /** Who decides on another tier than the rule gives. */
    tierOverride: holders,
  })
  .prefault({});

const vendor = z.strictObject({
  name: z.string().min(1).max(200),
  /** Products that may be used; all when absent. */
  products: z.array(z.string().min(1).max(200)).min(1).optional(),
  /** Classes of data that may be sent to it. */
  data: z.array(z.enum(dataClassifications)).min(1),
});

const yearly = {
  high: { years: 1 },
  limited: { years: 1 },
  minimal: { years: 2 },
};
const halfYearly = { ...yearly, high: { months: 6 } };

/** The governance policy as data: controls read their numbers from it, so the written policy and the controls cannot drift apart. */
export const policySchema = z
  .strictObject({
    version: z.string().min(1).max(40),
    title: z.string().min(1),
    effectiveFrom: z.iso.date(),
    /** Who approved this version, and when. */
    approved: z
      .strictObject({
        by: z
          .string()
          .regex(
            /^(group|user):[a-z0-9-]+\/[a-z0-9][-a-z0-9_.]*$/,
            'must be a full reference to a group or user',
          ),
        on: z.iso.date(),
      })
      .optional(),
    /** What the AI management system covers; Markdown. */
    scope: z.string().min(1).max(20_000).optional(),
    /** Where the whole text of the policy is. */
    link: z
      .string()
      .max(2000)
      .regex(/^https?:\/\/\S+$/i, 'must be an http or https address')
      .optional(),
    /** Laws whose questions are asked of every subject. */
    regulations: z.array(z.enum(['eu-ai-act'])).default([]),
    uses: z.array(use).default([]),
    /** Vendors that may be used, and what may be sent to them. Absent: the policy does not say. */
    vendors: z.array(vendor).optional(),
    /** Lifecycles in which a system is at work, so that it must be approved. */
    inProduction: z
      .array(z.string().min(1).max(120))
      .default(['production', 'deprecated']),
    authorities,
    separationOfDuties: z
      .strictObject({
        /** Who decides when everybody who holds the authority is an author: the nearest group above the owner, or nobody. */
        smallTeam: z.enum(['parent-group', 'nobody']).default('parent-group'),
      })
      .prefault({}),
    /** How long an exemption, a risk acceptance and another tier may last at most. */
    longest: z
      .strictObject({
        exemption: duration.default({ months: 6 }),
        'risk-acceptance': duration.default({ years: 1 }),
        'tier-override': duration.default({ years: 1 }),
      })
      .prefault({}),
    /** Who must have acknowledged the version in force. */
    acknowledgement: z
      .strictObject({
        /** Of the owning group: anybody, everybody, or nobody. */
        owner: z.enum(['any', 'every', 'none']).default('any'),
        accountable: z.boolean().default(true),
      })
      .prefault({}),
    /** How often a record must be renewed, by tier. */
    cadences: z.strictObject({
      'intended-use': perTier,
      'risk-assessment': perTier,
      confirmation: perTier.default(yearly),
      approval: perTier.default(yearly),
      'control-test': perTier.default(yearly),
      monitoring: perTier.default({
        high: { months: 1 },
        limited: { months: 3 },
        minimal: { months: 6 },
      }),
      'vendor-assessment': perTier.default(halfYearly),
      /** Of the organization, whatever the tiers. */
      policy: duration.default({ years: 1 }),
      'management-review': duration.default({ years: 1 }),
      objective: duration.default({ months: 6 }),
    }),
    /** Courses that a part in a system takes. */
    training: z
      .strictObject({
        owner: z.array(z.string().min(1).max(120)).default([]),
        reviewer: z.array(z.string().min(1).max(120)).default([]),
        user: z.array(z.string().min(1).max(120)).default([]),
      })
      .prefault({}),
    /** How long an incident or corrective action may stay open, by severity. */
    deadlines: z
      .strictObject({
        critical: duration.default({ days: 1 }),
        high: duration.default({ days: 7 }),
        medium: duration.default({ days: 30 }),
        low: duration.default({ days: 90 }),
      })
      .prefault({}),
    /** How long before a record lapses its controls warn. */
    warningWindow: duration,
    /** The gravest current risk that needs no treatment, by tier. */
    tolerance: z.strictObject({
      high: z.enum(riskLevels),
      limited: z.enum(riskLevels),
      minimal: z.enum(riskLevels),
    }),
    /** Levels of controls that differ from the catalogue's, by id of the control. */
    levels: z.record(z.string().max(64), z.enum(levels)).default({}),
  })
  .superRefine((policy, ctx) => {
    const once = (
      list: 'uses' | 'vendors',
      keys: readonly string[],
      key: string,
      what: string,
    ) => {
      const seen = new Set<string>();
      keys.forEach((value, i) => {
        if (seen.has(value.toLocaleLowerCase('en-US'))) {
          ctx.addIssue({
            code: 'custom',
            path: [list, i, key],
            message: `the ${what} ${value} is listed twice`,
          });
        }
        seen.add(value.toLocaleLowerCase('en-US'));
      });
    };
    once(
      'uses',
      policy.uses.map(u => u.id),
      'id',
      'use',
    );
    once(
      'vendors',
      (policy.vendors ?? []).map(v => v.name),
      'name',
      'vendor',
    );
  });

export type GovernancePolicy = z.infer<typeof policySchema>;
/** A policy as it is written, before its defaults are filled in. */
export type GovernancePolicyInput = z.input<typeof policySchema>;
