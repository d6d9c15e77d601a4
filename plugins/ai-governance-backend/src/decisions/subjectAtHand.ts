import { Knex } from 'knex';
import {
  governedDocuments,
  GovernancePolicy,
  governedStateOf,
  HeldTier,
  Instant,
  Profile,
  RevisionHead,
  SubjectAtHand,
  tierUnder,
} from 'backstage-plugin-ai-governance-common';
import { latestRecords } from '../ledger/readRecords';
import { recordStates } from '../ledger/recordStates';

/** A subject as it stands now, for who decides on it. */
export interface LoadedSubject extends SubjectAtHand {
  held: HeldTier;
}

/**
 * A subject with the whole history of its stream, without the data of what was revised since. Consistent in a snapshot, or under the lock of the head.
 *
 * @returns undefined when there is no such subject
 */
export async function subjectAtHand(
  tx: Knex | Knex.Transaction,
  subjectId: string,
  options: { policy: GovernancePolicy; at: Instant },
): Promise<LoadedSubject | undefined> {
  const row: { ref: string; profile: string } | undefined = await tx('subjects')
    .where({ id: subjectId })
    .first('ref', 'profile');
  if (!row) return undefined;
  const profile: Profile = JSON.parse(row.profile);
  const history: RevisionHead[] = await tx('revisions as r')
    .where('r.stream_id', subjectId)
    .orderBy('r.seq')
    .select('r.type', 'r.author', 'r.materiality', 'r.revision', {
      recordId: 'r.record_id',
      materialityReason: 'r.materiality_reason',
      dataHash: 'r.data_hash',
      effectiveAt: 'r.effective_at',
      recordedAt: 'r.recorded_at',
    });
  const latest = await latestRecords(tx, [subjectId]);
  const records = recordStates(latest.get(subjectId)!);
  const governed = governedStateOf(profile, governedDocuments, history);
  const held = tierUnder(
    { profile, governed, overrides: records['tier-override'] ?? [] },
    options.policy,
    options.at,
  );
  return {
    ref: row.ref,
    profile,
    tier: held.tier,
    held,
    governed,
    history,
    records,
  };
}
