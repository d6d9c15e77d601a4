import { z } from 'zod';

// `pattern` and not a refinement: the catalog reports a pattern failure with the path of the field, a malformed reference without one.
const namePattern = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const namespacePattern = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';

/** A reference to one of `kinds`; the kind may be left out when there is only one to mean. */
function reference(kinds: string[], options: { kindOptional: boolean }) {
  const kind = `(${kinds
    .map(k =>
      Array.from(k, c => `[${c.toUpperCase()}${c.toLowerCase()}]`).join(''),
    )
    .join('|')})`;
  const prefix = options.kindOptional ? `(${kind}:)?` : `${kind}:`;
  // With the value: the catalog sorts references before it validates, so the index in its path is not the author's.
  const message = (value: string) =>
    `must be a reference to ${kinds.join(' or ')}, such as ${
      options.kindOptional ? '' : `${kinds[0]}:`
    }default/name, and is ${value}`;
  return (
    z
      .string()
      .regex(new RegExp(`^${prefix}(${namespacePattern}/)?${namePattern}$`), {
        error: issue => message(JSON.stringify(issue.input)),
      })
      // For the catalog's own validator, which would show the pattern (keyword of ajv-errors, `${0}` is the value).
      .meta({ errorMessage: { pattern: message('${0}') } })
  );
}

const ownerRef = () => reference(['group', 'user'], { kindOptional: true });
const userRef = () => reference(['user'], { kindOptional: true });
const text = (max: number) => z.string().min(1).max(max);

/** What a system of AI may decide over; any of them makes it high-impact. Source: the ISO/IEC 42001 brief, "high-impact AI". */
export const influences = [
  'eligibility',
  'financial-outcomes',
  'security-access',
  'safety',
  'regulated-data',
] as const;
export const sourcings = [
  'in-house',
  'vendor',
  'vendor-feature',
  'open-source',
] as const;
export const dataClassifications = [
  'public',
  'internal',
  'confidential',
  'restricted',
] as const;
export const oversightModes = [
  'human-in-the-loop',
  'human-on-the-loop',
  'human-out-of-the-loop',
] as const;
/** Points of Annex III of Regulation (EU) 2024/1689, by area. */
export const annexIIIAreas = [
  'biometrics',
  'critical-infrastructure',
  'education',
  'employment',
  'essential-services',
  'law-enforcement',
  'migration',
  'justice-and-democracy',
] as const;
/** Practices of Art. 5(1)(a)–(h) of Regulation (EU) 2024/1689. */
export const prohibitedPractices = [
  'manipulation',
  'exploiting-vulnerability',
  'social-scoring',
  'predicting-crime',
  'face-scraping',
  'emotion-recognition-at-work',
  'biometric-categorisation',
  'real-time-biometric-identification',
] as const;

/**
 * What is declared of a use of AI, apart from the fields that every catalog entity has its own words for.
 * Objects inside are closed: a misspelt answer would otherwise silently count as unanswered.
 */
