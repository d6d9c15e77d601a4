import { z } from 'zod';
import { decisionKinds } from '../decisions/mayDecide';
import { standingStates } from '../decisions/standing';
import { profileSchema } from '../entity/profile';
import { policySchema } from '../policy/schema';
import { levels, resultStates, tiers } from '../results';
import { riskLevels } from '../risk/matrix';
import { count, instant, limit, list } from './fields';
import { recordSourceSchema } from './recordSource';

// The one source of the API: the backend validates and answers by these, the OpenAPI document is made from them, the client has its types from them.

const share = z.number().min(0).max(1).nullable();
const tier = z.enum(tiers);
const level = z.enum(levels);
const state = z.enum(resultStates);

/** A page of a list. `nextCursor` is opaque; absent on the last page. `totalItems` counts what the reader may see. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    totalItems: count,
    nextCursor: z.string().optional(),
  });

/** How many results are in each state. */
export const stateCountsSchema = z.record(state, count);

export const subjectHeadSchema = z.object({
  ref: z.string().describe('Full lower-case entity reference'),
  title: z.string(),
  owner: z.string().optional(),
});

/** A revision of a record. Instants are ISO 8601, UTC, milliseconds. */
export const revisionSchema = z.object({
  recordId: z.string(),
  type: z.string(),
  revision: z.int().min(1).describe('From 1, within the record'),
  seq: z.int().min(1).describe('From 1, within the stream'),
  data: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('Null when the data was redacted'),
  author: z.string(),
  materiality: z.enum(['material', 'routine']),
  materialityReason: z.string().optional(),
  effectiveAt: instant.describe('When it is true of the world, by the author'),
  recordedAt: instant.describe('When the ledger took it'),
  dataHash: z.string(),
  hash: z.string(),
  source: z
    .object({
      location: z.string(),
      path: z.string(),
      etag: z
        .string()
        .nullable()
        .describe('Of what was read, mostly the commit'),
    })
    .optional()
    .describe('In a history: the file that a revision from code came from'),
});

/** Latest revision of a record in a register, with the subject it belongs to. */
export const registerEntrySchema = revisionSchema.extend({
  subject: subjectHeadSchema,
  summary: z.string().describe('One line, plain text'),
});

export const appendRequestSchema = z.strictObject({
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  recordId: z.string().max(36).optional(),
  baseRevision: z
    .int()
    .min(1)
    .optional()
    .describe('The revision the author started from; absent for a new record'),
  materiality: z.enum(['material', 'routine']).optional(),
  materialityReason: z.string().min(1).max(2000).optional(),
  effectiveAt: z.iso.datetime({ offset: true }).optional(),
  stateHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe(
      'Of a decision: the governed state that was looked at, as `GET …/decisions` names it; 409 when the subject has changed since',
    ),
});

export const redactRequestSchema = z.strictObject({
  reason: z.string().min(1).max(2000),
});

/** That a subject is the same as one that is gone, under another name. */
export const continueRequestSchema = z.strictObject({
  from: z
    .string()
    .max(512)
    .describe('What it was called, as the annotation of its entity says'),
  reason: z.string().min(1).max(2000).describe('Why it is the same'),
});

/** Where a person fixes what a control found. */
export const remediationSchema = z.object({
  label: z.string().describe('The button, such as "Write the intended use"'),
  place: z
    .enum([
      'source',
      'intended-use',
      'risk',
      'changes',
      'assurance',
      'documents',
      'policy',
      'policy-file',
      'organization',
      'training',
    ])
    .describe(
      "The entity's source file, a tab of the subject's page, the policy page, the file that holds the policy, the page of the management system, or the page of training",
    ),
  recordType: z
    .string()
    .optional()
    .describe(
      'On the tabs of documents and assurance, and for the management system: what is to be written',
    ),
});

export const controlSchema = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  family: z.string(),
  familyTitle: z.string(),
  level,
  holdsWhen: z.string(),
  appliesTo: z.string(),
  references: z.array(
    z.object({ framework: z.string(), id: z.string(), title: z.string() }),
  ),
  remediation: remediationSchema,
});

