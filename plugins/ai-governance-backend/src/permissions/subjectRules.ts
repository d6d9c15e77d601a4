import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_SUBJECT } from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { SubjectRow } from './SubjectRow';

/** What a rule asks of a row of `subjects`: that the column holds one of the values. */
export interface SubjectCriterion {
  column: 'owner';
  values: readonly string[];
}

/** The resource that our permissions decide on. Its resource refs are entity references. */
export const subjectResourceRef = createPermissionResourceRef<
  SubjectRow,
  SubjectCriterion
>().with({ pluginId: 'ai-governance', resourceType: RESOURCE_TYPE_SUBJECT });

const lower = (refs: readonly string[]) =>
  refs.map(ref => ref.toLocaleLowerCase('en-US'));

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow subjects whose declared owner is one of the claims',
  resourceRef: subjectResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Full entity references of users and groups'),
  }),
  apply: (subject, { claims }) =>
    subject.owner !== null && lower(claims).includes(subject.owner),
  toQuery: ({ claims }) => ({ column: 'owner', values: lower(claims) }),
});

/** Rules that a permission policy may use for `ai-governance-subject`. */
export const subjectRules = { isOwner };

const exported = createConditionExports({
  resourceRef: subjectResourceRef,
  rules: subjectRules,
});

/** Conditions for a permission policy, such as `subjectConditions.isOwner({ claims })`. */
export const subjectConditions = exported.conditions;

/** Makes a conditional decision about one of our permissions, for a permission policy. */
export const createSubjectConditionalDecision =
  exported.createConditionalDecision;
