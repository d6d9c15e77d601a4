import { Knex } from 'knex';

/** Who a subject belongs to: a team, a person, or nobody that the catalog has. */
export type Owning = 'team' | 'person' | 'unowned';

/** SQL of the `Owning` of a subject; needs `joinOwner`. */
export const owningSql = `case
  when o.ref like 'group:%' then 'team'
  when o.ref like 'user:%' then 'person'
  else 'unowned' end`;

/** Joins the owner of each subject (`s`), as far as the catalog has it, as `o`. */
export const joinOwner = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.leftJoin({ o: 'entity_facts' }, join =>
    join.on('o.ref', 's.owner').andOnVal('o.present', '=', true as any),
  );

/** Leaves the subjects that a group owns, itself or through a group below it. */
export const ownedWithin = (
  query: Knex.QueryBuilder,
  team: string,
): Knex.QueryBuilder =>
  query.whereIn('s.owner', below =>
    below.select('descendant').from('group_closure').where('ancestor', team),
  );
