import { Knex } from 'knex';
import {
  Control,
  controls as allControls,
  GovernancePolicy,
  Instant,
  policyHash,
} from 'backstage-plugin-ai-governance-common';
import { retrying } from '../database/retrying';
import { mark, markChanged } from './markChanged';

/**
 * Marks every subject when the open results were not found by this policy and these controls, each in its version; else only those
 * that were never evaluated. To be called on start-up.
 *
 * @param at - since when they are due
 * @returns whether all were marked
 */
export async function markIfPolicyChanged(
  knex: Knex,
  policy: GovernancePolicy,
  controls: readonly Control[] = allControls,
  at: Instant,
): Promise<boolean> {
  return await retrying(() =>
    knex.transaction(async tx => {
      const hash = policyHash(policy);
      const rows = await tx('results')
        .join('subjects', 'subjects.id', 'results.subject_id')
        .whereNull('results.to_at')
        .whereNull('subjects.gone_at')
        .distinct(
          'results.control_id',
          'results.control_version',
          'results.policy_hash',
        );
      const found = new Set(
        rows.map(r => `${r.control_id} ${r.control_version} ${r.policy_hash}`),
      );
      const wanted = new Set(controls.map(c => `${c.id} ${c.version} ${hash}`));
      const differs =
        found.size > 0 &&
        (found.size !== wanted.size || [...wanted].some(w => !found.has(w)));
      if (differs) {
        await markChanged(tx, ['policy'], at);
        return true;
      }
      await mark(
        tx,
        tx('subjects')
          .whereNull('gone_at')
          // not `not in`: what does not fit into the memory of a query is gone through for each subject
          .whereNotExists(
            tx('subject_summary')
              .whereRaw('subject_summary.subject_id = subjects.id')
              .select(tx.raw('1')),
          )
          .select('id'),
        at,
      );
      return false;
    }),
  );
}
