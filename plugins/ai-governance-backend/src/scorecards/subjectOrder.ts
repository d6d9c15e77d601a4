import {
  levels,
  SubjectsQuery,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { asciiLower, byteOrder } from '../database/containsText';
import { Keyset, KeysetColumn } from '../database/keyset';
import { placeIn } from '../database/placeIn';

type OrderBy = NonNullable<SubjectsQuery['orderBy']>;
type Order = NonNullable<SubjectsQuery['order']>;

const asked =
  '(m.pass + m.warning + m.fail + m.expired + m.not_reported + m.error)';

// What may be null, as SQL over `subjectsAt`, with a value to stand for null.
const keys: Record<
  Exclude<OrderBy, 'title'>,
  { sql: string; value: KeysetColumn['value'] }
> = {
  owner: { sql: 's.owner', value: 'text' },
  lifecycle: { sql: 's.lifecycle', value: 'text' },
  tier: { sql: placeIn('m.tier', tiers), value: 'integer' },
  level: {
    sql: `case when m.subject_id is not null then coalesce(${placeIn(
      'm.level',
      levels,
    )}, -1) end`,
    value: 'integer',
  },
  share: {
    sql: `(cast(m.pass + m.warning as double precision) / nullif(${asked}, 0))`,
    value: 'real',
  },
  overdue: { sql: 'm.expired', value: 'integer' },
};

/** Whether an order asks for what stands in the summaries (`m`). */
export const isOfSummaries = (orderBy: OrderBy): boolean =>
  orderBy !== 'title' && keys[orderBy].sql.includes('m.');

/** The order of a list of subjects: by the key, what has none last either way, then by title, then by reference. */
export function subjectOrder(
  knex: Knex,
  orderBy: OrderBy,
  order: Order,
): Keyset {
  const name = `${orderBy} ${order}`;
  const title = asciiLower(knex, 's.title');
  const byRef: KeysetColumn = {
    sql: byteOrder(knex, 's.ref'),
    value: 'text',
    direction: 'asc',
  };
  if (orderBy === 'title') {
    return {
      name,
      columns: [{ sql: title, value: 'text', direction: order }, byRef],
    };
  }
  const { sql, value } = keys[orderBy];
  return {
    name,
    columns: [
      {
        sql: `case when ${sql} is null then 1 else 0 end`,
        value: 'integer',
        direction: 'asc',
      },
      {
        sql:
          value === 'text'
            ? byteOrder(knex, `coalesce(${sql}, '')`)
            : `coalesce(${sql}, 0)`,
        value,
        direction: order,
      },
      { sql: title, value: 'text', direction: 'asc' },
      byRef,
    ],
  };
}
