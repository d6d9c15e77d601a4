import {
  Level,
  levels,
  ResultView,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';

const settled = ['pass', 'warning', 'not-applicable', 'exempt'];

/** The level above the one reached, and the controls that stand before it; undefined at the top. */
export function nextLevel(
  posture: Pick<SubjectPosture, 'level' | 'results'>,
): { level: Level; blockedBy: ResultView[] } | undefined {
  const reached = posture.level === null ? -1 : levels.indexOf(posture.level);
  const level = levels[reached + 1];
  if (level === undefined) return undefined;
  return {
    level,
    blockedBy: posture.results.filter(
      result =>
        levels.indexOf(result.level) <= reached + 1 &&
        !settled.includes(result.state),
    ),
  };
}
