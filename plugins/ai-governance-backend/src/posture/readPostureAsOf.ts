import {
  Control,
  controls as allControls,
  governedDocuments,
  governedStateOf,
  GovernancePolicy,
  Instant,
  policyHash,
  policyTier,
  Profile,
  RevisionHead,
  stateHash,
  SubjectPosture,
  tierUnder,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { approvalOf, overrideOf } from '../decisions/standings';
import { Ledger } from '../ledger/Ledger';
import { recordStates } from '../ledger/recordStates';
import { policyAsOf } from '../organization/policyAsOf';
import { pastReading } from './reading';
import { resultViews, selectResults } from './resultViews';
import { selectSummaries, subjectSummariesOf } from './subjectSummaries';

/**
 * Everything of one subject as it was held at a past instant: results and level by stored intervals; profile, approvals and policy as the
 * ledger stood. Why the tier is what it is, and how the approval stood, is read from these again, by today's words.
 *
 * @param subjectId - id of a row of `subjects`
 * @param at - an instant that is settled
 * @returns undefined when the subject was not there then
 */
export async function readPostureAsOf(
  knex: Knex,
  ledger: Ledger,
  subjectId: string,
  options: {
    at: Instant;
    /** For a time before the ledger held any policy. */
    policy: GovernancePolicy;
    controls?: readonly Control[];
  },
): Promise<Omit<SubjectPosture, 'may'> | undefined> {
  const { at, controls = allControls } = options;
  const reading = pastReading(knex, at);
  const row = await selectSummaries(
    reading.subjects(subjectId),
    reading,
  ).first();
  if (!row) return undefined;

  const latest = await ledger.records(subjectId, { asOf: at });
  const profileRevision = latest.find(r => r.type === 'profile');
  if (!profileRevision?.data) return undefined;
  const profile: Profile = JSON.parse(profileRevision.data);
  const history: RevisionHead[] = await knex('revisions')
    .where('stream_id', subjectId)
    .where('recorded_at', '<=', at)
    .orderBy('seq')
    .select('type', 'author', 'materiality', 'revision', {
      recordId: 'record_id',
      materialityReason: 'materiality_reason',
      dataHash: 'data_hash',
      effectiveAt: 'effective_at',
      recordedAt: 'recorded_at',
    });
  const records = recordStates(latest);
  const governed = governedStateOf(profile, governedDocuments, history);
  const policy = (await policyAsOf(ledger, at)) ?? options.policy;
  const held = tierUnder(
    { profile, governed, overrides: records['tier-override'] ?? [] },
    policy,
    at,
  );
  const results = selectResults(knex, subjectId);
  reading.whereResultsHold(results, 'results');
  return {
    ...(await subjectSummariesOf(knex, [row], reading, controls))[0],
    profile,
    // what was wrong with the declaration is kept for now only; the controls said so then
    profileErrors: [],
    tierReasons: held.reasons,
    tierOverride: overrideOf(held),
    stateHash: stateHash(governed),
    approval: approvalOf(
      {
        ref: row.ref,
        profile,
        tier: held.tier,
        held,
        governed,
        history,
        records,
      },
      at,
    ),
    results: resultViews(await results, at, controls),
    observedAt: profileRevision.recordedAt,
    policy: {
      version: policy.version,
      hash: policyHash(policy),
      tolerance: policy.tolerance[policyTier(held.tier)],
    },
  };
}
