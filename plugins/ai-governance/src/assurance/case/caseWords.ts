import {
  Case,
  CaseStep,
  ResultState,
} from 'backstage-plugin-ai-governance-common';

/** How a case stands, in a word with its sign. */
export const caseLooks: Record<
  Case['standing'],
  { word: string; look: ResultState }
> = {
  settled: { word: 'Settled', look: 'pass' },
  running: { word: 'Not settled', look: 'warning' },
  late: { word: 'Not settled, overdue', look: 'expired' },
};

/** The steps of a case in which something is missing; what is overdue first. */
export const caseWaits = ({ steps }: Case): CaseStep[] => {
  const waiting = steps.filter(({ next }) => next);
  const late = ({ standing }: CaseStep) => standing === 'late';
  return [...waiting.filter(late), ...waiting.filter(s => !late(s))];
};

/** What stands beside the way to the cases: how many are open. Undefined: none. */
export function openCases(cases: readonly Case[]): string | undefined {
  const open = cases.filter(({ standing }) => standing !== 'settled');
  if (open.length === 0) return undefined;
  const late = open.filter(({ standing }) => standing === 'late').length;
  return late > 0
    ? `${open.length} open, ${late} overdue`
    : `${open.length} open`;
}
