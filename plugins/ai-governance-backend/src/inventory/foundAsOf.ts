import { Knex } from 'knex';
import { Instant } from 'backstage-plugin-ai-governance-common';

/**
 * What looked like AI in the catalog at a past instant and was not registered, by reference.
 *
 * @returns undefined: nothing was looked for; `not-kept`: before there were intervals of it nothing is known
 */
export async function foundAsOf(
  knex: Knex,
  at: Instant,
): Promise<string[] | 'not-kept' | undefined> {
  const held = (table: string) =>
    knex(table)
      .where('from_at', '<=', at)
      .where(open => open.whereNull('to_at').orWhere('to_at', '>', at));
  const reading = await held('discovery_intervals').first('looked');
  if (!reading) return 'not-kept';
  if (!reading.looked) return undefined;
  return await held('found_intervals').pluck('ref');
}
