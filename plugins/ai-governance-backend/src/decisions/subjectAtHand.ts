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
import { batches } from '../database/batches';
import { latestRecords } from '../ledger/readRecords';
import { recordStates } from '../ledger/recordStates';

/** A subject as it stands now, for who decides on it. */
export interface LoadedSubject extends SubjectAtHand {
  held: HeldTier;
}

interface Options {
  policy: GovernancePolicy;
  at: Instant;
}

/**
 * A subject with the whole history of its stream, without the data of what was revised since. Consistent in a snapshot, or under the lock of the head.
 *
 * @returns undefined when there is no such subject
 */
export async function subjectAtHand(
  tx: Knex | Knex.Transaction,
  subjectId: string,
  options: Options,
): Promise<LoadedSubject | undefined> {
  return (await subjectsAtHand(tx, [subjectId], options)).get(subjectId);
}

/** Many of them, by id, in a handful of queries for five hundred. */
export async function subjectsAtHand(
  tx: Knex | Knex.Transaction,
  subjectIds: readonly string[],
  { policy, at }: Options,
): Promise<Map<string, LoadedSubject>> {
  const loaded = new Map<string, LoadedSubject>();
  for (const ids of batches(subjectIds, 500)) {
    const rows: { id: string; ref: string; profile: string }[] = await tx(
      'subjects',
    )
      .whereIn('id', ids)
      .select('id', 'ref', 'profile');
    const histories = new Map<string, RevisionHead[]>(ids.map(id => [id, []]));
    const heads: (RevisionHead & { streamId: string })[] = await tx(
      'revisions as r',
    )
      .whereIn('r.stream_id', ids)
      .orderBy(['r.stream_id', 'r.seq'])
      .select('r.type', 'r.author', 'r.materiality', 'r.revision', {
        streamId: 'r.stream_id',
        recordId: 'r.record_id',
        materialityReason: 'r.materiality_reason',
        dataHash: 'r.data_hash',
        effectiveAt: 'r.effective_at',
        recordedAt: 'r.recorded_at',
      });
    for (const { streamId, ...head } of heads) {
      histories.get(streamId)!.push(head);
    }
    const latest = await latestRecords(tx, ids);

    for (const row of rows) {
      const profile: Profile = JSON.parse(row.profile);
      const history = histories.get(row.id)!;
      const records = recordStates(latest.get(row.id)!);
      const governed = governedStateOf(profile, governedDocuments, history);
      const held = tierUnder(
        { profile, governed, overrides: records['tier-override'] ?? [] },
        policy,
        at,
      );
      loaded.set(row.id, {
        ref: row.ref,
        profile,
        tier: held.tier,
        held,
        governed,
        history,
        records,
      });
    }
  }
  return loaded;
}
