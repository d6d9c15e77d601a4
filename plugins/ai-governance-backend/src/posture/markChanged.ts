import { Knex } from 'knex';
import { Instant } from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
import { Appended } from '../ledger/Ledger';

/**
 * Marks every subject that was judged by what changed, in the transaction that changes it.
 *
 * A subject depends on its own `stream:<ref>` and `entity:<ref>` and on `policy` without being told; the rest stands in `result_inputs`.
 * Subjects that are gone are not marked.
 *
 * @param keys - `stream:<ref>`, `entity:<ref>` or `policy`
 * @param at - since when they are due
 */
export async function markChanged(
  tx: Knex | Knex.Transaction,
  keys: readonly string[],
  at: Instant,
): Promise<void> {
  if (keys.includes('policy')) {
    await mark(tx, tx('subjects').whereNull('gone_at').select('id'), at);
    return;
  }
  for (const batch of batches([...new Set(keys)], 500)) {
    const own = batch.flatMap(key => {
      const [, ref] = /^(?:stream|entity):(.+)$/.exec(key) ?? [];
      return ref ? [ref] : [];
    });
    await mark(
      tx,
      tx('subjects')
        .whereNull('gone_at')
        // a union, and not an or: each half finds its own by an index
        .whereIn(
          'id',
          tx('subjects')
            .whereIn('ref', own)
            .select('id')
            .union(
              tx('result_inputs').whereIn('key', batch).select('subject_id'),
            ),
        )
        .select('id'),
      at,
    );
  }
}

/** Marks every subject that was judged by what was appended, in the transaction of the append. */
export async function markAppended(
  tx: Knex.Transaction,
  appended: readonly Appended[],
): Promise<void> {
  const [earliest] = appended.map(({ revision }) => revision.recordedAt).sort();
  await markChanged(
    tx,
    appended.map(({ stream }) => `stream:${stream.ref}`),
    earliest,
  );
}

/** Marks the subjects that a query selects by `id`. A mark upon a mark is not lost on who evaluates meanwhile: it raises `dirty_seq`. */
export async function mark(
  tx: Knex | Knex.Transaction,
  ids: Knex.QueryBuilder,
  at: Instant,
): Promise<void> {
  const { sql, bindings } = ids.toSQL();
  // in one order everywhere, so that two transactions do not lock each other out
  await tx.raw(
    `insert into work (subject_id, dirty_seq, due_at, attempts)
     select id, 1, ?, 0 from (${sql}) as marked where true order by id
     on conflict (subject_id) do update set
       dirty_seq = work.dirty_seq + 1,
       due_at = case when work.due_at < excluded.due_at then work.due_at else excluded.due_at end`,
    [at, ...bindings],
  );
}
