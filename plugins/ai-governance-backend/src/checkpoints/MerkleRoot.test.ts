import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { MerkleRoot, PinnedHead } from './MerkleRoot';

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  parts.forEach(part => hash.update(part));
  return hash.digest();
};

/** As RFC 6962 section 2.1 defines it. */
function defined(leaves: string[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0]);
  let k = 1;
  while (2 * k < leaves.length) k *= 2;
  return sha256(
    Buffer.of(1),
    defined(leaves.slice(0, k)),
    defined(leaves.slice(k)),
  );
}

function rootOf(heads: PinnedHead[]) {
  const merkle = new MerkleRoot();
  heads.forEach(head => merkle.add(head));
  return merkle.root();
}

const heads = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    streamId: `s${i}`,
    seq: i,
    hash: `h${i}`,
  }));

describe('MerkleRoot', () => {
  it('is the tree hash of RFC 6962', () => {
    fc.assert(
      fc.property(fc.nat(70), n => {
        const leaves = heads(n).map(h => `${h.streamId} ${h.seq} ${h.hash}`);
        expect(rootOf(heads(n))).toBe(defined(leaves).toString('hex'));
      }),
    );
  });

  it('changes with every head, and with their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(1000), (n, which) => {
        const i = which % n;
        const root = rootOf(heads(n));
        const without = heads(n).filter((_, at) => at !== i);
        const other = heads(n).map((h, at) =>
          at === i ? { ...h, seq: h.seq + 1 } : h,
        );
        expect(rootOf(without)).not.toBe(root);
        expect(rootOf(other)).not.toBe(root);
        expect(rootOf(heads(n).reverse())).not.toBe(root);
      }),
    );
  });
});
