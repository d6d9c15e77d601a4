import { Tier, tiers } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { asciiLower, byteOrder } from '../database/containsText';
import { Keyset, KeysetColumn, Place } from '../database/keyset';
import { placeIn } from '../database/placeIn';

/** What the caller is asked for comes first, then what is overdue, what has a date, what has none. */
const bands = { asked: 0, overdue: 1, dated: 2, undated: 3 };

const tierRank = `coalesce(${placeIn('tier', tiers)}, ${tiers.length})`;

const asc = (sql: string, value: KeysetColumn['value']): KeysetColumn => ({
  sql,
  value,
  direction: 'asc',
});

/** The order of what is to be done, over `openControls`: by day, within a day the graver tier first, then by instant. */
export const workOrder = (knex: Knex): Keyset => ({
  name: 'work',
  columns: [
    asc(
      `case when state = 'expired' then ${bands.overdue} when due is not null then ${bands.dated} else ${bands.undated} end`,
      'integer',
    ),
    asc(`substr(coalesce(due, ''), 1, 10)`, 'text'),
    asc(tierRank, 'integer'),
    asc(`coalesce(due, '')`, 'text'),
    asc(asciiLower(knex, 'title'), 'text'),
    asc(byteOrder(knex, 'ref'), 'text'),
    asc(byteOrder(knex, 'control_id'), 'text'),
  ],
});

/** The place, in the same order, of what the caller is asked for: graver tiers first, then who waits longest. */
export const placeOfAsked = (item: {
  tier: Tier | null;
  /** Since when it waits; the empty text when nobody waits. */
  since: string;
  id: string;
}): Place => [
  bands.asked,
  '',
  item.tier === null ? tiers.length : tiers.indexOf(item.tier),
  item.since,
  '',
  '',
  item.id,
];

/** Which of two places of what the caller is asked for comes first, as a comparator. */
export function comparePlaces(a: Place, b: Place): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}
