import { parseEntityRef } from '@backstage/catalog-model';
import {
  Scorecard,
  TeamScorecard,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { ReadScope } from '../permissions/ReadScope';
import { Reading } from '../posture/reading';
import { emptyScorecard, rollUp } from './rollUp';
import { nearestAbove, teamTree } from './teamTree';

/** Every group that owns a readable subject, itself or through a group below it, by reference. Four queries. */
export async function readTeams(
  knex: Knex,
  reading: Reading,
  scope: ReadScope,
): Promise<TeamScorecard[]> {
  const cards = await cardsOf(knex, reading, scope);
  const edges = await reading.edges();
  const titles = await groupTitles(knex);
  const tree = teamTree(cards.keys(), edges);
  return [...cards]
    .map(([ref, card]) =>
      teamScorecard(ref, titles.get(ref), card, tree.get(ref)),
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
  // with all above it, for its place among them
  const cards = await cardsOf(knex, reading, scope, ref);
  const edges = await reading.edges();
  const card = cards.get(ref);
  const parent = card
    ? teamTree(cards.keys(), edges).get(ref)
    : nearestAbove(ref, new Set(cards.keys()), edges);
  const facts = await knex('entity_facts').where({ ref }).first('title');
  return teamScorecard(ref, facts?.title, card, parent);
}

function cardsOf(
  knex: Knex,
  reading: Reading,
  scope: ReadScope,
  upFrom?: string,
): Promise<Map<string, Scorecard & { own: number }>> {
  return rollUp(knex, reading, scope, {
    sql: 'c.ancestor',
    own: 'c.ancestor = s.owner',
    join: query => {
      reading
        .withClosure(query)
        .join({ c: reading.closure }, 'c.descendant', 's.owner');
      if (upFrom !== undefined) {
        query.whereIn('c.ancestor', above =>
          above
            .select('ancestor')
            .from(reading.closure)
            .where('descendant', upFrom),
        );
      }
    },
  });
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
  title: string | null | undefined,
  card: (Scorecard & { own: number }) | undefined,
  parent: string | undefined,
): TeamScorecard {
  const { name } = parseEntityRef(ref);
  return {
    ...(card ?? { ...emptyScorecard(), own: 0 }),
    ref,
    name,
    title: title ?? name,
    ...(parent !== undefined && { parent }),
  };
}
