/** A parent group and its child, full references. */
export interface GroupEdge {
  parent: string;
  child: string;
}

/**
 * Every group with every group at or below it, each pair once. Groups in a cycle are all below each other.
 * Edges to what is no group of the list are left out.
 */
export function groupClosure(
  groups: Iterable<string>,
  edges: readonly GroupEdge[],
): { ancestor: string; descendant: string }[] {
  const known = new Set(groups);
  const children = new Map<string, string[]>();
  for (const { parent, child } of edges) {
    if (!known.has(parent) || !known.has(child)) continue;
    const of = children.get(parent);
    if (of) of.push(child);
    else children.set(parent, [child]);
  }
  const pairs: { ancestor: string; descendant: string }[] = [];
  for (const ancestor of known) {
    const seen = new Set([ancestor]);
    // a set is walked in the order of insertion, also what is added on the way
    for (const descendant of seen) {
      pairs.push({ ancestor, descendant });
      for (const child of children.get(descendant) ?? []) seen.add(child);
    }
  }
  return pairs;
}
