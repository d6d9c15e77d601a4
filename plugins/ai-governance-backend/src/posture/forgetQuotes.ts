import { Knex } from 'knex';
import { Stream } from '../ledger/Ledger';

/** What stands in a reason where something of a record was quoted that is erased. */
const ERASED = '“(erased)”';

/** Every text in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/**
 * Takes out of the reasons of results, present and past, what they quote of data that is being erased. What the results were is not changed:
 * only words of people are, and reasons quote these between “ and ”. Whoever evaluates the subject right now, by what they loaded before, loses their
 * lease and stores nothing: it is evaluated again, without.
 *
 * @param tx - in which the subject is marked already, so that its row of `work` is there and locked
 * @param data - JSON of what is erased
 */
export async function forgetQuotes(
  tx: Knex.Transaction,
  stream: Stream,
  data: string,
): Promise<void> {
  await tx('work')
    .where({ subject_id: stream.id })
    .update({ lease_owner: null, lease_until: null });
  const quotes = [...new Set(textsIn(JSON.parse(data)))].map(
    text => `“${text}”`,
  );
  const without = (reason: string | null) =>
    reason &&
    quotes.reduce((left, one) => left.replaceAll(one, ERASED), reason);
  const rows: { id: number; reason: string; next_reason: string | null }[] =
    await tx('results')
      .select('id', 'reason', 'next_reason')
      .where({ subject_id: stream.id })
      .where(either =>
        either
          .where('reason', 'like', '%“%')
          .orWhere('next_reason', 'like', '%“%'),
      );
  for (const row of rows) {
    const reason = without(row.reason);
    const next = without(row.next_reason);
    if (reason === row.reason && next === row.next_reason) continue;
    await tx('results')
      .where({ id: row.id })
      .update({ reason, next_reason: next });
  }
}
