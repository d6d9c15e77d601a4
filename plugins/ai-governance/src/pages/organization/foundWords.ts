import {
  dayOf,
  Discovered,
  discoveryDecisions,
  minus,
} from 'backstage-plugin-ai-governance-common';
import { RecordStanding } from '../../records';

/** What may be decided on what was found, as it begins a sentence. */
export const decisionWord = (decision: keyof typeof discoveryDecisions) => {
  const words = discoveryDecisions[decision];
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What was decided on what was found, and how that stands; of nothing, that nobody did. */
export function foundStanding(
  decision: Discovered['decision'],
): RecordStanding & {
  /** The last day of the decision (YYYY-MM-DD), which is past where it holds no longer. */
  until?: string;
} {
  if (!decision) return { word: 'Nobody has decided', look: 'fail' };
  const { holds, until } = decision;
  const word = decisionWord(decision.decision);
  const end = until && { until: dayOf(minus(until, { milliseconds: 1 })) };
  if (!holds) return { word: `${word}, past its day`, look: 'expired', ...end };
  return {
    word,
    look:
      decision.decision === 'to-be-registered' ? 'warning' : 'not-applicable',
    ...end,
  };
}
