import { Knex } from 'knex';
import { Instant } from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
import { retrying } from '../database/retrying';
import { groupClosure, GroupEdge } from './groupClosure';

/**
 * Takes over the tree of groups: edges that are new are opened, those that are no more are closed, and the closure is mended where it differs.
 * Nothing is written when the tree is as it was.
 */
export async function storeGroups(
  knex: Knex,
  groups: ReadonlySet<string>,
  edges: readonly GroupEdge[],
  at: Instant,
): Promise<void> {
  await retrying(async () => {
    const open = await difference(
      await knex('group_edges')
        .whereNull('to_at')
        .select('id', 'parent', 'child'),
      edges,
      edge => `${edge.parent} ${edge.child}`,
    );
    const closure = await difference(
      await knex('group_closure').select('ancestor', 'descendant'),
      groupClosure(groups, edges),
      pair => `${pair.ancestor} ${pair.descendant}`,
    );
    const changes = [open, closure].flatMap(d => [...d.added, ...d.removed]);
    if (changes.length === 0) return;

    await knex.transaction(async tx => {
      for (const batch of batches(open.removed)) {
        await tx('group_edges')
          .whereIn(
            'id',
            batch.map(edge => edge.id),
          )
          .whereNull('to_at')
          .update({ to_at: at });
      }
      for (const batch of batches(open.added)) {
        await tx('group_edges').insert(
          batch.map(({ parent, child }) => ({ parent, child, from_at: at })),
        );
      }
      for (const batch of batches(closure.removed)) {
        await tx('group_closure')
          .whereIn(
            ['ancestor', 'descendant'],
            batch.map(pair => [pair.ancestor, pair.descendant]),
          )
          .delete();
      }
      for (const batch of batches(closure.added)) {
        await tx('group_closure').insert(batch);
      }
    });
  });
}

function difference<Stored, Wanted>(
  stored: Stored[],
  wanted: readonly Wanted[],
  key: (item: Stored | Wanted) => string,
): { added: Wanted[]; removed: Stored[] } {
  const before = new Set(stored.map(key));
  const after = new Set(wanted.map(key));
  return {
    added: wanted.filter(item => !before.has(key(item))),
    removed: stored.filter(item => !after.has(key(item))),
  };
}
