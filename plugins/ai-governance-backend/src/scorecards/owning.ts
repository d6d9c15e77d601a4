import { Knex } from 'knex';
import { Reading } from '../posture/reading';

/** Who a subject belongs to: a team, a person, or nobody that the catalog has. */
export type Owning = 'team' | 'person' | 'unowned';

/** SQL of the `Owning` of a subject; needs `joinOwner` of a reading. */
export const owningSql = `case
  when o.ref like 'group:%' then 'team'
  when o.ref like 'user:%' then 'person'
  else 'unowned' end`;

/** Leaves the subjects that a group owns, itself or through a group below it. */
export const ownedWithin = (
  query: Knex.QueryBuilder,
  team: string,
  reading: Reading,
): Knex.QueryBuilder =>
  reading
    .withClosure(query)
    .whereIn('s.owner', below =>
      below.select('descendant').from(reading.closure).where('ancestor', team),
    );
