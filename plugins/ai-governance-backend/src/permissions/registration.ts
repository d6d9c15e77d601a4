import { NotFoundError } from '@backstage/errors';
import { PermissionRuleset } from '@backstage/plugin-permission-node';
import {
  aiGovernancePermissions,
  RESOURCE_TYPE_SUBJECT,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import {
  SubjectCriterion,
  subjectResourceRef,
  subjectRules,
} from './subjectRules';
import { loadSubjects, SubjectRow } from './SubjectRow';

const rules = Object.values(subjectRules);

/** Our own rules, by name. */
export const subjectRuleset: PermissionRuleset<
  SubjectRow,
  SubjectCriterion,
  typeof RESOURCE_TYPE_SUBJECT
> = {
  getRuleByName(name) {
    const rule = rules.find(r => r.name === name);
    if (!rule) {
      throw new NotFoundError(
        `There is no rule ${name} for ${RESOURCE_TYPE_SUBJECT}; there is ${rules
          .map(r => r.name)
          .join(', ')}.`,
      );
    }
    return rule as any;
  },
};

/** For `permissionsRegistry.addResourceType`. Resource refs are entity references of subjects. */
export function subjectResourceType({
  knex,
  clock,
}: {
  knex: Knex;
  clock: Clock;
}) {
  return {
    resourceRef: subjectResourceRef,
    permissions: aiGovernancePermissions,
    rules,
    async getResources(refs: string[]): Promise<(SubjectRow | undefined)[]> {
      const wanted = refs.map(ref => ref.toLocaleLowerCase('en-US'));
      const rows = await loadSubjects(knex, wanted, await clock(knex));
      const byRef = new Map(rows.map(row => [row.ref, row]));
      return wanted.map(ref => byRef.get(ref));
    },
  };
}
