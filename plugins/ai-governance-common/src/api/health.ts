import { z } from 'zod';
import { count, instant } from './fields';

/** What is looked at, in the order in which it is shown. */
export const healthCheckIds = [
  'ledger',
  'inventory',
  'registrations',
  'queue',
  'records-as-code',
  'notices',
] as const;

/** From bad to good: `attention` works and somebody should look, `off` is not configured. */
export const healthStates = ['failing', 'attention', 'well', 'off'] as const;

export const healthCheckSchema = z.object({
  id: z.enum(healthCheckIds),
  state: z.enum(healthStates),
  summary: z.string().describe('What is the case, in a sentence'),
  remedy: z
    .string()
    .optional()
    .describe('What to do about it; absent: there is nothing to do'),
  lastWellAt: instant.nullable().describe('When it last went well'),
  named: z
    .array(z.object({ ref: z.string(), problem: z.string() }))
    .describe('The first few that it concerns, of those that the caller reads'),
  concerned: count.describe('How many it concerns, named or not'),
});

/** How what runs by itself is doing. */
export const healthSchema = z.object({
  at: instant,
  state: z.enum(healthStates).describe('Of the worst check'),
  checks: z.array(healthCheckSchema),
});

export type HealthCheckId = (typeof healthCheckIds)[number];
export type HealthState = (typeof healthStates)[number];
export type HealthCheck = z.infer<typeof healthCheckSchema>;
export type Health = z.infer<typeof healthSchema>;
