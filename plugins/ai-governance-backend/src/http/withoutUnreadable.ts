import { TeamScorecard } from 'backstage-plugin-ai-governance-common';

/** The readable ones of a list of teams; each under its nearest readable ancestor. */
export function withoutUnreadable(
  teams: readonly TeamScorecard[],
  readable: ReadonlySet<string>,
): TeamScorecard[] {
  const parents = new Map(teams.map(team => [team.ref, team.parent]));
  return teams
    .filter(team => readable.has(team.ref))
    .map(({ parent, ...team }) => {
      // each is stepped over once, so that groups in a circle end too
      const passed = new Set([team.ref]);
      let above = parent;
      while (above && !readable.has(above) && !passed.has(above)) {
        passed.add(above);
        above = parents.get(above);
      }
      return above && !passed.has(above) ? { ...team, parent: above } : team;
    });
}
