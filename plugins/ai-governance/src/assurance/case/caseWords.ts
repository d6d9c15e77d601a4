import {
  Case,
  CaseStep,
  ResultState,
} from 'backstage-plugin-ai-governance-common';
import { Texts } from '../../translation';

/** The sign of how a case stands. */
export const caseLooks: Record<Case['standing'], ResultState> = {
  settled: 'pass',
  running: 'warning',
  late: 'expired',
};

/** The steps of a case in which something is missing; what is overdue first. */
export const caseWaits = ({ steps }: Case): CaseStep[] => {
  const waiting = steps.filter(({ next }) => next);
  const late = ({ standing }: CaseStep) => standing === 'late';
  return [...waiting.filter(late), ...waiting.filter(s => !late(s))];
};

/** What stands beside the way to the cases: how many are open. Undefined: none. */
export function openCases(
  t: Texts,
  cases: readonly Case[],
): string | undefined {
  const open = cases.filter(({ standing }) => standing !== 'settled');
  if (open.length === 0) return undefined;
  const late = open.filter(({ standing }) => standing === 'late').length;
  return late > 0
    ? t('assurance.cases.openLate', { count: open.length, late })
    : t('assurance.cases.open', { count: open.length });
}
