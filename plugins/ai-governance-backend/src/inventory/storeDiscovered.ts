import { Knex } from 'knex';
import { Instant } from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
import { retrying } from '../database/retrying';
import { FoundEntity } from './discovery';

/**
 * Takes over what a whole reading of the catalog found; what it did not find is found no longer. A reading that began later and ended sooner
 * knows better: then nothing is taken over.
 *
 * @param found - undefined: nothing was looked for
 * @param at - when the reading began
 */
export async function storeDiscovered(
  knex: Knex,
  found: readonly FoundEntity[] | undefined,
  at: Instant,
): Promise<void> {
  await retrying(() =>
    knex.transaction(async tx => {
      if (!(await noteReading(tx, found !== undefined, at))) return;
      await storePresent(tx, found ?? [], at);
      await storeIntervals(tx, found ?? [], at);
    }),
  );
}

/** Notes that there was a reading, and whether it looked for AI. @returns false after one that began later */
async function noteReading(
  tx: Knex.Transaction,
  looked: boolean,
  at: Instant,
): Promise<boolean> {
  const open = await tx('discovery_intervals')
    .whereNull('to_at')
    .forUpdate()
    .first();
  if (open?.read_at > at) return false;
  if (open && Boolean(open.looked) === looked) {
    await tx('discovery_intervals')
      .where({ id: open.id })
      .update({ read_at: at });
    return true;
  }
  if (open) {
    await tx('discovery_intervals').where({ id: open.id }).update({
      to_at: at,
    });
  }
  await tx('discovery_intervals').insert({ looked, from_at: at, read_at: at });
  return true;
}

/** What is found now, with its words. Writes nothing for what is unchanged. */
async function storePresent(
  tx: Knex.Transaction,
  found: readonly FoundEntity[],
  at: Instant,
) {
  const rows: FoundEntity[] = await tx('discovered').select(
    'ref',
    'title',
    'owner',
    'reason',
  );
  const stored = new Map(rows.map(row => [row.ref, row]));
  const changed = found.filter(one => {
    const row = stored.get(one.ref);
    return (
      !row ||
      (['title', 'owner', 'reason'] as const).some(
        key => (row[key] ?? null) !== (one[key] ?? null),
      )
    );
  });
  for (const batch of batches(changed)) {
    await tx('discovered')
      .insert(batch.map(one => ({ ...one, found_at: at, observed_at: at })))
      .onConflict('ref')
      .merge(['title', 'owner', 'reason', 'observed_at']);
  }
  const there = new Set(found.map(({ ref }) => ref));
  for (const batch of batches(rows.filter(({ ref }) => !there.has(ref)))) {
    await tx('discovered')
      .whereIn(
        'ref',
        batch.map(({ ref }) => ref),
      )
      .delete();
  }
}

/** Ends the intervals of what is found no longer, and begins those of what was not found before. */
async function storeIntervals(
  tx: Knex.Transaction,
  found: readonly FoundEntity[],
  at: Instant,
) {
  const open: { id: number; ref: string }[] = await tx('found_intervals')
    .whereNull('to_at')
    .select('id', 'ref');
  const there = new Set(found.map(({ ref }) => ref));
  for (const batch of batches(open.filter(({ ref }) => !there.has(ref)))) {
    await tx('found_intervals')
      .whereIn(
        'id',
        batch.map(({ id }) => id),
      )
      .update({ to_at: at });
  }
  const before = new Set(open.map(({ ref }) => ref));
  for (const batch of batches(found.filter(({ ref }) => !before.has(ref)))) {
    await tx('found_intervals').insert(
      batch.map(({ ref }) => ({ ref, from_at: at })),
    );
  }
}
