import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Instant,
  isAISystemEntity,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { storable } from './storable';

/** An entity that looks like AI and is no subject. */
export interface FoundEntity {
  ref: string;
  title: string;
  owner: string | null;
  /** Why it looks like AI. */
  reason: string;
}

const lower = (ref: string) => ref.toLocaleLowerCase('en-US');

/** What is kept of an entity that was found. */
export const foundOf = (entity: Entity, reason: string): FoundEntity => ({
  ref: stringifyEntityRef(entity),
  title: storable(entity.metadata.title ?? entity.metadata.name),
  owner:
    entity.relations
      ?.filter(({ type }) => type === 'ownedBy')
      .map(({ targetRef }) => lower(targetRef))[0] ?? null,
  reason: storable(reason),
});

/** What an AI system names directly: it is governed as part of the system, or as what the system rests on. */
export const namedBy = (entity: Entity): string[] =>
  isAISystemEntity(entity)
    ? (entity.relations ?? [])
        .filter(({ type }) =>
          ['hasPart', 'dependsOn', 'consumesApi'].includes(type),
        )
        .map(({ targetRef }) => lower(targetRef))
    : [];

/** Takes over what a whole reading of the catalog found; what it did not find is found no longer. Writes nothing for what is unchanged. */
export async function storeDiscovered(
  knex: Knex,
  found: readonly FoundEntity[],
  at: Instant,
): Promise<void> {
  const rows: FoundEntity[] = await knex('discovered')
    .where('observed_at', '<=', at)
    .select('ref', 'title', 'owner', 'reason');
  const stored = new Map(rows.map(row => [row.ref, row]));
  const there = new Set(found.map(({ ref }) => ref));
  const changed = found.filter(one => {
    const row = stored.get(one.ref);
    return (
      !row ||
      (['title', 'owner', 'reason'] as const).some(
        key => (row[key] ?? null) !== (one[key] ?? null),
      )
    );
  });
  const left = rows.filter(({ ref }) => !there.has(ref));
  if (changed.length === 0 && left.length === 0) return;
  await knex.transaction(async tx => {
    for (const batch of batches(changed)) {
      await tx('discovered')
        .insert(batch.map(one => ({ ...one, found_at: at, observed_at: at })))
        .onConflict('ref')
        .merge(['title', 'owner', 'reason', 'observed_at'])
        // a reading that began later and ended sooner knows better
        .where('discovered.observed_at', '<=', at);
    }
    for (const batch of batches(left)) {
      await tx('discovered')
        .whereIn(
          'ref',
          batch.map(({ ref }) => ref),
        )
        .where('observed_at', '<=', at)
        .delete();
    }
  });
}
