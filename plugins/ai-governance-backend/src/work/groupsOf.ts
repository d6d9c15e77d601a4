import { Knex } from 'knex';

/** The groups that a person is in: as a direct member, and every group above those. Full references. */
export interface Groups {
  direct: string[];
  all: string[];
}

/**
 * The groups of a person, as the catalog was seen to have them.
 *
 * @param person - full lower-case reference
 */
export async function groupsOf(knex: Knex, person: string): Promise<Groups> {
  const rows: { direct: string; above: string | null }[] = await knex({
    g: 'entity_facts',
  })
    .leftJoin({ c: 'group_closure' }, 'c.descendant', 'g.ref')
    .where('g.present', true)
    .whereNotNull('g.member_refs')
    .whereRaw(`g.member_refs like ? escape '\\'`, [
      // the list is JSON, in which a reference has quotes about it and nothing to escape
      `%"${person.replace(/[\\%_]/g, c => `\\${c}`)}"%`,
    ])
    .select({ direct: 'g.ref', above: 'c.ancestor' });
  const direct = new Set(rows.map(row => row.direct));
  return {
    direct: [...direct].sort(),
    all: [...new Set([...direct, ...rows.flatMap(r => r.above ?? [])])].sort(),
  };
}
