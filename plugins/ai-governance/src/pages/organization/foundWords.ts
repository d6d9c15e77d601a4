import {
  dayOf,
  Discovered,
  discoveryDecisions,
  minus,
} from 'backstage-plugin-ai-governance-common';
import { RecordStanding } from '../../records';
import { Texts } from '../../translation';

/** What may be decided on what was found, as it begins a sentence. */
export const decisionWord = (
  t: Texts,
  decision: keyof typeof discoveryDecisions,
) => t(`pages.organization.found.decision.${decision}`);

/** What was decided on what was found, and how that stands; of nothing, that nobody did. */
export function foundStanding(
  t: Texts,
  decision: Discovered['decision'],
): RecordStanding & {
  /** The last day of the decision (YYYY-MM-DD), which is past where it holds no longer. */
  until?: string;
} {
  if (!decision) {
    return { word: t('pages.organization.found.undecided'), look: 'fail' };
  }
  const { holds, until } = decision;
  const word = decisionWord(t, decision.decision);
  const end = until && { until: dayOf(minus(until, { milliseconds: 1 })) };
  if (!holds) {
    return {
      word: t('pages.organization.found.past', { decision: word }),
      look: 'expired',
      ...end,
    };
  }
  return {
    word,
    look:
      decision.decision === 'to-be-registered' ? 'warning' : 'not-applicable',
    ...end,
  };
}
