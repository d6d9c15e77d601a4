import { Checkpoint } from 'backstage-plugin-ai-governance-common';
import { LedgerProblem } from '../ledger/Ledger';
import { Pin, Pins } from '../ledger/PinCheck';
import { problem } from './checkCheckpoints';
import { readCheckpointFile } from './checkpointFile';
import { MerkleRoot, PinnedHead } from './MerkleRoot';
import { isSigned } from './statement';

/** What a file of checkpoints holds. */
export interface CheckpointFile {
  /** By number. */
  checkpoints: Map<number, Checkpoint>;
  /** The one whose heads are in the file; undefined: there are no heads, and the database has to have them. */
  whole: Checkpoint | undefined;
  /** What is wrong with the file by itself. */
  problems: LedgerProblem[];
}

/**
 * Reads a file of checkpoints once, and whether each is signed; of a download also whether its heads are those that were signed.
 *
 * @throws Error when it is no such file, holds none, or the heads of more than one
 */
export async function inspectCheckpointFile(
  path: string,
): Promise<CheckpointFile> {
  const checkpoints = new Map<number, Checkpoint>();
  const problems: LedgerProblem[] = [];
  const merkle = new MerkleRoot();
  let whole: Checkpoint | undefined;
  let last: Checkpoint | undefined;
  let before = '';
  for await (const line of readCheckpointFile(path)) {
    if ('checkpoint' in line) {
      last = line.checkpoint;
      checkpoints.set(last.number, last);
      if (!isSigned(last))
        problems.push(
          problem(
            `Checkpoint ${last.number} in ${path} does not go with its signature: the file was changed`,
          ),
        );
      continue;
    }
    if (!last || (whole && whole !== last))
      throw new Error(
        `${path}: holds heads of ${
          last ? 'more than one checkpoint' : 'no checkpoint'
        }; give one download, or a file of checkpoints alone`,
      );
    whole = last;
    const { head } = line;
    if (head.streamId <= before)
      throw new Error(`${path}: its heads are not in order`);
    before = head.streamId;
    merkle.add(head);
  }
  if (checkpoints.size === 0)
    throw new Error(`${path}: there is no checkpoint in it`);
  if (whole && merkle.root() !== whole.root)
    problems.push(
      problem(
        `The heads in ${path} are not those that checkpoint ${whole.number} was signed for: the file was changed`,
      ),
    );
  return { checkpoints, whole, problems };
}

/**
 * The heads of a download, read as the streams are walked.
 *
 * @param after - the stream after which the walk begins
 */
export function filePins(
  path: string,
  checkpoint: Checkpoint,
  after: string,
): Pins & { close(): Promise<void> } {
  const heads = headsIn(path);
  let next: PinnedHead | undefined;
  let ended = false;
  const peek = async () => {
    while (!ended && (!next || next.streamId <= after)) {
      const { value, done } = await heads.next();
      ended = done === true;
      next = value ?? undefined;
    }
    return ended ? undefined : next;
  };
  return {
    async upTo(_tx, _streamIds, until) {
      const pins = new Map<string, Pin[]>();
      for (
        let head = await peek();
        head && (until === undefined || head.streamId <= until);
        head = await peek()
      ) {
        const { streamId, seq, hash } = head;
        pins.set(streamId, [{ checkpoint: checkpoint.number, seq, hash }]);
        next = undefined;
      }
      return pins;
    },
    async close() {
      await heads.return(undefined);
    },
  };
}

async function* headsIn(path: string): AsyncGenerator<PinnedHead, undefined> {
  for await (const line of readCheckpointFile(path))
    if ('head' in line) yield line.head;
  return undefined;
}
