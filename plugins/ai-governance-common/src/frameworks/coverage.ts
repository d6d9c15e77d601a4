import { addCounts, noCounts, share, StateCounts } from '../results';
import { Framework, Requirement } from './Framework';

/** How a requirement stands, by the results of the controls that answer it. */
export const requirementStandings = [
  'holds',
  'partly',
  'does-not-hold',
  'not-asked',
  'not-covered',
] as const;
/**
 * `holds`: wherever it is asked and not exempt. `not-asked`: controls answer it, and none of them is asked of anything here.
 * `not-covered`: no control answers it.
 */
export type RequirementStanding = (typeof requirementStandings)[number];

/** A control that answers a requirement, and its results. */
export interface ControlCounts {
  id: string;
  title: string;
  counts: StateCounts;
}

export interface RequirementCoverage extends Requirement {
  controls: ControlCounts[];
  /** Over all of its controls. */
  counts: StateCounts;
  /** (pass + warning) ÷ (all − not-applicable − exempt); null when nothing is asked. */
  share: number | null;
  /** Absent: a heading that others stand under, which no control answers itself. */
  standing?: RequirementStanding;
}

interface Answering {
  id: string;
  title: string;
  references: readonly { framework: string; id: string }[];
}

function standingOf(
  controls: ControlCounts[],
  held: number | null,
): RequirementStanding {
  if (controls.length === 0) return 'not-covered';
  if (held === null) return 'not-asked';
  if (held === 1) return 'holds';
  return held > 0 ? 'partly' : 'does-not-hold';
}

/**
 * Every requirement of a framework in its order, with the controls that answer it and how these stand.
 *
 * @param counts - results of each control by its id; a control that is missing has none
 */
export function coverageOf(
  framework: Framework,
  controls: readonly Answering[],
  counts: ReadonlyMap<string, StateCounts>,
): RequirementCoverage[] {
  const answers = new Map<string, ControlCounts[]>();
  for (const { id, title, references } of controls) {
    const its = { id, title, counts: counts.get(id) ?? noCounts() };
    for (const reference of references) {
      if (reference.framework !== framework.id) continue;
      answers.set(reference.id, [...(answers.get(reference.id) ?? []), its]);
    }
  }
  const headings = new Set(framework.requirements.map(r => r.parent));
  return framework.requirements.map(requirement => {
    const its = answers.get(requirement.id) ?? [];
    const all = its.map(c => c.counts).reduce(addCounts, noCounts());
    const held = share(all);
    const isHeading = headings.has(requirement.id) && its.length === 0;
    return {
      ...requirement,
      controls: its,
      counts: all,
      share: held,
      ...(!isHeading && { standing: standingOf(its, held) }),
    };
  });
}
