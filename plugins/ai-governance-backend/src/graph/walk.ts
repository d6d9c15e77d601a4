import { batches } from '../database/batches';

/** From one node to the next. */
export interface Edge {
  relation: string;
  ref: string;
}

/** A node with a shortest way to it; the last edge leads to the node itself. */
export interface Reached<N> {
  ref: string;
  node: N;
  path: Edge[];
}

export interface WalkLimits {
  /** The longest way that is gone, in edges. */
  steps: number;
  /** How many nodes are taken. */
  entities: number;
}

export interface Graph<N> {
  /** Those of these nodes that are there for the reader, by reference; the others are not in the graph. */
  read(refs: readonly string[]): Promise<Map<string, N>>;
  edgesOf(node: N): Edge[];
}

/** References that are asked for at once. */
const ASKED_AT_ONCE = 200;

/**
 * Everything that can be reached from a node, breadth first: each node once, by a shortest way, in the order of distance and then of references, so
 * that the same graph gives the same ways. The start is not among them; cycles end where they began. Asks for the nodes of each distance
 * together.
 *
 * @returns with `cut` when there is more within reach than the limits allow; nodes that are not there for the reader never count
 */
export async function walk<N>(
  start: { ref: string; node: N },
  graph: Graph<N>,
  limits: WalkLimits,
): Promise<{ reached: Reached<N>[]; cut: boolean }> {
  const reached: Reached<N>[] = [];
  const asked = new Set([start.ref]);
  let level: Reached<N>[] = [{ ...start, path: [] }];

  for (let distance = 1; level.length > 0; distance++) {
    const ways = new Map<string, Edge[]>();
    for (const { node, path } of level) {
      for (const edge of graph.edgesOf(node)) {
        if (asked.has(edge.ref)) continue;
        asked.add(edge.ref);
        ways.set(edge.ref, [...path, edge]);
      }
    }
    level = [];
    for (const batch of batches([...ways.keys()].sort(), ASKED_AT_ONCE)) {
      const nodes = await graph.read(batch);
      for (const ref of batch) {
        const node = nodes.get(ref);
        if (node === undefined) continue;
        if (distance > limits.steps || reached.length === limits.entities) {
          return { reached, cut: true };
        }
        const found = { ref, node, path: ways.get(ref)! };
        reached.push(found);
        level.push(found);
      }
    }
  }
  return { reached, cut: false };
}