const declared = {
  purpose: text(2000)
    .meta({ title: 'Purpose' })
    .describe('The business purpose, in a sentence.')
    .optional(),
  uses: z
    .array(text(120).meta({ title: 'Use' }))
    .meta({ title: 'Uses' })
    .describe("Ids of the governance policy's list of uses.")
    .optional(),
  sourcing: z
    .enum(sourcings)
    .meta({ title: 'Sourcing' })
    .describe('Where the AI comes from.')
    .optional(),
  vendor: z
    .strictObject({
      name: text(200).meta({ title: 'Vendor' }),
      product: text(200).meta({ title: 'Product' }).optional(),
      enabledByDefault: z
        .boolean()
        .meta({ title: 'Switched on by the vendor' })
        .describe('Whether the vendor switched the feature on by itself.')
        .optional(),
    })
    .meta({ title: 'Vendor' })
    .optional(),
  models: z
    .array(
      z
        .strictObject({
          provider: text(120).meta({ title: 'Provider' }),
          name: text(200).meta({ title: 'Name' }),
          channel: text(120)
            .meta({ title: 'Channel' })
            .describe('Through whom the model is reached, e.g. azure.')
            .optional(),
        })
        .meta({ title: 'Model' }),
    )
    .meta({ title: 'Models' })
    .describe('The models in use, each with its provider.')
    .optional(),
  data: z
    .strictObject({
      classification: z
        .enum(dataClassifications)
        .meta({ title: 'Classification' })
        .optional(),
      categories: z
        .array(text(120).meta({ title: 'Category' }))
        .meta({ title: 'Categories' })
        .optional(),
      sources: z
        .array(
          reference(['resource', 'component', 'api', 'aisystem'], {
            kindOptional: false,
          }).meta({ title: 'Source' }),
        )
        .meta({ title: 'Sources' })
        .optional(),
    })
    .meta({ title: 'Data' })
    .optional(),
  affects: z
    .strictObject({
      audience: z
        .array(
          z
            .enum(['team', 'employees', 'customers', 'public'])
            .meta({ title: 'Audience' }),
        )
        .meta({ title: 'Audience' })
        .optional(),
      influences: z
        .array(z.enum(influences).meta({ title: 'Influence' }))
        .meta({ title: 'Influences' })
        .describe('[] is an answer, absent is not.')
        .optional(),
      basis: z
        .enum(['main', 'contributing', 'none'])
        .meta({ title: 'Basis' })
        .describe('How far a decision rests on the output.')
        .optional(),
      interaction: z
        .array(
          z
            .enum(['people-interact', 'generated-content'])
            .meta({ title: 'Interaction' }),
        )
        .meta({ title: 'Interaction' })
        .describe('[] is an answer, absent is not.')
        .optional(),
    })
    .meta({ title: 'Whom it affects' })
    .optional(),
  regulation: z
    .strictObject({
      euAiAct: z
        .strictObject({
          annexIII: z
            .array(z.enum(annexIIIAreas).meta({ title: 'Area' }))
            .meta({ title: 'Areas of Annex III' })
            .optional(),
          prohibited: z
            .array(z.enum(prohibitedPractices).meta({ title: 'Practice' }))
            .meta({ title: 'Prohibited practices (Art. 5)' })
            .optional(),
        })
        .meta({ title: 'EU AI Act' })
        .optional(),
    })
    .meta({ title: 'Regulation' })
    .optional(),
  oversight: z.enum(oversightModes).meta({ title: 'Oversight' }).optional(),
  usedBy: z
    .array(
      reference(['group', 'user'], { kindOptional: false }).meta({
        title: 'User',
      }),
    )
    .meta({ title: 'Used by' })
    .describe('Who uses it: groups, and people by themselves.')
    .optional(),
};

/** `spec` of an `AISystem`. Unknown fields beside these pass, as in every kind of the catalog. */
export const aiSystemSpecSchema = z.looseObject({
  type: text(120).meta({ title: 'Type' }),
  lifecycle: text(120).meta({ title: 'Lifecycle' }),
  owner: ownerRef().meta({ title: 'Owner' }),
  accountable: userRef()
    .meta({ title: 'Accountable leader' })
    .describe('The leader who answers for the system.')
    .optional(),
  system: reference(['system'], { kindOptional: true })
    .meta({ title: 'System' })
    .optional(),
  ...declared,
  hasPart: z
    .array(
      reference(['component', 'api', 'resource'], {
        kindOptional: false,
      }).meta({ title: 'Part' }),
    )
    .meta({ title: 'Parts' })
    .optional(),
  dependsOn: z
    .array(
      reference(['component', 'resource', 'api', 'airesource', 'aisystem'], {
        kindOptional: false,
      }).meta({ title: 'Dependency' }),
    )
    .meta({ title: 'Depends on' })
    .optional(),
  consumesApis: z
    .array(reference(['api'], { kindOptional: true }).meta({ title: 'API' }))
    .meta({ title: 'Consumes APIs' })
    .optional(),
  providesApis: z
    .array(reference(['api'], { kindOptional: true }).meta({ title: 'API' }))
    .meta({ title: 'Provides APIs' })
    .optional(),
});

/** `spec.aiGovernance` of an entity of another kind; `owner`, `lifecycle` and the rest stay where that kind has them. */
export const aiGovernanceSpecSchema = z.strictObject({
  accountable: userRef().optional(),
  ...declared,
});

/** The declared facts of a subject, as the controls see them. References are full and lower case. */
export const profileSchema = z.object({
  type: z.string().optional(),
  lifecycle: z.string().optional(),
  owner: z.string().optional(),
  accountable: z.string().optional(),
  system: z.string().optional(),
  /** What it rests on in the catalog, sorted; a change there is a change of the subject. */
  dependsOn: z.array(z.string()).optional(),
  consumesApis: z.array(z.string()).optional(),
  ...declared,
});

export type AISystemSpec = z.infer<typeof aiSystemSpecSchema>;
export type Profile = z.infer<typeof profileSchema>;
export interface ProfileError {
  /** JSON path below the entity, such as `spec.aiGovernance.data.classification`. */
  path: string;
  message: string;
}
