import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import {
  canonicalJson,
  Checkpoint,
  checkpointSchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { PinnedHead } from './MerkleRoot';
import { headsAt } from './pinnedHeads';

/** A line of a file of checkpoints: one of them, or a head of the one before. */
export type CheckpointLine = { checkpoint: Checkpoint } | { head: PinnedHead };

/** Adds a checkpoint to the end of a file, as a line of JSON, and waits until the disk has it. */
export async function appendCheckpoint(path: string, checkpoint: Checkpoint) {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a');
  try {
    await file.write(`${canonicalJson(checkpoint)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The line of a head: `["stream",seq,"hash"]`. */
const headLine = ({ streamId, seq, hash }: PinnedHead) =>
  JSON.stringify([streamId, seq, hash]);

/** A checkpoint of the database with the heads of all streams, line by line: all that is needed to hold a ledger against it. */
export async function* checkpointLines(
  knex: Knex,
  { number, statement }: { number: number; statement: string },
): AsyncGenerator<string> {
  yield statement;
  for await (const head of headsAt(knex, number)) yield headLine(head);
}

/**
 * Reads a file of checkpoints, line by line.
 *
 * @throws Error naming the line that is neither a checkpoint nor a head
 */
export async function* readCheckpointFile(
  path: string,
): AsyncGenerator<CheckpointLine> {
  const lines = createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() !== '') yield parsed(line, `${path}, line ${number}`);
  }
}

function parsed(line: string, where: string): CheckpointLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${where}: is not JSON`);
  }
  if (Array.isArray(value)) {
    const [streamId, seq, hash] = value;
    if (
      typeof streamId === 'string' &&
      Number.isInteger(seq) &&
      typeof hash === 'string'
    )
      return { head: { streamId, seq, hash } };
  }
  const { data } = checkpointSchema.safeParse(value);
  if (!data) throw new Error(`${where}: is not a checkpoint`);
  return { checkpoint: data };
}

/**
 * The checkpoints of a file, by number.
 *
 * @returns none where there is no file
 * @throws Error when a line is none
 */
export async function checkpointsIn(
  path: string,
): Promise<Map<number, Checkpoint>> {
  const found = new Map<number, Checkpoint>();
  try {
    for await (const line of readCheckpointFile(path))
      if ('checkpoint' in line)
        found.set(line.checkpoint.number, line.checkpoint);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return found;
}
