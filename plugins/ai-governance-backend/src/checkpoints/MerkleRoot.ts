import { createHash } from 'node:crypto';

/** The end of a stream, as a checkpoint says it. */
export interface PinnedHead {
  streamId: string;
  seq: number;
  hash: string;
}

/**
 * The root of a Merkle tree as RFC 6962 section 2.1 has it, over heads in the order of their streams, one at a time: it holds as many hashes as the
 * tree is high.
 */
export class MerkleRoot {
  /** Roots of full subtrees, the largest first. */
  readonly #subtrees: { size: number; hash: Buffer }[] = [];
  #leaves = 0;

  get leaves() {
    return this.#leaves;
  }

  add({ streamId, seq, hash }: PinnedHead) {
    this.#leaves++;
    let node = {
      size: 1,
      hash: sha256(Buffer.of(0), `${streamId} ${seq} ${hash}`),
    };
    for (
      let left = this.#subtrees.at(-1);
      left?.size === node.size;
      left = this.#subtrees.at(-1)
    ) {
      this.#subtrees.pop();
      node = {
        size: 2 * node.size,
        hash: sha256(Buffer.of(1), left.hash, node.hash),
      };
    }
    this.#subtrees.push(node);
  }

  /** In lower-case hex; of nothing it is the hash of nothing. */
  root(): string {
    const [last, ...before] = [...this.#subtrees].reverse();
    return before
      .reduce(
        (right, { hash }) => sha256(Buffer.of(1), hash, right),
        last?.hash ?? sha256(),
      )
      .toString('hex');
  }
}

function sha256(...parts: (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
