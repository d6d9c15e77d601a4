import { Case, CaseStep, caseStages } from '../api/cases';
import { dayOf, Instant } from '../instant';
import { severities } from '../records/caseMoves';
import {
  actionSteps,
  breachSteps,
  changeSteps,
  incidentSteps,
} from './caseSteps';
import { CaseRecords, LinkedRecords, linkedRecords } from './linkedRecords';

/**
 * The cases of a subject: from the breach of a threshold or an incident to what was done, that somebody else saw that it works, what was
 * changed, and that it is approved anew; each with what is missing next. Pure.
 *
 * @param records - latest revisions of its stream
 * @returns what is not settled first, then the latest first
 */
export function casesOf(records: CaseRecords, at: Instant): Case[] {
  return linkedRecords(records)
    .map(linked => caseOf(linked, records, at))
    .sort(
      (a, b) =>
        Number(a.standing === 'settled') - Number(b.standing === 'settled') ||
        b.began.localeCompare(a.began) ||
        a.id.localeCompare(b.id),
    );
}

function caseOf(
  linked: LinkedRecords,
  records: CaseRecords,
  at: Instant,
): Case {
  const steps = inOrder([
    ...breachSteps(linked),
    ...incidentSteps(linked, at),
    ...actionSteps(linked, at),
    ...changeSteps(linked, records.approval ?? []),
  ]);
  const { monitoring, incidents, actions, changes } = linked;
  const all = [...monitoring, ...incidents, ...actions, ...changes];
  const first = all[0];
  const named = (incidents[0] ?? actions[0] ?? changes[0])?.data.title;
  const dues = steps.flatMap(s => s.due ?? []).sort();
  const found = new Set(steps.map(s => s.severity));
  return {
    id: first.recordId,
    title: named ?? steps[0].title,
    standing: standingOf(steps),
    severity: severities.find(s => found.has(s)),
    began: steps.flatMap(s => s.on ?? []).sort()[0] ?? dayOf(first.recordedAt),
    due: dues[0],
    records: all.map(r => r.recordId),
    steps,
  };
}

function standingOf(steps: readonly CaseStep[]): Case['standing'] {
  if (steps.some(s => s.standing === 'late')) return 'late';
  return steps.every(({ standing, next }) =>
    standing === 'done' ? next === undefined : standing === 'cancelled',
  )
    ? 'settled'
    : 'running';
}

/** By stage, but for what looks at a step, which comes right after it. */
function inOrder(steps: readonly CaseStep[]): CaseStep[] {
  const follows = ({ stage }: CaseStep) =>
    stage === 'verification' || stage === 'approval';
  const rank = ({ stage }: CaseStep) => caseStages.indexOf(stage);
  return steps
    .filter(s => !follows(s))
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(step => [
      step,
      ...steps.filter(s => follows(s) && s.of === step.recordId),
    ]);
}
