import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_SUBJECT,
  Tier,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { SubjectRow } from './SubjectRow';

/** What a rule asks of a subject. References are full and lower case. */
export type SubjectCriterion =
  /** The column of `subjects` holds one of the values. */
  | { asks: 'column'; column: 'owner' | 'accountable'; values: string[] }
  /** One of these is its tier now. */
  | { asks: 'tier'; tiers: Tier[] }
  /** One of these, or a group below one of them, owns it. */
  | { asks: 'team'; teams: string[] };

/** The resource that our permissions decide on. Its resource refs are entity references. */
export const subjectResourceRef = createPermissionResourceRef<
  SubjectRow,
  SubjectCriterion
>().with({ pluginId: 'ai-governance', resourceType: RESOURCE_TYPE_SUBJECT });

const lower = (refs: readonly string[]) =>
  refs.map(ref => ref.toLocaleLowerCase('en-US'));

const claimsSchema = z.object({
  claims: z
    .array(z.string())
    .describe('Full entity references of users and groups'),
});

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow subjects whose declared owner is one of the claims',
  resourceRef: subjectResourceRef,
  paramsSchema: claimsSchema,
  apply: (subject, { claims }) =>
    subject.owner !== null && lower(claims).includes(subject.owner),
  toQuery: ({ claims }): SubjectCriterion => ({
    asks: 'column',
    column: 'owner',
    values: lower(claims),
  }),
});

const isAccountable = createPermissionRule({
  name: 'IS_ACCOUNTABLE',
  description:
    'Allow subjects whose declared accountable leader is one of the claims',
  resourceRef: subjectResourceRef,
  paramsSchema: claimsSchema,
  apply: (subject, { claims }) =>
    subject.accountable !== null && lower(claims).includes(subject.accountable),
  toQuery: ({ claims }): SubjectCriterion => ({
    asks: 'column',
    column: 'accountable',
    values: lower(claims),
  }),
});

const hasTier = createPermissionRule({
  name: 'HAS_TIER',
  description:
    'Allow subjects of one of the tiers, as it holds now; one that was not evaluated yet has none',
  resourceRef: subjectResourceRef,
  paramsSchema: z.object({
    tiers: z.array(z.enum(tiers)).describe('Tiers'),
  }),
  apply: (subject, params) =>
    subject.tier !== null && params.tiers.includes(subject.tier),
  toQuery: (params): SubjectCriterion => ({
    asks: 'tier',
    tiers: params.tiers,
  }),
});

const isTeamMember = createPermissionRule({
  name: 'IS_TEAM_MEMBER',
  description:
    'Allow subjects that one of the teams owns, or a group below one of them',
  resourceRef: subjectResourceRef,
  paramsSchema: z.object({
    teams: z.array(z.string()).describe('Full entity references of groups'),
  }),
  apply: (subject, params) => {
    const teams = lower(params.teams);
    return subject.teams.some(team => teams.includes(team));
  },
  toQuery: ({ teams }): SubjectCriterion => ({
    asks: 'team',
    teams: lower(teams),
  }),
});

/** Rules that a permission policy may use for `ai-governance-subject`. */
export const subjectRules = { isOwner, isAccountable, hasTier, isTeamMember };

const exported = createConditionExports({
  resourceRef: subjectResourceRef,
  rules: subjectRules,
});

/** Conditions for a permission policy, such as `subjectConditions.isOwner({ claims })`. */
export const subjectConditions = exported.conditions;

/** Makes a conditional decision about one of our permissions, for a permission policy. */
export const createSubjectConditionalDecision =
  exported.createConditionalDecision;
