import {
  canonicalJson,
  Checkpoint,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { LedgerProblem } from '../ledger/Ledger';
import { headsAt, movedHeads } from './pinnedHeads';
import { checkpointHash, isSigned, parseCheckpoint } from './statement';
import { rootOf } from './takeCheckpoint';

/** What the checkpoints in the database are held against. */
export interface Trust {
  /** Public keys that may have signed; undefined: any. */
  keys?: readonly string[];
  /** Checkpoints that are known from elsewhere, by number. */
  known?: ReadonlyMap<number, Checkpoint>;
  /** The last that counts; later ones are not looked at. */
  upTo?: number;
}

/**
 * Walks the checkpoints in the database: whether each is signed, names the one before, is the one that is known from elsewhere, and is of the heads
 * that are kept with it. Heads that pass are those that were signed; the rows are held against them by the verification of the ledger.
 */
export async function* checkCheckpoints(
  knex: Knex,
  trust: Trust = {},
): AsyncGenerator<LedgerProblem> {
  const { known, upTo } = trust;
  let last: Checkpoint | undefined;
  let number = 0;
  for await (const row of statements(knex, upTo)) {
    if (row.number !== number + 1) yield removed(number + 1, row.number - 1);
    number = row.number;
    const checkpoint = parseCheckpoint(row.statement);
    if (!checkpoint || checkpoint.number !== number) {
      yield problem(`Checkpoint ${number} in the database is none any more`);
      last = undefined;
      continue;
    }
    yield* wrongWith(checkpoint, last, trust);
    const moved = await rootOf(movedHeads(knex, number));
    if (moved.root !== checkpoint.moved.root) {
      yield problem(
        `The heads that are kept for checkpoint ${number} are not those that were signed: somebody changed them, and may have written rows anew. A download of this checkpoint says which`,
      );
    }
    last = checkpoint;
  }
  const lastKnown = Math.max(0, ...(known?.keys() ?? []));
  const end = upTo ?? lastKnown;
  if (number < Math.min(end, lastKnown)) yield removed(number + 1, lastKnown);
  if (last && last.number === number) {
    const all = await rootOf(headsAt(knex, number));
    if (all.root !== last.root) {
      yield problem(
        `The heads of all streams that are kept with the checkpoints up to ${number} do not give what was signed: somebody changed them`,
      );
    }
  }
}

function* wrongWith(
  checkpoint: Checkpoint,
  last: Checkpoint | undefined,
  { keys, known }: Trust,
): Generator<LedgerProblem> {
  const { number, publicKey } = checkpoint;
  if (!isSigned(checkpoint)) {
    yield problem(
      `Checkpoint ${number} does not go with its signature: somebody changed it`,
    );
  } else if (keys && !keys.includes(publicKey)) {
    yield problem(
      `Checkpoint ${number} is signed with another key (${publicKey}): somebody else signed it, or the key was exchanged and the former public key is not configured`,
    );
  }
  const expected = last ? checkpointHash(last) : null;
  const isNext = number === 1 || last?.number === number - 1;
  if (isNext && checkpoint.previous !== expected) {
    yield problem(
      `Checkpoint ${number} does not name the one before it: one of the two was exchanged`,
    );
  }
  const other = known?.get(number);
  if (other && canonicalJson(other) !== canonicalJson(checkpoint)) {
    yield problem(
      `Checkpoint ${number} in the database, of ${checkpoint.at}, is not the one that was kept elsewhere, of ${other.at}: it was exchanged`,
    );
  }
}

function removed(first: number, last: number): LedgerProblem {
  return problem(
    first >= last
      ? `Checkpoint ${first} was removed from the database`
      : `Checkpoints ${first} to ${last} were removed from the database`,
  );
}

export function problem(message: string): LedgerProblem {
  return {
    streamId: '',
    streamRef: null,
    seq: null,
    kind: 'checkpoint-changed',
    message,
  };
}

async function* statements(
  knex: Knex,
  upTo: number | undefined,
): AsyncGenerator<{ number: number; statement: string }> {
  const atOnce = 100;
  let after: number | undefined = 0;
  while (after !== undefined) {
    const query = knex('checkpoints')
      .where('number', '>', after)
      .orderBy('number')
      .limit(atOnce)
      .select('number', 'statement');
    if (upTo !== undefined) query.where('number', '<=', upTo);
    const rows: { number: number; statement: string }[] = await query;
    yield* rows;
    after = rows.length === atOnce ? rows.at(-1)!.number : undefined;
  }
}