/** One subject in lists. */
export const subjectSummarySchema = subjectHeadSchema.extend({
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
  type: z.string().optional(),
  lifecycle: z.string().optional(),
  sourcing: z.string().optional(),
  tier: tier.nullable().describe('Null until the first evaluation'),
  level: level.nullable().describe('Null: not even bronze'),
  counts: stateCountsSchema,
  share: share.describe(
    '(pass + warning) ÷ (all − not-applicable − exempt); null when nothing is asked',
  ),
  overdue: count.describe('Results that are expired'),
  first: z
    .object({
      controlId: z.string(),
      title: z.string(),
      state,
      reason: z.string(),
    })
    .optional()
    .describe('What to do first; absent when everything holds'),
  evaluatedAt: instant.nullable(),
  nowRef: z
    .string()
    .optional()
    .describe(
      'Of a past day: the reference that it has now, where it had another then',
    ),
});

export const resultSchema = z.object({
  controlId: z.string(),
  controlVersion: z.int(),
  title: z.string(),
  family: z.string(),
  level,
  state,
  reason: z.string(),
  since: instant.describe('When this state began'),
  validUntil: instant.nullable(),
  nextState: state.nullable(),
  nextReason: z.string().nullable(),
  remediation: remediationSchema,
});

/** Everything of one subject on one page. */
export const subjectPostureSchema = subjectSummarySchema.extend({
  profile: profileSchema,
  profileErrors: z.array(z.object({ path: z.string(), message: z.string() })),
  tierReasons: z.array(
    z.object({
      tier,
      text: z.string(),
      unanswered: z.string().optional(),
    }),
  ),
  tierOverride: z
    .object({
      recordId: z.string(),
      rule: tier.describe('What the rule gives'),
      until: z.iso.date(),
      by: z.string(),
    })
    .optional()
    .describe('A decision that holds and puts the subject in another tier'),
  stateHash: z.string().describe('Names the governed state'),
  approval: z
    .object({
      recordId: z.string(),
      state: z.enum(standingStates),
      reason: z.string(),
      expires: z.iso.date().optional(),
    })
    .optional()
    .describe('How the latest approval stands; absent: none was asked for'),
  results: z.array(resultSchema),
  source: recordSourceSchema
    .optional()
    .describe('Where its documents come from, if not from the portal alone'),
  observedAt: instant,
  policy: z.object({
    version: z.string(),
    hash: z.string(),
    tolerance: z
      .enum(riskLevels)
      .describe('The gravest current risk that needs no treatment here'),
  }),
  may: z
    .object({
      append: z.boolean(),
      redact: z.boolean(),
      request: z.boolean(),
      decide: z
        .boolean()
        .describe('By permission; the policy says who holds the authority'),
      assure: z.boolean(),
    })
    .describe('What the reader may do here'),
});

/** How a decision stands. */
export const standingSchema = z.object({
  state: z.enum(standingStates),
  reason: z.string(),
});

/** A decision, or what was asked for. */
export const decisionViewSchema = revisionSchema.extend({
  standing: standingSchema,
  validUntil: instant
    .nullable()
    .describe('The next instant at which its standing may change by itself'),
});

/** Everything that was decided on a subject, newest first, and what the next approver looks at. */
export const subjectDecisionsSchema = z.object({
  stateHash: z
    .string()
    .describe('Of the subject now; to be sent with a decision'),
  tier,
  items: z.array(decisionViewSchema),
  routine: z
    .array(
      z.object({
        type: z.string(),
        recordId: z.string(),
        revision: z.int(),
        author: z.string(),
        reason: z.string().nullable(),
        recordedAt: instant,
      }),
    )
    .describe('Called routine by their authors since the last approval'),
});

export const decidersQuerySchema = z.strictObject({
  kind: z.enum(decisionKinds),
  scenario: z
    .string()
    .max(40)
    .optional()
    .describe('Of a risk acceptance: the scenario'),
  request: z
    .string()
    .max(36)
    .optional()
    .describe('Record id of what was asked for: who asked may not decide'),
});

const decider = z.object({
  may: z.boolean(),
  reason: z.string().optional().describe('Why not'),
  rule: z
    .enum(['policy', 'stand-in', 'small-team'])
    .optional()
    .describe('Why they may'),
  onBehalfOf: z.string().optional(),
});

