import { z } from 'zod';
import type { Registration } from '../records/registration';
import { pageOf, revisionSchema, RevisionView } from './schemas';

/** What is sent to register an AI system. */
export const registerRequestSchema = z.strictObject({
  namespace: z
    .string()
    .max(63)
    .regex(
      /^[a-z0-9]+(-+[a-z0-9]+)*$/,
      'must be a namespace: lower-case letters, digits and hyphens',
    )
    .default('default'),
  data: z
    .record(z.string(), z.unknown())
    .describe('Of the record type registration; its name is not taken yet'),
});

/** What is sent to revise, move, withdraw or bring back a registration. */
export const reviseRegistrationSchema = z.strictObject({
  data: z.record(z.string(), z.unknown()).describe('Whole, as it is to be'),
  baseRevision: z
    .int()
    .min(1)
    .describe('The revision that the author started from'),
});

/** A registration as it stands: the latest revision of the record, and of which entity it is. */
export const registrationViewSchema = revisionSchema.extend({
  ref: z.string().describe('Full lower-case reference of the AISystem'),
});

export const registrationsQuerySchema = z.strictObject({
  ref: z.string().max(512).optional().describe('Of one AI system only'),
  mine: z
    .literal('true')
    .optional()
    .describe('Those only that the caller wrote last'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(512).optional(),
});

/** In the order of their references. */
export const registrationsSchema = pageOf(registrationViewSchema);

/** Topic of the events that say that a registration was written or revised. Their payload is empty: who hears it reads them again. */
export const REGISTRATIONS_TOPIC = 'ai-governance.registrations';

export type RegisterRequest = z.input<typeof registerRequestSchema>;
export type ReviseRegistration = z.input<typeof reviseRegistrationSchema>;
export type RegistrationView = RevisionView<Registration> & { ref: string };
export type RegistrationsQuery = z.input<typeof registrationsQuerySchema>;
