import { Knex } from 'knex';
import {
  OrganizationAtHand,
  OrganizationFigures,
} from 'backstage-plugin-ai-governance-common';
import { latestRecords, recordsById } from '../ledger/readRecords';
import { recordStates, revisionState } from '../ledger/recordStates';

/**
 * The organization as it stands now, for who states something of it. Consistent under the lock of its stream, but for `named`.
 *
 * @param more.named - ids of records of whatever stream
 */
export async function organizationAtHand(
  tx: Knex | Knex.Transaction,
  streamId: string,
  more: { named: readonly string[]; figures?: OrganizationFigures },
): Promise<OrganizationAtHand> {
  const latest = await latestRecords(tx, [streamId]);
  const named = await recordsById(tx, more.named);
  return {
    records: recordStates(latest.get(streamId)!),
    named: Object.fromEntries(
      [...named].map(([id, r]) => [id, revisionState(r)]),
    ),
    ...(more.figures && { figures: more.figures }),
  };
}
