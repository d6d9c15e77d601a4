import {
  acknowledges,
  GovernancePolicy,
  Instant,
  policyAcknowledgement,
  WorkItem,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { latestRecords } from '../ledger/readRecords';
import { recordStates } from '../ledger/recordStates';
import { ReadScope } from '../permissions/ReadScope';
import { openControls } from './openControls';

/** Whether the policy is acknowledged by those of whom it is asked. */
const CONTROL = 'PPL-02';

const itemOf = (policy: GovernancePolicy, why: string): WorkItem => ({
  id: `acknowledgement:${policy.version}`,
  kind: 'acknowledgement',
  tier: null,
  title: `Acknowledge ${policy.title}, version ${policy.version}`,
  reason: `It is asked of you because of what ${why}.`,
  state: 'not-reported',
  due: null,
  overdue: false,
  remediation: { label: 'Read and acknowledge', place: 'policy' },
});

/**
 * The policy in force, when it is asked of a person to acknowledge it and they have not: they are accountable for a subject of which it is asked,
 * or own it, or are a direct member of the group that owns it (unless one of them is enough, and there is one).
 *
 * @param options.directGroups - the groups that the person is a direct member of
 * @returns undefined when nothing is asked of them
 */
export async function asksForAcknowledgement(
  knex: Knex,
  options: {
    policy: GovernancePolicy;
    at: Instant;
    scope: ReadScope;
    person: string;
    directGroups: readonly string[];
  },
): Promise<WorkItem | undefined> {
  const { policy, at, scope, person, directGroups } = options;
  const { accountable, owner } = policy.acknowledgement;
  if (!person.startsWith('user:')) return undefined;
  if ((await acknowledged(knex, [person], policy)).size > 0) return undefined;

  const asking = (mine: (subjects: Knex.QueryBuilder) => void) =>
    openControls(knex, at, subjects => {
      scope.apply(subjects, 's.id');
      subjects.where('r.control_id', CONTROL);
      mine(subjects);
    });
  if (accountable) {
    const found = await asking(s => s.where('s.accountable', person)).first();
    if (found) return itemOf(policy, 'you are accountable for');
  }
  if (owner === 'none') return undefined;
  const owned = await asking(s =>
    s.whereIn('s.owner', [person, ...directGroups]),
  ).distinct('owner');
  const owners: string[] = owned.map((row: any) => row.owner);
  if (owners.includes(person)) return itemOf(policy, 'you own');
  for (const group of owners) {
    const enough = owner === 'any' && (await anyOf(knex, group, policy));
    if (!enough) return itemOf(policy, 'your team owns');
  }
  return undefined;
}

/** Whether a direct member of a group has acknowledged it. */
async function anyOf(
  knex: Knex,
  group: string,
  policy: GovernancePolicy,
): Promise<boolean> {
  const facts = await knex('entity_facts')
    .where({ ref: group })
    .first('member_refs');
  const members: string[] = JSON.parse(facts?.member_refs ?? '[]');
  return (await acknowledged(knex, members, policy)).size > 0;
}

/** Which of some people have acknowledged the policy in force. */
async function acknowledged(
  knex: Knex,
  people: readonly string[],
  policy: GovernancePolicy,
): Promise<Set<string>> {
  const found = new Set<string>();
  const isOfIt = acknowledges(policy);
  for (const batch of batches(people)) {
    const streams: { id: string; ref: string }[] = await knex('streams')
      .whereIn('ref', batch)
      .select('id', 'ref');
    const latest = await latestRecords(
      knex,
      streams.map(({ id }) => id),
      policyAcknowledgement.type,
    );
    for (const { id, ref } of streams) {
      const stated = recordStates(latest.get(id)!);
      const all = stated[policyAcknowledgement.type] ?? [];
      if (all.some(({ data }) => isOfIt(data))) found.add(ref);
    }
  }
  return found;
}
