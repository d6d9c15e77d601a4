import {
  noCounts,
  ResultState,
  StateCounts,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { ReadScope } from '../permissions/ReadScope';
import { Reading } from '../posture/reading';
import { heldResults } from './heldResults';
import { ownedWithin, Owning, owningSql } from './owning';

/** Counts of the results of each control that has any. */
export type ControlCounts = Map<string, StateCounts>;

interface Asked {
  knex: Knex;
  reading: Reading;
  scope: ReadScope;
  /** Ids of controls. */
  controls: readonly string[];
}

/**
 * What these controls say in every group that owns a readable subject, itself or through a group below it; a subject counts once in each. One
 * query: the results are counted by owner before they are carried up the tree.
 *
 * @param team - full reference of a group: only it and those below it, with what they own
 */
export async function controlsByTeam(
  { knex, reading, scope, controls }: Asked,
  team?: string,
): Promise<Map<string, ControlCounts>> {
  const found = reading.subjectsAlone();
  scope.apply(found, 's.id');
  if (team !== undefined) ownedWithin(found, team, reading);
  const results = heldResults(knex, reading, found)
    .whereIn('r.control_id', controls)
    .select({ owner: 's.owner' });
  const byOwner = knex
    .from(results.as('found'))
    .groupBy('owner', 'control', 'state')
    .select('owner', 'control', 'state')
    .count({ results: '*' });

  const query = reading
    .withClosure(knex.queryBuilder())
    .from(byOwner.as('b'))
    .join({ c: reading.closure }, 'c.descendant', 'b.owner');
  if (team !== undefined) {
    query.whereIn('c.ancestor', below =>
      below.select('descendant').from(reading.closure).where('ancestor', team),
    );
  }
  return countsByKey(
    await query
      .groupBy('c.ancestor', 'b.control', 'b.state')
      .select({ key: 'c.ancestor', control: 'b.control', state: 'b.state' })
      .sum({ results: 'b.results' }),
  );
}

/** The same by who the subjects belong to: those of no team are in no row of a team. */
export async function controlsByOwning({
  knex,
  reading,
  scope,
  controls,
}: Asked): Promise<Map<Owning, ControlCounts>> {
  const found = reading.subjectsAlone();
  scope.apply(found, 's.id');
  const results = heldResults(knex, reading, reading.joinOwner(found))
    .whereIn('r.control_id', controls)
    .select(knex.raw(`${owningSql} as ??`, ['key']));
  return countsByKey(
    await knex
      .from(results.as('found'))
      .groupBy('key', 'control', 'state')
      .select('key', 'control', 'state')
      .count({ results: '*' }),
  );
}

function countsByKey<K extends string>(
  rows: readonly any[],
): Map<K, ControlCounts> {
  const found = new Map<K, ControlCounts>();
  for (const row of rows) {
    const key = row.key as K;
    const ofKey: ControlCounts = found.get(key) ?? new Map();
    const counts = ofKey.get(row.control) ?? noCounts();
    counts[row.state as ResultState] += Number(row.results);
    found.set(key, ofKey.set(row.control, counts));
  }
  return found;
}
