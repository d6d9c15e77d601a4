import {
  Control,
  controls as allControls,
  GovernancePolicy,
  Instant,
  policyHash,
  policyTier,
  stateHash,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { snapshot } from '../database/snapshot';
import { approvalOf, overrideOf } from '../decisions/standings';
import { subjectAtHand } from '../decisions/subjectAtHand';
import { presentReading } from './reading';
import { resultViews, selectResults } from './resultViews';
import { selectSummaries, subjectSummariesOf } from './subjectSummaries';

/**
 * Everything of one subject as it stands at an instant: profile, tier with its reasons, results in the order of the controls.
 *
 * @param subjectId - id of a row of `subjects`
 * @returns undefined when there is no such subject, or it is gone
 */
export async function readPosture(
  knex: Knex,
  subjectId: string,
  options: {
    policy: GovernancePolicy;
    controls?: readonly Control[];
    at: Instant;
  },
): Promise<Omit<SubjectPosture, 'may'> | undefined> {
  const { policy, controls = allControls } = options;
  const clock = async () => options.at;

  return snapshot(knex, clock, async tx => {
    const at = await notBeforeFirst(tx, subjectId, options.at);
    const reading = presentReading(tx, at);
    const row = await selectSummaries(reading.subjects(subjectId), reading)
      .select(
        { profileErrors: 's.profile_errors' },
        { observedAt: 's.observed_at' },
      )
      .first();
    if (!row) return undefined;

    const subject = await subjectAtHand(tx, subjectId, { policy, at });
    if (!subject) return undefined;
    const { profile, held, governed } = subject;
    const { tier, reasons } = held;
    return {
      ...(await subjectSummariesOf(tx, [row], reading, controls))[0],
      profile,
      profileErrors: JSON.parse(row.profileErrors),
      tierReasons: reasons,
      tierOverride: overrideOf(held),
      stateHash: stateHash(governed),
      approval: approvalOf(subject, at),
      results: resultViews(
        await selectResults(tx, subjectId).whereNull('results.to_at'),
        at,
        controls,
      ),
      observedAt: row.observedAt,
      policy: {
        version: policy.version,
        hash: policyHash(policy),
        tolerance: policy.tolerance[policyTier(tier)],
      },
    };
  });
}

// An evaluation that was stored after the caller read the clock counts from then on: better its first result than none.
async function notBeforeFirst(
  knex: Knex,
  subjectId: string,
  at: Instant,
): Promise<Instant> {
  const { first } = await knex('subject_summary')
    .where('subject_id', subjectId)
    .min({ first: 'from_at' })
    .first<{ first: string | null }>();
  return first && first > at ? first : at;
}
