import {
  capital,
  dayOf,
  evidenceStanding,
  Instant,
  recordTypeOf,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { Texts } from '../translation';
import { recordStanding } from './recordStanding';

/** A record of the subject as it is picked and referred to. */
export interface RecordChoice {
  id: string;
  type: string;
  summary: string;
  /** Of what type and day it is, and how it stands. */
  about: string;
  /** Of evidence: why it does not count now. */
  why?: string;
}

/** What has to be read to tell how the records of some types stand. */
export const readFor = (types: readonly string[]): string[] =>
  // whether evidence counts is for those to say who looked at it
  types.includes('evidence')
    ? [...new Set([...types, 'control-test', 'approval'])]
    : [...types];

/** How to say what records are: `records` are of all types that `readFor` names, and `at` is when they stand so. */
function choiceOf(
  t: Texts,
  records: readonly RevisionView<any>[],
  at: Instant,
) {
  const of = (type: string) => records.filter(r => r.type === type);
  const standingOf = evidenceStanding(
    {
      evidence: of('evidence'),
      'control-test': of('control-test'),
      approval: of('approval'),
    },
    at,
  );
  return (record: RevisionView<any>): RecordChoice => {
    const { recordId: id, type, data, effectiveAt } = record;
    const known = recordTypeOf(type);
    if (!data || !known) {
      return { id, type, summary: t('records.choice.erased'), about: '' };
    }
    const counting = type === 'evidence' ? standingOf(id) : undefined;
    const word = recordStanding(t, type, data, dayOf(at));
    const why = counting && !counting.counts ? counting.reason : undefined;
    return {
      id,
      type,
      summary: known.summary(data),
      about: [
        known.title,
        dayOf(effectiveAt),
        // evidence that holds counts only once it was looked at
        why && word?.look === 'pass' ? t('records.choice.notYet') : word?.word,
      ]
        .filter(Boolean)
        .join(', '),
      ...(why && { why: capital(why) }),
    };
  };
}

/** The record of an id by what it is; undefined when none of the types is so. As `recordChoices`. */
export function recordChoice(
  t: Texts,
  records: readonly RevisionView<any>[],
  types: readonly string[],
  id: string,
  at: Instant,
): RecordChoice | undefined {
  const record = records.find(r => r.recordId === id && types.includes(r.type));
  return record && choiceOf(t, records, at)(record);
}

/**
 * The records of some types, the latest first, each by what it is.
 *
 * @param records - of all types that `readFor` names
 * @param at - when it is to be said how they stand
 */
export const recordChoices = (
  t: Texts,
  records: readonly RevisionView<any>[],
  types: readonly string[],
  at: Instant,
): RecordChoice[] =>
  types
    .flatMap(type => records.filter(r => r.type === type))
    .sort((a, b) => b.effectiveAt.localeCompare(a.effectiveAt) || b.seq - a.seq)
    .map(choiceOf(t, records, at));
