/** A parent group and its child, full references. */
export interface Edge {
  parent: string;
  child: string;
}

/**
 * Makes a tree of teams: for each the parent it stands under, undefined at the top. Of several parents it is the one nearest
 * to a top, then the first by reference. Of teams in a cycle one stands at the top, so that every team has a place.
 */
export function teamTree(
  teams: Iterable<string>,
  edges: readonly Edge[],
): Map<string, string | undefined> {
  const listed = new Set(teams);
  const between = edges.filter(
    e => e.parent !== e.child && listed.has(e.parent) && listed.has(e.child),
  );
  const children = neighbours(between, 'parent', 'child');
  const parents = neighbours(between, 'child', 'parent');

  const placed = new Map<string, string | undefined>();
  const waiting = new Set([...listed].sort());
  const placeFrom = (tops: readonly string[]) => {
    for (const top of tops) placed.set(top, undefined);
    const queue = [...tops];
    for (const parent of queue) {
      waiting.delete(parent);
      for (const child of children.get(parent) ?? []) {
        if (placed.has(child)) continue;
        placed.set(child, parent);
        queue.push(child);
      }
    }
  };

  placeFrom([...waiting].filter(team => !parents.get(team)?.length));
  while (waiting.size > 0) {
    // Only teams in or below cycles are left. One with the fewest above it is in a cycle that nothing else is above.
    const [top] = [...waiting]
      .map(team => ({
        team,
        above: reach(team, parents, t => waiting.has(t)).size,
      }))
      .sort((a, b) => a.above - b.above);
    placeFrom([top.team]);
  }
  return placed;
}

/** The nearest of the listed teams above one that is not listed; of several as near, the first by reference. */
export function nearestAbove(
  team: string,
  listed: ReadonlySet<string>,
  edges: readonly Edge[],
): string | undefined {
  const parents = neighbours(edges, 'child', 'parent');
  const seen = new Set([team]);
  for (let level = [team]; level.length > 0; ) {
    level = [...new Set(level.flatMap(t => parents.get(t) ?? []))]
      .filter(t => !seen.has(t))
      .sort();
    const found = level.find(t => listed.has(t));
    if (found) return found;
    for (const t of level) seen.add(t);
  }
  return undefined;
}

function neighbours(
  edges: readonly Edge[],
  from: keyof Edge,
  to: keyof Edge,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const edge of edges) {
    found.set(edge[from], [...(found.get(edge[from]) ?? []), edge[to]]);
  }
  for (const list of found.values()) list.sort();
  return found;
}

function reach(
  start: string,
  next: ReadonlyMap<string, string[]>,
  within: (team: string) => boolean,
): Set<string> {
  const seen = new Set([start]);
  // a set is walked in the order of insertion, also what is added on the way
  for (const team of seen) {
    for (const other of next.get(team) ?? []) {
      if (within(other)) seen.add(other);
    }
  }
  return seen;
}
