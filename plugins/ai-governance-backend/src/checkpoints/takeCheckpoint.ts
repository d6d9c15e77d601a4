import { KeyObject } from 'node:crypto';
import {
  canonicalJson,
  Checkpoint,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { Clock } from '../database/clock';
import { MerkleRoot, PinnedHead } from './MerkleRoot';
import { headsAt, movedHeads, presentHeads } from './pinnedHeads';
import { checkpointHash, parseCheckpoint, signCheckpoint } from './statement';

/**
 * Signs the heads of all streams as they stand at one instant, and keeps that beside the heads that moved since the last time.
 * Appends meanwhile go on, and are in the next one.
 *
 * @throws Error when the last checkpoint in the database is none any more, or its heads are not those that were signed
 */
export async function takeCheckpoint(
  knex: Knex,
  clock: Clock,
  key: KeyObject,
): Promise<Checkpoint> {
  return knex.transaction(
    async tx => {
      const last = await lastCheckpoint(tx);
      const number = (last?.number ?? 0) + 1;
      const at = await clock(tx);
      await keepMoved(tx, number);
      const moved = await rootOf(movedHeads(tx, number));
      const all = await rootOf(presentHeads(tx));
      const kept = await rootOf(headsAt(tx, number));
      if (kept.root !== all.root) {
        throw new Error(
          `The ledger lost streams that checkpoint ${last?.number} has: verify it before more is signed`,
        );
      }
      const checkpoint = signCheckpoint(
        {
          format: 'ai-governance-checkpoint/1',
          number,
          at,
          streams: all.streams,
          revisions: all.revisions,
          root: all.root,
          moved: { streams: moved.streams, root: moved.root },
          previous: last ? checkpointHash(last) : null,
        },
        key,
      );
      await tx('checkpoints').insert({
        number,
        at,
        statement: canonicalJson(checkpoint),
      });
      return checkpoint;
    },
    isPostgres(knex) ? { isolationLevel: 'repeatable read' } : {},
  );
}

/** The last one that was taken; undefined: none was. */
export async function lastCheckpoint(
  knex: Knex,
): Promise<Checkpoint | undefined> {
  const row = await knex('checkpoints').orderBy('number', 'desc').first();
  if (!row) return undefined;
  const checkpoint = parseCheckpoint(row.statement);
  if (checkpoint?.number !== row.number) {
    throw new Error(
      `Checkpoint ${row.number} in the database is none any more: somebody changed it`,
    );
  }
  return checkpoint;
}

/** Heads that are not as the last checkpoint that has them says. */
async function keepMoved(tx: Knex.Transaction, number: number) {
  await tx.raw(
    `insert into checkpoint_heads (checkpoint, stream_id, seq, hash)
     select ${isPostgres(tx) ? '?::integer' : '?'},
       heads.stream_id, heads.seq, heads.hash
     from heads
     left join checkpoint_heads pinned
       on pinned.stream_id = heads.stream_id
       and pinned.checkpoint = (
         select max(checkpoint) from checkpoint_heads other
         where other.stream_id = heads.stream_id
       )
     where pinned.hash is null or pinned.hash <> heads.hash or pinned.seq <> heads.seq`,
    [number],
  );
}

/** The root of heads, and how many streams and revisions they end. */
export async function rootOf(heads: AsyncIterable<PinnedHead>) {
  const merkle = new MerkleRoot();
  let revisions = 0;
  for await (const head of heads) {
    merkle.add(head);
    revisions += head.seq;
  }
  return { root: merkle.root(), streams: merkle.leaves, revisions };
}
