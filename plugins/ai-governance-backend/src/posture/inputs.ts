import { Knex } from 'knex';
import { batches } from '../database/batches';
import { insertRows } from '../database/insertRows';

interface InputRow {
  key: string;
  subject_id: string;
}

const inputsOf = async (
  knex: Knex | Knex.Transaction,
  subjectIds: readonly string[],
) => {
  const rows: InputRow[] = [];
  for (const batch of batches(subjectIds, 1000)) {
    rows.push(
      ...(await knex('result_inputs')
        .whereIn('subject_id', batch)
        .select('key', 'subject_id')),
    );
  }
  const keys = new Map<string, Set<string>>();
  for (const { key, subject_id: id } of rows) {
    const found = keys.get(id);
    if (found) found.add(key);
    else keys.set(id, new Set([key]));
  }
  return keys;
};

/**
 * Notes what subjects are about to be judged by, before it is read. Only adds: who lost the lease does no harm.
 *
 * @param wanted - keys by subject id
 * @returns whether any is new
 */
export async function registerInputs(
  knex: Knex | Knex.Transaction,
  wanted: ReadonlyMap<string, readonly string[]>,
): Promise<boolean> {
  const stored = await inputsOf(knex, [...wanted.keys()]);
  const missing = [...wanted].flatMap(([id, keys]) =>
    keys
      .filter(key => !stored.get(id)?.has(key))
      .map(key => ({ key, subject_id: id })),
  );
  await insertRows(knex, 'result_inputs', missing, { ignore: true });
  return missing.length > 0;
}

/** Forgets what subjects are judged by no longer. Their work rows must be locked in `tx`. */
export async function dropObsoleteInputs(
  tx: Knex.Transaction,
  wanted: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const stored = await inputsOf(tx, [...wanted.keys()]);
  for (const [id, keys] of stored) {
    const kept = new Set(wanted.get(id));
    const obsolete = [...keys].filter(key => !kept.has(key));
    if (obsolete.length === 0) continue;
    await tx('result_inputs')
      .where({ subject_id: id })
      .whereIn('key', obsolete)
      .delete();
  }
}