/** Who may decide, and why others may not. */
export const decidersSchema = z.object({
  holders: z
    .array(z.string())
    .describe('In the words of the policy: accountable, owner, references'),
  people: z.array(
    decider.extend({ ref: z.string(), title: z.string().optional() }),
  ),
  you: decider,
});

/** What is not as it was when a decision was made. */
export const changedSinceSchema = z.object({
  items: z.array(
    z.object({
      type: z.string().describe('profile, a document, or change'),
      title: z.string(),
      before: revisionSchema.nullable().describe('Null: it is new'),
      after: revisionSchema.nullable().describe('Null: it is no more'),
    }),
  ),
});

export const workKinds = [
  'control',
  'decision',
  'acknowledgement',
  'training',
] as const;

/** One thing that somebody has to do. */
export const workItemSchema = z.object({
  id: z.string().describe('Lasting, as long as it is to be done'),
  kind: z.enum(workKinds),
  subject: subjectHeadSchema.optional(),
  tier: tier.nullable(),
  title: z.string(),
  reason: z.string(),
  state: z.enum([...resultStates, 'requested']),
  due: instant
    .nullable()
    .describe('When it runs out, or ran out; null: no date'),
  overdue: z.boolean(),
  controlId: z.string().optional(),
  recordId: z.string().optional(),
  recordType: z.string().optional(),
  remediation: remediationSchema.optional(),
});

export const workQuerySchema = z.strictObject({
  scope: z
    .enum(['mine', 'team', 'all'])
    .default('mine')
    .describe(
      'mine: of what I and my groups own or I am accountable for, and what I may decide; team: of `owner`; all: of all that I may read',
    ),
  owner: list
    .optional()
    .describe('With `team`: groups, each with those below it, or users'),
  kind: list.optional(),
  control: list
    .optional()
    .describe('Ids: what these controls ask for, and nothing else'),
  tier: list.optional(),
  limit,
  cursor: z.string().max(4000).optional(),
});

export const workSchema = pageOf(workItemSchema).extend({
  overdue: count,
  dueSoon: count.describe('Holds still, runs out within the warning window'),
  requested: count.describe('Waits for a decision of the caller'),
});

export const policyViewSchema = z.object({
  policy: policySchema,
  hash: z.string(),
  recordedAt: instant.nullable().describe('When this version was loaded first'),
  acknowledgedAt: instant
    .nullable()
    .describe('When the caller acknowledged this version'),
  titles: z
    .record(z.string(), z.string())
    .describe('Of the groups and users that the policy names'),
});

/** The controls of the organization as a whole. */
export const organizationPostureSchema = z.object({
  results: z
    .array(resultSchema.omit({ since: true }))
    .describe(
      'Without those that tell of records, where the reader may not read these',
    ),
  may: z
    .object({
      read: z.boolean(),
      append: z.boolean(),
      assure: z.boolean(),
      redact: z.boolean(),
    })
    .describe('What the reader may do with the records of the organization'),
});

/** A record of the organization in a list. */
export const organizationEntrySchema = revisionSchema.extend({
  summary: z.string().describe('One line, plain text'),
});

export const organizationRecordsQuerySchema = z.strictObject({
  type: z.string(),
  q: z.string().max(200).optional().describe('In the text of the record'),
  order: z.enum(['asc', 'desc']).default('desc').describe('By recordedAt'),
  limit,
  cursor: z.string().max(4000).optional(),
});

/** A roll-up over a set of subjects. */
export const scorecardSchema = z.object({
  subjects: count,
  counts: stateCountsSchema,
  share,
  overdue: count,
  families: z.array(
    z.object({
      family: z.string(),
      title: z.string(),
      counts: stateCountsSchema,
      share,
    }),
  ),
  tiers: z.record(tier, count),
  openByTier: z
    .record(tier, count)
    .describe('Results that do not hold, by the tier of their subject'),
  levels: z
    .record(z.enum(['none', ...levels]), count)
    .describe('none: not even bronze'),
  unevaluated: count.describe('Subjects that wait for their first evaluation'),
});

