import { Knex } from 'knex';
import { Checkpoint } from 'backstage-plugin-ai-governance-common';
import { checkCheckpoints } from '../checkpoints/checkCheckpoints';
import {
  CheckpointFile,
  filePins,
  inspectCheckpointFile,
} from '../checkpoints/checkpointPins';
import { databasePins } from '../checkpoints/databasePins';
import { checkpointHash } from '../checkpoints/statement';
import { lastCheckpoint } from '../checkpoints/takeCheckpoint';
import { LedgerProblem } from '../ledger/Ledger';
import { Pins } from '../ledger/PinCheck';
import { verifyPages } from '../ledger/verify';
import { Options } from './options';
import { Progress, State } from './State';

/** Where the command writes, and how it is told to stop. */
export interface Terminal {
  out(line: string): void;
  /** Progress: not part of the result. */
  note(line: string): void;
  stopped(): boolean;
}

const pagesBetweenNotes = 50;

/**
 * Holds the rows of a database against a file of checkpoints, or against those in the database.
 *
 * @returns 0 when all holds, 1 when something does not, 3 when it was stopped
 * @throws Error when it cannot be told
 */
export async function verifyCommand(
  knex: Knex,
  options: Options,
  terminal: Terminal,
): Promise<number> {
  const file = options.checkpoint
    ? await inspectCheckpointFile(options.checkpoint)
    : undefined;
  const last = file ? lastOf(file) : await lastCheckpoint(knex);
  introduce(file, last, options, terminal);
  const state = new State(
    options.state,
    JSON.stringify([
      options.database.replace(/:[^:@/]*@/, '@'),
      options.schema ?? '',
      last ? checkpointHash(last) : '',
      file?.whole ? 'heads of the file' : 'heads of the database',
    ]),
  );
  const progress = state.load();
  if (progress.after)
    terminal.note(`Goes on after ${counted(progress)} of an earlier run.`);

  const found = (problem: LedgerProblem) => {
    progress.faults++;
    const text = faultText(problem);
    progress.firstFault ??= text;
    terminal.out(`FAULT ${text}`);
  };
  const fromFile =
    file?.whole && options.checkpoint
      ? filePins(options.checkpoint, file.whole, progress.after)
      : undefined;
  const pins = fromFile ?? databasePins(last?.number ?? 0);
  try {
    if (await walk(knex, pins, { progress, state, terminal, found })) return 3;
  } finally {
    await fromFile?.close();
  }
  for await (const problem of checkpointProblems(knex, file, last, options))
    found(problem);
  state.clear();
  terminal.out(`${counted(progress)} were verified.`);
  if (progress.faults === 0) {
    terminal.out(
      last
        ? `All is as it was written, and what checkpoint ${last.number} has is unchanged.`
        : 'All rows go with their hashes. There is no checkpoint: that all was written anew cannot be told.',
    );
    return 0;
  }
  terminal.out(
    `${progress.faults} ${
      progress.faults === 1 ? 'fault' : 'faults'
    }; the first: ${progress.firstFault}`,
  );
  return 1;
}

/** @returns whether it was stopped before the end */
async function walk(
  knex: Knex,
  pins: Pins,
  on: {
    progress: Progress;
    state: State;
    terminal: Terminal;
    found: (problem: LedgerProblem) => void;
  },
): Promise<boolean> {
  const { progress, state, terminal } = on;
  let pages = 0;
  for await (const page of verifyPages(knex, { after: progress.after, pins })) {
    page.problems.forEach(on.found);
    progress.after = page.after;
    progress.streams += page.streams;
    progress.revisions += page.revisions;
    state.save(progress);
    if (page.more && terminal.stopped()) {
      terminal.note(`Stopped after ${counted(progress)}.`);
      return true;
    }
    pages++;
    if (pages % pagesBetweenNotes === 0) terminal.note(counted(progress));
  }
  return false;
}

async function* checkpointProblems(
  knex: Knex,
  file: CheckpointFile | undefined,
  last: Checkpoint | undefined,
  { publicKey }: Options,
): AsyncGenerator<LedgerProblem> {
  yield* file?.problems ?? [];
  const keys = publicKey ? [publicKey] : undefined;
  // of a download the heads count that are in it; that the database has another one under its number is said all the same
  yield* checkCheckpoints(knex, {
    keys,
    known: file?.checkpoints,
    upTo: last?.number ?? 0,
  });
}

function lastOf({ whole, checkpoints }: CheckpointFile): Checkpoint {
  return whole ?? checkpoints.get(Math.max(...checkpoints.keys()))!;
}

function introduce(
  file: CheckpointFile | undefined,
  last: Checkpoint | undefined,
  { publicKey }: Options,
  { out }: Terminal,
) {
  if (!file)
    out(
      'Held against the checkpoints in the database itself: what somebody who replaced these has changed is not found. Give --checkpoint with one that was kept elsewhere.',
    );
  if (!last) return;
  const { number, at, streams, revisions } = last;
  out(
    `Checkpoint ${number} of ${at}: ${streams} streams, ${revisions} rows${
      file && file.checkpoints.size > 1
        ? `; with ${file.checkpoints.size - 1} before it`
        : ''
    }.`,
  );
  out(
    publicKey
      ? `It must be signed with ${publicKey}.`
      : `It names ${last.publicKey} as its key; give --public-key to have that compared.`,
  );
  if (publicKey && last.publicKey !== publicKey)
    throw new Error(
      `The checkpoint is signed with ${last.publicKey}, and not with the key that was given`,
    );
}

function counted({ streams, revisions }: Progress) {
  return `${streams} streams with ${revisions} rows`;
}

function faultText({ kind, streamId, streamRef, seq, message }: LedgerProblem) {
  const where = [
    streamRef ?? '',
    streamId && `(stream ${streamId})`,
    seq === null ? '' : `row ${seq}`,
  ].filter(Boolean);
  return `${[kind, ...where].join(' ')}: ${message}`;
}
