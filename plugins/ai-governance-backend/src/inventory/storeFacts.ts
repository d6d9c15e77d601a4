import { Knex } from 'knex';
import { Instant } from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
import { retrying } from '../database/retrying';
import { ObservedFacts } from './entityFacts';
import { OnChanged } from './OnChanged';

/** A row of `entity_facts` as either database gives it. */
interface FactsRow {
  ref: string;
  present: boolean | number;
  title: string | null;
  members: number | null;
  member_refs: string | null;
  observed_at: string;
}

/** Whether a row says the same as an observation. */
const same = (row: FactsRow, facts: ObservedFacts) =>
  Boolean(row.present) === facts.present &&
  row.title === facts.title &&
  row.members === facts.members &&
  row.member_refs === facts.member_refs;

/**
 * Takes over the facts that differ from what is stored, and marks what depends on them, a transaction for each batch.
 * What was observed after `at` stays. Nothing is written for what is unchanged.
 *
 * @returns the references whose facts changed
 */
export async function storeFacts(
  knex: Knex,
  observed: readonly ObservedFacts[],
  at: Instant,
  onChanged: OnChanged,
): Promise<string[]> {
  const changed: ObservedFacts[] = [];
  for (const batch of batches(observed, 500)) {
    const rows: FactsRow[] = await knex('entity_facts').whereIn(
      'ref',
      batch.map(f => f.ref),
    );
    const stored = new Map(rows.map(row => [row.ref, row]));
    for (const facts of batch) {
      const row = stored.get(facts.ref);
      if (row && (same(row, facts) || row.observed_at > at)) continue;
      changed.push(facts);
    }
  }
  // in one order everywhere, so that two backends do not lock each other out
  changed.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  for (const batch of batches(changed)) {
    await retrying(() =>
      knex.transaction(async tx => {
        const taken: { ref: string }[] = await tx('entity_facts')
          .insert(batch.map(facts => ({ ...facts, observed_at: at })))
          .onConflict('ref')
          .merge(['present', 'title', 'members', 'member_refs', 'observed_at'])
          .where('entity_facts.observed_at', '<=', at)
          .returning('ref');
        const refs = new Set(taken.map(row => row.ref));
        await storePresence(
          tx,
          batch.filter(facts => refs.has(facts.ref)),
          at,
        );
        await onChanged(
          tx,
          batch.map(({ ref }) => `entity:${ref}`),
          at,
        );
      }),
    );
  }
  return changed.map(f => f.ref);
}

/** Begins and ends the intervals of groups and users: who was there decides to whom a subject counted on a past day. */
async function storePresence(
  tx: Knex.Transaction,
  observed: readonly ObservedFacts[],
  at: Instant,
) {
  const owners = observed.filter(({ ref }) => /^(group|user):/.test(ref));
  const there = owners.filter(facts => facts.present).map(f => f.ref);
  const left = owners.filter(facts => !facts.present).map(f => f.ref);
  if (left.length > 0) {
    await tx('entity_presence')
      .whereIn('ref', left)
      .whereNull('to_at')
      .update({ to_at: at });
  }
  if (there.length > 0) {
    await tx('entity_presence')
      .insert(there.map(ref => ({ ref, from_at: at })))
      .onConflict(tx.raw('(ref) where to_at is null') as any)
      .ignore();
  }
}

/** References that are noted as present. */
export async function presentRefs(knex: Knex): Promise<string[]> {
  const rows = await knex('entity_facts')
    .where({ present: true })
    .select('ref');
  return rows.map(row => row.ref);
}