export const organizationScorecardSchema = scorecardSchema.extend({
  withoutTeam: z
    .object({ unowned: scorecardSchema, ownedByPerson: scorecardSchema })
    .describe(
      'Subjects whose owner is not declared or not in the catalog, and those owned by a person; part of the totals',
    ),
});

/** A team with everything below it in the tree of groups; a subject counts once. */
export const teamScorecardSchema = scorecardSchema.extend({
  ref: z.string(),
  name: z.string(),
  title: z.string(),
  parent: z
    .string()
    .optional()
    .describe('The nearest listed ancestor; absent at the top'),
  own: count.describe('Subjects that the team owns itself'),
});

export const teamScorecardsSchema = z.object({
  items: z.array(teamScorecardSchema),
});

/** Totals at instants one after the other, with the owners and the tree of groups of each. */
export const trendSchema = z.object({
  items: z.array(scorecardSchema.extend({ at: instant })),
});

export const recordTypeSchema = z.object({
  type: z.string(),
  title: z.string(),
  plural: z.string(),
  description: z.string(),
  shape: z.enum(['document', 'entry']),
  writtenBy: z.enum(['people', 'system']),
  schemaVersion: z.int(),
  source: z.string(),
  schema: z.record(z.string(), z.unknown()).describe('JSON schema, draft 7'),
});

export const facetsSchema = z
  .object({
    owner: z.array(z.object({ value: z.string(), count })),
    lifecycle: z.array(z.object({ value: z.string(), count })),
    type: z.array(z.object({ value: z.string(), count })),
    sourcing: z.array(z.object({ value: z.string(), count })),
    kind: z.array(z.object({ value: z.string(), count })),
  })
  .describe('Values that occur among the subjects the reader may see');

export const inventoryStatusSchema = z.object({
  sweptAt: instant.nullable().describe('End of the last complete sweep'),
  seen: count.nullable(),
  warning: z
    .string()
    .nullable()
    .describe('Why the last sweep was not taken over'),
  waiting: count.describe('Subjects in the queue of evaluation'),
});

export const sweepRequestSchema = z.strictObject({
  takeVanished: z
    .boolean()
    .default(false)
    .describe(
      'Somebody has looked: what vanished from the catalog is meant to be gone',
    ),
});

/** What one sweep found and did, in subjects. */
export const sweepReportSchema = z.object({
  seen: count,
  added: count,
  changed: count,
  returned: count.describe('Back after they were gone'),
  gone: count,
  failed: count.describe('Not taken over; tried again by the next sweep'),
  warning: z
    .string()
    .nullable()
    .describe('Why what vanished, or all of it, was not taken over'),
});

export const ledgerVerificationSchema = z.object({
  ok: z.boolean(),
  streams: count,
  revisions: count,
  problems: z.array(
    z.object({
      streamId: z.string(),
      streamRef: z.string().nullable(),
      seq: z.int().nullable(),
      kind: z.string(),
      message: z.string(),
    }),
  ),
});

const asOf = z.iso
  .datetime({ offset: true })
  .optional()
  .describe(
    'As it was held at this instant, at least five minutes past; the same answer every time',
  );

export const asOfQuerySchema = z.strictObject({ asOf });

/** Both ends are among the points. */
export const trendQuerySchema = z.strictObject({
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  points: z.coerce.number().int().min(2).max(60).default(13),
});

/** Filters of lists of subjects. A repeated parameter means any of its values. */
export const subjectFilterSchema = z.strictObject({
  ref: list.optional().describe('Full entity references'),
  owner: list.optional().describe('Declared owner'),
  team: z
    .string()
    .optional()
    .describe('Owned by this group or by one below it'),
  tier: list.optional(),
  level: list.optional().describe('none, bronze, silver, gold'),
  lifecycle: list.optional(),
  sourcing: list.optional(),
  type: list.optional(),
  kind: list.optional(),
  state: list
    .optional()
    .describe('Has a result in this state (with `family` or `control`: in it)'),
  family: z.string().optional(),
  control: z.string().optional(),
  withoutTeam: z.enum(['unowned', 'person']).optional(),
  q: z.string().max(200).optional().describe('In title, name or owner'),
});

