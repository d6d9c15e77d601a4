import { parseEntityRef } from '@backstage/catalog-model';
import { TeamScorecard } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { ReadScope } from '../permissions/ReadScope';
import { Reading } from '../posture/reading';
import { ownedWithin } from './owning';
import { addSums, noSums, rollUp, scorecardOf, Sums } from './rollUp';
import { nearestAbove, teamTree } from './teamTree';

/** Every group with every group at or below it. */
const closureOf = (
  knex: Knex,
  reading: Reading,
): Promise<{ ancestor: string; descendant: string }[]> =>
  reading
    .withClosure(knex.queryBuilder())
    .from(reading.closure)
    .select('ancestor', 'descendant') as Promise<any>;

/** Every group that owns a readable subject, itself or through a group below it, by reference. Four queries. */
export async function readTeams(
  knex: Knex,
  reading: Reading,
  scope: ReadScope,
): Promise<TeamScorecard[]> {
  const byOwner = await rollUp(knex, reading, scope, { sql: 's.owner' });
  const teams = new Map<string, Sums>();
  for (const { ancestor, descendant } of await closureOf(knex, reading)) {
    const owned = byOwner.get(descendant);
    if (!owned) continue;
    const sums = teams.get(ancestor) ?? noSums();
    addSums(sums, owned);
    teams.set(ancestor, sums);
  }
  const edges = await reading.edges();
  const titles = await groupTitles(knex);
  const tree = teamTree(teams.keys(), edges);
  return [...teams]
    .map(([ref, sums]) =>
      teamScorecard(ref, {
        title: titles.get(ref),
        sums,
        own: byOwner.get(ref)?.subjects ?? 0,
        parent: tree.get(ref),
      }),
    )
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

/** One group; undefined when the catalog has none such. */
export async function readTeam(
  knex: Knex,
  reading: Reading,
  scope: ReadScope,
  ref: string,
): Promise<TeamScorecard | undefined> {
  if (!ref.startsWith('group:')) return undefined;
  if (!(await reading.hasGroup(ref))) return undefined;
  const byOwner = await rollUp(knex, reading, scope, {
    sql: 's.owner',
    join: query => ownedWithin(query, ref, reading),
  });
  const sums = noSums();
  for (const owned of byOwner.values()) addSums(sums, owned);

  const edges = await reading.edges();
  // for its place: what owns something below it is listed, and so is all above that
  const listed = await owningAbove(knex, reading, scope, ref);
  const parent =
    sums.subjects > 0
      ? teamTree(listed, edges).get(ref)
      : nearestAbove(ref, listed, edges);
  const facts = await knex('entity_facts').where({ ref }).first('title');
  return teamScorecard(ref, {
    title: facts?.title,
    sums,
    own: byOwner.get(ref)?.subjects ?? 0,
    parent,
  });
}

/** Of a group and those above it, the ones that own a readable subject, themselves or through a group below. */
async function owningAbove(
  knex: Knex,
  reading: Reading,
  scope: ReadScope,
  ref: string,
): Promise<Set<string>> {
  const owned = reading.subjectsAlone();
  scope.apply(owned, 's.id');
  owned.whereRaw('?? = ??', ['s.owner', 'c.descendant']).select(knex.raw('1'));
  const found = await reading
    .withClosure(knex.queryBuilder())
    .from({ c: reading.closure })
    .whereIn('c.ancestor', above =>
      above.select('ancestor').from(reading.closure).where('descendant', ref),
    )
    .whereExists(owned)
    .distinct('c.ancestor as ref');
  return new Set(found.map(row => row.ref));
}

/** As they are called now, or were called last. */
async function groupTitles(knex: Knex): Promise<Map<string, string | null>> {
  const rows = await knex('entity_facts')
    .where('ref', 'like', 'group:%')
    .select('ref', 'title');
  return new Map(rows.map(row => [row.ref, row.title]));
}

function teamScorecard(
  ref: string,
  of: { title: string | null | undefined; sums: Sums; own: number } & Pick<
    TeamScorecard,
    'parent'
  >,
): TeamScorecard {
  const { name } = parseEntityRef(ref);
  return {
    ...scorecardOf(of.sums),
    own: of.own,
    ref,
    name,
    title: of.title ?? name,
    ...(of.parent !== undefined && { parent: of.parent }),
  };
}
