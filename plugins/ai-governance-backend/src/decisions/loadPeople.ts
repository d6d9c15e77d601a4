import {
  GovernancePolicy,
  People,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';

const isGroup = (ref: string | undefined): ref is string =>
  ref !== undefined && ref.startsWith('group:');

/** The groups that a question about these subjects may lead to: those that the policy names, and the owners. */
export function groupsAsked(
  { authorities }: Pick<GovernancePolicy, 'authorities'>,
  owners: readonly (string | undefined)[],
): string[] {
  const { approval, restrictedUse, riskAcceptance, exemption, tierOverride } =
    authorities;
  return [
    ...new Set(
      [
        ...Object.values(approval).flat(),
        ...(restrictedUse ?? []),
        ...Object.values(riskAcceptance).flat(),
        ...Object.values(exemption).flat(),
        ...tierOverride,
        ...owners,
      ].filter(isGroup),
    ),
  ].sort();
}

/**
 * Who is in groups, in those below them, and directly in those above them, as the catalog was last seen; in a handful of queries.
 *
 * @param groups - full references; of any other group nobody is known
 */
export async function loadPeople(
  knex: Knex | Knex.Transaction,
  groups: readonly string[],
): Promise<People> {
  const below = new Map<string, Set<string>>();
  const known = new Set(groups);
  for (const batch of batches(groups, 500)) {
    const pairs: { ancestor: string; descendant: string }[] = await knex(
      'group_closure',
    )
      .whereIn('ancestor', batch)
      .select('ancestor', 'descendant')
      .union(
        knex('group_closure')
          .whereIn('descendant', batch)
          .select('ancestor', 'descendant'),
      );
    for (const { ancestor, descendant } of pairs) {
      known.add(ancestor).add(descendant);
      const found = below.get(ancestor);
      if (found) found.add(descendant);
      else below.set(ancestor, new Set([descendant]));
    }
  }

  const parents = new Map<string, string>();
  const direct = new Map<string, readonly string[]>();
  for (const batch of batches([...known], 500)) {
    const edges: { parent: string; child: string }[] = await knex('group_edges')
      .whereIn('child', batch)
      .whereNull('to_at')
      // of several parents always the same one
      .orderBy('parent', 'desc')
      .select('parent', 'child');
    for (const { parent, child } of edges) parents.set(child, parent);
    const facts: { ref: string; member_refs: string | null }[] = await knex(
      'entity_facts',
    )
      .whereIn('ref', batch)
      .select('ref', 'member_refs');
    for (const { ref, member_refs: refs } of facts) {
      if (refs !== null) direct.set(ref, JSON.parse(refs));
    }
  }

  const asked = new Set(groups);
  const everybody = new Map<string, readonly string[]>();
  const membersOf = (group: string): readonly string[] => {
    // of a group above only those that were asked for are below: who is in it would be half told
    if (!asked.has(group)) return [];
    let members = everybody.get(group);
    if (!members) {
      const at = new Set([group, ...(below.get(group) ?? [])]);
      members = [...new Set([...at].flatMap(g => direct.get(g) ?? []))].sort();
      everybody.set(group, members);
    }
    return members;
  };
  return {
    membersOf,
    directMembersOf: group => direct.get(group) ?? [],
    parentOf: group => parents.get(group),
  };
}