export const subjectsQuerySchema = subjectFilterSchema.extend({
  asOf,
  orderBy: z
    .enum(['title', 'owner', 'tier', 'level', 'lifecycle', 'share', 'overdue'])
    .default('tier'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit,
  cursor: z.string().max(4000).optional(),
});

export const registerQuerySchema = z.strictObject({
  type: z.string(),
  owner: list.optional(),
  team: z.string().optional(),
  tier: list.optional(),
  q: z.string().max(200).optional().describe('In the text of the record'),
  status: list
    .optional()
    .describe('Of a type whose records have one, such as open'),
  severity: list.optional().describe('Of a type whose records have one'),
  assignee: list
    .optional()
    .describe('Who has to act by the record: references of users or groups'),
  overdue: z
    .enum(['true', 'false'])
    .optional()
    .describe('Still to be done, and its day is past; false: not so'),
  recordId: list.optional().describe('These records only'),
  orderBy: z
    .enum(['recordedAt', 'due', 'severity', 'status'])
    .default('recordedAt'),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit,
  cursor: z.string().max(4000).optional(),
});

export const recordsQuerySchema = z.strictObject({
  type: z.string().optional(),
  asOf: z.iso.datetime({ offset: true }).optional(),
});

export interface Page<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
}
export type SubjectHead = z.infer<typeof subjectHeadSchema>;
type AnyRevision = z.infer<typeof revisionSchema>;
export type RevisionView<T = Record<string, unknown>> = Omit<
  AnyRevision,
  'data'
> & { data: T | null };
export type RegisterEntry<T = Record<string, unknown>> = RevisionView<T> & {
  subject: SubjectHead;
  summary: string;
};
export type AppendRequest = z.infer<typeof appendRequestSchema>;
export type Remediation = z.infer<typeof remediationSchema>;
export type ControlView = z.infer<typeof controlSchema>;
export type SubjectSummary = z.infer<typeof subjectSummarySchema>;
export type ResultView = z.infer<typeof resultSchema>;
export type ContinueRequest = z.input<typeof continueRequestSchema>;
export type SubjectPosture = z.infer<typeof subjectPostureSchema>;
export type Scorecard = z.infer<typeof scorecardSchema>;
export type OrganizationScorecard = z.infer<typeof organizationScorecardSchema>;
export type TeamScorecard = z.infer<typeof teamScorecardSchema>;
export type AsOfQuery = z.input<typeof asOfQuerySchema>;
export type TrendQuery = z.input<typeof trendQuerySchema>;
export type Trend = z.infer<typeof trendSchema>;
export type RecordTypeView = z.infer<typeof recordTypeSchema>;
export type SubjectFacets = z.infer<typeof facetsSchema>;
export type InventoryStatus = z.infer<typeof inventoryStatusSchema>;
export type SweepReport = z.infer<typeof sweepReportSchema>;
export type LedgerVerificationView = z.infer<typeof ledgerVerificationSchema>;
export type SubjectFilter = z.input<typeof subjectFilterSchema>;
export type SubjectsQuery = z.input<typeof subjectsQuerySchema>;
export type RegisterQuery = z.input<typeof registerQuerySchema>;

export type DecisionView<T = Record<string, unknown>> = Omit<
  z.infer<typeof decisionViewSchema>,
  'data'
> & { data: T | null };
export type SubjectDecisions = Omit<
  z.infer<typeof subjectDecisionsSchema>,
  'items'
> & { items: DecisionView<any>[] };
export type DecidersQuery = z.input<typeof decidersQuerySchema>;
export type Deciders = z.infer<typeof decidersSchema>;
export type ChangedSince = z.infer<typeof changedSinceSchema>;
export type WorkItem = z.infer<typeof workItemSchema>;
export type WorkQuery = z.input<typeof workQuerySchema>;
export type Work = z.infer<typeof workSchema>;
export type PolicyView = z.infer<typeof policyViewSchema>;
export type OrganizationEntry<T = Record<string, unknown>> = RevisionView<T> & {
  summary: string;
};
export type OrganizationRecordsQuery = z.input<
  typeof organizationRecordsQuerySchema
>;
export type OrganizationPosture = z.infer<typeof organizationPostureSchema>;

/** The body of a 409 on append, beside Backstage's own `error`: what somebody else wrote meanwhile. */
export interface ConflictBody {
  head: RevisionView;
}
