import { Knex } from 'knex';
import { Instant, sha256 } from 'backstage-plugin-ai-governance-common';
import { retrying } from '../database/retrying';
import { Ledger } from '../ledger/Ledger';
import { SubjectObservation } from './observation';
import { OnChanged } from './OnChanged';

/** Who writes the profile of a subject. */
export const PROFILE_AUTHOR = 'catalog';

export type StoredSubject = {
  subjectId: string;
  outcome: 'added' | 'changed' | 'returned' | 'unchanged';
};

/**
 * Takes over what was observed of one subject at an instant, in one transaction: its stream, its row, a revision of its profile when that changed,
 * who owns it, and what depends on it. A newer observation stays.
 */
export async function storeSubject(
  {
    knex,
    ledger,
    onChanged,
  }: { knex: Knex; ledger: Ledger; onChanged: OnChanged },
  observed: SubjectObservation,
  at: Instant,
): Promise<StoredSubject> {
  const { ref, digest, profileJson } = observed;
  return await retrying(() =>
    knex.transaction<StoredSubject>(async tx => {
      const { id } = await ledger.ensureStream('subject', ref, tx);
      const row = await tx('subjects').where({ id }).forNoKeyUpdate().first();
      if (row && row.observed_at > at)
        return { subjectId: id, outcome: 'unchanged' };
      if (row && row.digest === digest && row.gone_at === null) {
        await tx('subjects')
          .where({ id })
          .update({ observed_at: at, missed: 0 });
        return { subjectId: id, outcome: 'unchanged' };
      }

      const columns = {
        ref,
        kind: observed.kind,
        namespace: observed.namespace,
        name: observed.name,
        title: observed.title,
        type: observed.type,
        lifecycle: observed.lifecycle,
        sourcing: observed.sourcing,
        owner: observed.owner,
        accountable: observed.accountable,
        profile: profileJson,
        profile_errors: observed.errorsJson,
        digest,
        observed_at: at,
        missed: 0,
        gone_at: null,
      };
      if (row) await tx('subjects').where({ id }).update(columns);
      else await tx('subjects').insert({ id, ...columns });
      if (row && row.gone_at !== null) {
        await tx('streams').where({ id }).update({ gone_at: null });
      }
      await storeOwner(tx, id, observed.owner, at);
      const [head] = await ledger.records(id, { type: 'profile' }, tx);
      if (head?.dataHash !== sha256(profileJson)) {
        await ledger.append(
          id,
          {
            type: 'profile',
            data: observed.profile,
            author: PROFILE_AUTHOR,
            baseRevision: head?.revision,
          },
          tx,
        );
      }
      await onChanged(tx, [`entity:${ref}`], at);
      if (!row) return { subjectId: id, outcome: 'added' };
      return {
        subjectId: id,
        outcome: row.gone_at === null ? 'changed' : 'returned',
      };
    }),
  );
}

async function storeOwner(
  tx: Knex.Transaction,
  subjectId: string,
  owner: string | null,
  at: Instant,
) {
  const open = await tx('owner_intervals')
    .where({ subject_id: subjectId })
    .whereNull('to_at')
    .first();
  if (open && open.owner === owner) return;
  if (open) {
    await tx('owner_intervals').where({ id: open.id }).update({ to_at: at });
  }
  await tx('owner_intervals').insert({
    subject_id: subjectId,
    owner,
    from_at: at,
  });
}
