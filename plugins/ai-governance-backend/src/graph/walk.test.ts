import fc from 'fast-check';
import { Graph, walk, WalkLimits } from './walk';

type Node = { ref: string; to: string[] };

/** A graph by adjacency; who is hidden is not read. */
function graphOf(
  edges: Record<string, string[]>,
  hidden: readonly string[] = [],
) {
  const asked: string[][] = [];
  const graph: Graph<Node> = {
    read: async refs => {
      asked.push([...refs]);
      return new Map(
        refs.flatMap(ref =>
          hidden.includes(ref) ? [] : [[ref, { ref, to: edges[ref] ?? [] }]],
        ),
      );
    },
    edgesOf: ({ to }) => to.map(ref => ({ relation: 'dependsOn', ref })),
  };
  const start = { ref: 'n0', node: { ref: 'n0', to: edges.n0 ?? [] } };
  return { graph, start, asked };
}

async function waysOf(
  { start, graph }: ReturnType<typeof graphOf>,
  limits: WalkLimits,
) {
  const { reached, cut } = await walk(start, graph, limits);
  return { ways: reached.map(({ path }) => path), cut };
}

const wide = { steps: 100, entities: 1000 };

/** Any small graph, with cycles and edges to itself. */
const anyEdges = fc
  .array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 40 })
  .map(pairs => {
    const edges: Record<string, string[]> = {};
    for (const [a, b] of pairs) (edges[`n${a}`] ??= []).push(`n${b}`);
    return edges;
  });

/** How far each node is, by relaxing until nothing changes any more. */
function distances(edges: Record<string, string[]>, hidden: string[] = []) {
  const far = new Map([['n0', 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [from, targets] of Object.entries(edges)) {
      const here = far.get(from);
      if (here === undefined) continue;
      for (const to of targets.filter(ref => !hidden.includes(ref))) {
        if (here + 1 < (far.get(to) ?? Infinity)) {
          far.set(to, here + 1);
          changed = true;
        }
      }
    }
  }
  far.delete('n0');
  return far;
}

describe('a walk', () => {
  it('reaches each node once by a shortest way along the edges, whatever cycles there are', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdges, async edges => {
        const { graph, start } = graphOf(edges);
        const { reached, cut } = await walk(start, graph, wide);
        expect(cut).toBe(false);
        expect(reached).toHaveLength(distances(edges).size);
        expect(
          new Map(reached.map(({ ref, path }) => [ref, path.length])),
        ).toEqual(distances(edges));
        for (const { ref, path } of reached) {
          expect(path.at(-1)!.ref).toBe(ref);
          path.forEach((edge, i) => {
            const from = i === 0 ? 'n0' : path[i - 1].ref;
            expect(edges[from]).toContain(edge.ref);
          });
        }
      }),
    );
  });

  it('is as if what is hidden were not there', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEdges,
        fc.subarray(['n1', 'n2', 'n3', 'n4', 'n5']),
        fc.nat(4),
        fc.nat(8),
        async (edges, hidden, steps, entities) => {
          const limits = { steps, entities };
          const without = Object.fromEntries(
            Object.entries(edges).map(([from, to]) => [
              from,
              to.filter(ref => !hidden.includes(ref)),
            ]),
          );
          const one = graphOf(edges, hidden);
          const other = graphOf(without);
          expect(await waysOf(one, limits)).toEqual(
            await waysOf(other, limits),
          );
        },
      ),
    );
  });

  it('keeps within its limits, takes the nearest, and says exactly when there is more', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEdges,
        fc.nat(4),
        fc.nat(8),
        async (edges, steps, entities) => {
          const { graph, start } = graphOf(edges);
          const { reached, cut } = await walk(start, graph, {
            steps,
            entities,
          });
          const near = [...distances(edges).values()].sort((a, b) => a - b);
          const within = near.filter(far => far <= steps).slice(0, entities);
          expect(reached.map(({ path }) => path.length)).toEqual(within);
          expect(cut).toBe(within.length < near.length);
        },
      ),
    );
  });

  it('asks for the nodes of one distance together', async () => {
    const { graph, start, asked } = graphOf({
      n0: ['n2', 'n1'],
      n1: ['n3', 'n0'],
      n2: ['n3', 'n4'],
    });
    await walk(start, graph, wide);
    expect(asked).toEqual([
      ['n1', 'n2'],
      ['n3', 'n4'],
    ]);
  });
});
