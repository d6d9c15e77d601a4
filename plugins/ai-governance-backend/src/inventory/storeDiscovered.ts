import { Knex } from 'knex';
import { Instant } from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
import { retrying } from '../database/retrying';
import { FoundEntity } from './discovery';

/** What a reading finds otherwise than it is stored. */
interface Differences {
  /** The open interval of whether AI is looked for. */
  open: { id: number; looked: boolean | number; read_at: Instant } | undefined;
  switched: boolean;
  /** New, or with other words. */
  changed: FoundEntity[];
  /** Found no longer. */
  left: string[];
  /** Ids of intervals that end. */
  ended: number[];
  /** What was not found until now. */
  begun: string[];
}

const differs = ({ switched, changed, left, ended, begun }: Differences) =>
  switched || [changed, left, ended, begun].some(list => list.length > 0);

/**
 * Takes over what a whole reading of the catalog found; what it did not find is found no longer. Writes nothing for what is unchanged. Where a
 * reading that began later has taken something over already, it knows better, and nothing is taken over.
 *
 * @param found - undefined: nothing was looked for
 * @param at - when the reading began
 */
export async function storeDiscovered(
  knex: Knex,
  found: readonly FoundEntity[] | undefined,
  at: Instant,
): Promise<void> {
  if (!differs(await differencesOf(knex, found))) return;
  await retrying(() =>
    knex.transaction(async tx => {
      // the lock first: what differs is read after whoever held it
      await tx('discovery_intervals').whereNull('to_at').forUpdate();
      const now = await differencesOf(tx, found);
      const later = now.open && now.open.read_at > at;
      if (differs(now) && !later) await store(tx, found !== undefined, now, at);
    }),
  );
}

async function differencesOf(
  knex: Knex,
  found: readonly FoundEntity[] | undefined,
): Promise<Differences> {
  const open: Differences['open'] = await knex('discovery_intervals')
    .whereNull('to_at')
    .first();
  const rows: FoundEntity[] = await knex('discovered').select(
    'ref',
    'title',
    'owner',
    'reason',
  );
  const intervals: { id: number; ref: string }[] = await knex('found_intervals')
    .whereNull('to_at')
    .select('id', 'ref');
  const stored = new Map(rows.map(row => [row.ref, row]));
  const before = new Set(intervals.map(({ ref }) => ref));
  const all = found ?? [];
  const there = new Set(all.map(({ ref }) => ref));
  const isGone = ({ ref }: { ref: string }) => !there.has(ref);
  return {
    open,
    switched: !open || Boolean(open.looked) !== (found !== undefined),
    changed: all.filter(one => {
      const row = stored.get(one.ref);
      return (
        !row ||
        (['title', 'owner', 'reason'] as const).some(
          key => (row[key] ?? null) !== (one[key] ?? null),
        )
      );
    }),
    left: rows.filter(isGone).map(({ ref }) => ref),
    ended: intervals.filter(isGone).map(({ id }) => id),
    begun: all.map(({ ref }) => ref).filter(ref => !before.has(ref)),
  };
}

async function store(
  tx: Knex.Transaction,
  looked: boolean,
  { open, switched, changed, left, ended, begun }: Differences,
  at: Instant,
) {
  if (open) {
    await tx('discovery_intervals')
      .where({ id: open.id })
      .update(switched ? { to_at: at } : { read_at: at });
  }
  if (switched) {
    await tx('discovery_intervals').insert({
      looked,
      from_at: at,
      read_at: at,
    });
  }
  for (const batch of batches(changed)) {
    await tx('discovered')
      .insert(batch.map(one => ({ ...one, found_at: at, observed_at: at })))
      .onConflict('ref')
      .merge(['title', 'owner', 'reason', 'observed_at']);
  }
  for (const batch of batches(left)) {
    await tx('discovered').whereIn('ref', batch).delete();
  }
  for (const batch of batches(ended)) {
    await tx('found_intervals').whereIn('id', batch).update({ to_at: at });
  }
  for (const batch of batches(begun)) {
    await tx('found_intervals').insert(
      batch.map(ref => ({ ref, from_at: at })),
    );
  }
}
