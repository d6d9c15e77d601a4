import {
  notHoldingStates,
  Scorecard,
  StateCounts,
  TeamScorecard,
  tiers,
} from 'backstage-plugin-ai-governance-common';

/** A team among its siblings, with the teams below it. */
export interface TeamNode {
  team: TeamScorecard;
  children: TeamNode[];
}

/** A team as a row of the tree, from the top; `depth` 0 is the top. */
export interface TeamRow {
  team: TeamScorecard;
  depth: number;
  expandable: boolean;
}

/** Results that do not hold: each asks somebody to do something. */
export const notHolding = (counts: StateCounts) =>
  notHoldingStates.reduce((sum, state) => sum + counts[state], 0);

/**
 * The tree of teams, siblings in the order in which they need help. A team whose parent is not among them is at the top,
 * and so is one of a cycle: none is lost.
 */
export function teamTree(teams: readonly TeamScorecard[]): TeamNode[] {
  const byRef = new Map(teams.map(team => [team.ref, team]));
  const childrenOf = new Map<string, TeamScorecard[]>();
  for (const team of teams) {
    if (team.parent && byRef.has(team.parent)) {
      const siblings = childrenOf.get(team.parent) ?? [];
      childrenOf.set(team.parent, [...siblings, team]);
    }
  }
  const placed = new Set<string>();
  const place = (team: TeamScorecard): TeamNode => {
    placed.add(team.ref);
    const children = (childrenOf.get(team.ref) ?? []).filter(
      child => !placed.has(child.ref),
    );
    return { team, children: inNeedFirst(children).map(place) };
  };
  const tops = inNeedFirst(
    teams.filter(team => !team.parent || !byRef.has(team.parent)),
  ).map(place);
  const inCycles = inNeedFirst(teams).flatMap(team =>
    placed.has(team.ref) ? [] : [place(team)],
  );
  return [...tops, ...inCycles];
}

/** The rows of the tree that show: those below a collapsed team do not. */
export function visibleRows(
  nodes: readonly TeamNode[],
  collapsed: ReadonlySet<string>,
  depth = 0,
): TeamRow[] {
  return nodes.flatMap(({ team, children }) => [
    { team, depth, expandable: children.length > 0 },
    ...(collapsed.has(team.ref)
      ? []
      : visibleRows(children, collapsed, depth + 1)),
  ]);
}

/** The teams above a team, from the top down. */
export function ancestorsOf(
  teams: readonly TeamScorecard[],
  ref: string,
): TeamScorecard[] {
  const byRef = new Map(teams.map(team => [team.ref, team]));
  const path: TeamScorecard[] = [];
  let parent = byRef.get(byRef.get(ref)?.parent ?? '');
  while (parent && parent.ref !== ref && !path.includes(parent)) {
    path.unshift(parent);
    parent = byRef.get(parent.parent ?? '');
  }
  return path;
}

/** The teams at any depth below a team. */
export function teamsBelow(
  teams: readonly TeamScorecard[],
  ref: string,
): TeamScorecard[] {
  const childrenOf = new Map<string, string[]>();
  for (const team of teams) {
    if (!team.parent) continue;
    const siblings = childrenOf.get(team.parent);
    if (siblings) siblings.push(team.ref);
    else childrenOf.set(team.parent, [team.ref]);
  }
  const found = new Set([ref]);
  for (const above of found) {
    for (const child of childrenOf.get(above) ?? []) found.add(child);
  }
  found.delete(ref);
  return teams.filter(team => found.has(team.ref));
}

/** Whether the title of a team contains a text, in any case. */
export const isNamed = (team: TeamScorecard, text: string) =>
  team.title.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());

/** The tree of the teams whose titles contain a text, with those above them. */
export function teamsNamed(
  nodes: readonly TeamNode[],
  text: string,
): TeamNode[] {
  return nodes.flatMap(({ team, children }) => {
    const below = teamsNamed(children, text);
    return below.length > 0 || isNamed(team, text)
      ? [{ team, children: below }]
      : [];
  });
}

/**
 * Where more does not hold at a graver tier comes first: every open result of a high system before any of a limited one. Then the lower
 * share, then by title.
 */
function inNeedFirst(teams: readonly TeamScorecard[]): TeamScorecard[] {
  return [...teams].sort(
    (a, b) =>
      byOpenResults(a, b) ||
      (a.share ?? 2) - (b.share ?? 2) ||
      a.title.localeCompare(b.title),
  );
}

function byOpenResults(a: Scorecard, b: Scorecard): number {
  const tier = tiers.find(t => a.openByTier[t] !== b.openByTier[t]);
  return tier ? b.openByTier[tier] - a.openByTier[tier] : 0;
}
