import { Knex } from 'knex';
import { insertRows } from '../database/insertRows';
import { isOneOf } from '../database/isOneOf';

interface InputRow {
  key: string;
  subject_id: string;
}

/** What subjects were judged by last, as far as it is noted. */
export async function storedInputs(
  knex: Knex,
  subjectIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const stored = new Map(subjectIds.map(id => [id, new Set<string>()]));
  const rows: InputRow[] = await knex('result_inputs')
    .where(isOneOf(knex, 'subject_id', subjectIds))
    .select('key', 'subject_id');
  for (const { key, subject_id: id } of rows) stored.get(id)!.add(key);
  return stored;
}

/**
 * Notes what subjects are about to be judged by, before it is read. Only adds: who lost the lease does no harm.
 *
 * @param noted - what is noted of these subjects, and nobody else takes away while they are leased; what is added now is added to it
 * @returns whether any is new
 */
export async function registerInputs(
  knex: Knex,
  wanted: ReadonlyMap<string, readonly string[]>,
  noted: ReadonlyMap<string, Set<string>>,
): Promise<boolean> {
  const missing = [...wanted].flatMap(([id, keys]) =>
    [...new Set(keys)]
      .filter(key => !noted.get(id)!.has(key))
      .map(key => ({ key, subject_id: id })),
  );
  await insertRows(knex, 'result_inputs', missing, { ignore: true });
  for (const { key, subject_id: id } of missing) noted.get(id)!.add(key);
  return missing.length > 0;
}

/**
 * Forgets what subjects are judged by no longer. Their work rows must be locked in `tx`.
 *
 * @param obsolete - keys by subject id
 */
export async function dropInputs(
  tx: Knex.Transaction,
  obsolete: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  for (const [id, keys] of obsolete) {
    if (keys.length === 0) continue;
    await tx('result_inputs')
      .where({ subject_id: id })
      .whereIn('key', keys)
      .delete();
  }
}
