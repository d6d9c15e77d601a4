import fc from 'fast-check';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** One change that somebody makes in the database, past the ledger. `row` and `other` pick a row, whatever its number. */
export type Tampering =
  | { do: 'edit'; table: string; column: string; row: number; to: number }
  | { do: 'remove'; table: string; row: number }
  | { do: 'insert'; row: number; at: 'before' | 'after' }
  | { do: 'insert-record'; row: number }
  | { do: 'exchange'; row: number; other: number }
  | { do: 'cut'; row: number }
  | { do: 'erase'; row: number }
  | { do: 'restore'; row: number };

const columns: Record<string, string[]> = {
  revisions: [
    ...['stream_id', 'seq', 'record_id', 'type', 'revision', 'schema_version'],
    ...['data', 'data_hash', 'author', 'materiality', 'materiality_reason'],
    ...['effective_at', 'recorded_at', 'previous_hash', 'hash'],
  ],
  heads: ['stream_id', 'seq', 'hash'],
  records: ['id', 'stream_id', 'type', 'seq', 'revision'],
  streams: ['kind', 'ref', 'created_at'],
};
const keys: Record<string, string[]> = {
  revisions: ['stream_id', 'seq'],
  heads: ['stream_id'],
  records: ['id'],
  streams: ['id'],
};
const row = fc.nat(1000);
const table = fc.constantFrom('revisions', 'heads', 'records');

/** Any change of each kind. */
export const tamperings: {
  [K in Tampering['do']]: fc.Arbitrary<Extract<Tampering, { do: K }>>;
} = {
  edit: fc.constantFrom(...Object.keys(columns)).chain(name =>
    fc.record({
      do: fc.constant('edit' as const),
      table: fc.constant(name),
      column: fc.constantFrom(...columns[name]),
      row,
      to: fc.nat(1000),
    }),
  ),
  remove: fc.record({ do: fc.constant('remove' as const), table, row }),
  insert: fc.record({
    do: fc.constant('insert' as const),
    row,
    at: fc.constantFrom('before' as const, 'after' as const),
  }),
  'insert-record': fc.record({
    do: fc.constant('insert-record' as const),
    row,
  }),
  exchange: fc.record({
    do: fc.constant('exchange' as const),
    row,
    other: row,
  }),
  cut: fc.record({ do: fc.constant('cut' as const), row }),
  erase: fc.record({ do: fc.constant('erase' as const), row }),
  restore: fc.record({ do: fc.constant('restore' as const), row }),
};

type Row = Record<string, any>;
const pick = (rows: Row[], n: number): Row | undefined => rows[n % rows.length];

/** Another value for a column, of the same type. */
function other(value: unknown, n: number, elsewhere: unknown[]): unknown {
  // what stands in the same column of another row is the likeliest forgery
  const others = elsewhere.filter(v => v !== value);
  if (n % 3 === 0 && others.length) return others[n % others.length];
  if (typeof value === 'number') return value + (n % 2 ? 1 + n : -1 - n);
  if (value === null) return 'Not null any more';
  const text = String(value);
  const at = n % text.length;
  return (
    text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1)
  );
}

const sameTables = async (knex: Knex) =>
  JSON.stringify(
    await Promise.all(
      Object.keys(columns).map(name => knex(name).orderBy(keys[name])),
    ),
  );

// a key, a reference, a length
const isRefusal = (error: any) =>
  /^(SQLITE_CONSTRAINT|23|22)/.test(String(error?.code));

/**
 * Makes the change.
 *
 * @param kept data of redacted rows, as they were written
 * @returns false when there is nothing to change that way, or the database itself refuses (a key, a reference, a length)
 */
export async function tamper(
  knex: Knex,
  tampering: Tampering,
  kept: ReadonlyMap<string, string>,
): Promise<boolean> {
  const before = await sameTables(knex);
  try {
    // in a transaction, for a statement that fails ends one on PostgreSQL
    await knex.transaction(tx => change(tx, tampering, kept));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
  return (await sameTables(knex)) !== before;
}

function tableOf(t: Tampering): string {
  if ('table' in t) return t.table;
  return t.do === 'insert-record' ? 'records' : 'revisions';
}

async function change(
  tx: Knex,
  t: Tampering,
  kept: ReadonlyMap<string, string>,
): Promise<unknown> {
  const name = tableOf(t);
  const rows: Row[] = await tx(name).orderBy(keys[name]);
  const same = (r: Row) => Object.fromEntries(keys[name].map(k => [k, r[k]]));
  const target = pick(rows, t.row);
  if (!target) return undefined;
  switch (t.do) {
    case 'edit':
      return tx(name)
        .where(same(target))
        .update({
          [t.column]: other(
            target[t.column],
            t.to,
            rows.map(r => r[t.column]),
          ),
        });
    case 'remove':
      return tx(name).where(same(target)).delete();
    case 'insert': {
      const seqs = rows
        .filter(r => r.stream_id === target.stream_id)
        .map(r => r.seq);
      return tx(name).insert({
        ...target,
        record_id: randomUUID(),
        revision: 1,
        seq: t.at === 'before' ? Math.min(...seqs) - 1 : Math.max(...seqs) + 1,
      });
    }
    case 'insert-record':
      return tx(name).insert({ ...target, id: randomUUID() });
    case 'exchange': {
      const second = pick(rows, t.other)!;
      if (second === target) return undefined;
      const place = (r: Row, at: Row) =>
        tx(name).insert({ ...r, stream_id: at.stream_id, seq: at.seq });
      await tx(name).where(same(target)).delete();
      await tx(name).where(same(second)).delete();
      await place(target, second);
      return place(second, target);
    }
    case 'cut':
      return tx(name)
        .where({ stream_id: target.stream_id })
        .where('seq', '>=', target.seq)
        .delete();
    case 'erase':
      return tx(name).where(same(target)).update({ data: null });
    default: {
      const erased = pick(
        rows.filter(r => r.data === null),
        t.row,
      );
      return (
        erased &&
        tx(name)
          .where(same(erased))
          .update({ data: kept.get(erased.hash) })
      );
    }
  }
}
