import { Knex } from 'knex';
import { Instant, sha256 } from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
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

interface Storing {
  knex: Knex;
  ledger: Ledger;
  onChanged: OnChanged;
}

/** All but its id. */
const columnsOf = (observed: SubjectObservation, at: Instant) => ({
  ref: observed.ref,
  kind: observed.kind,
  namespace: observed.namespace,
  name: observed.name,
  title: observed.title,
  type: observed.type,
  lifecycle: observed.lifecycle,
  sourcing: observed.sourcing,
  owner: observed.owner,
  accountable: observed.accountable,
  profile: observed.profileJson,
  profile_errors: observed.errorsJson,
  digest: observed.digest,
  observed_at: at,
  missed: 0,
  gone_at: null,
});

/** Takes over what was observed of one subject; `storeSubjects` says how. */
export async function storeSubject(
  storing: Storing,
  observed: SubjectObservation,
  at: Instant,
): Promise<StoredSubject> {
  const [stored] = await storeSubjects(storing, [observed], at);
  return stored;
}

/**
 * Takes over what was observed of subjects at an instant, in one transaction and a number of queries that does not grow with theirs:
 * their streams, their rows, a revision of each profile that changed, their intervals, and what depends on them. A newer observation stays.
 *
 * @param observed - each subject once; few enough for one transaction
 * @returns in the order of `observed`
 */
export async function storeSubjects(
  storing: Storing,
  observed: readonly SubjectObservation[],
  at: Instant,
): Promise<StoredSubject[]> {
  return await retrying(() =>
    storing.knex.transaction(tx => storeSubjectsIn(tx, storing, observed, at)),
  );
}

/** The same within a transaction. */
export async function storeSubjectsIn(
  tx: Knex.Transaction,
  { ledger, onChanged }: Pick<Storing, 'ledger' | 'onChanged'>,
  observed: readonly SubjectObservation[],
  at: Instant,
): Promise<StoredSubject[]> {
  const streams = await ledger.ensureStreams(
    'subject',
    observed.map(o => o.ref),
    tx,
  );
  const ids = streams.map(({ id }) => id);
  const rows: any[] = await tx('subjects')
    .whereIn('id', ids)
    .orderBy('id')
    .forNoKeyUpdate();
  const rowOf = new Map(rows.map(row => [row.id, row]));
  const subjects = observed.map((observation, i) => ({
    id: ids[i],
    observation,
    row: rowOf.get(ids[i]),
  }));

  const current = subjects.filter(({ row }) => !row || row.observed_at <= at);
  const same = ({ row, observation }: (typeof subjects)[number]) =>
    row && row.digest === observation.digest && row.gone_at === null;
  const unchanged = current.filter(same);
  const differing = current.filter(subject => !same(subject));
  if (unchanged.length > 0) {
    await tx('subjects')
      .whereIn(
        'id',
        unchanged.map(({ id }) => id),
      )
      .update({ observed_at: at, missed: 0 });
  }
  if (differing.length > 0) {
    const columns = differing.map(({ id, observation }) => ({
      id,
      ...columnsOf(observation, at),
    }));
    for (const batch of batches(columns)) {
      await tx('subjects')
        .insert(batch)
        .onConflict('id')
        .merge(Object.keys(columnsOf(observed[0], at)));
    }
    const returned = differing.filter(({ row }) => row && row.gone_at !== null);
    if (returned.length > 0) {
      await tx('streams')
        .whereIn(
          'id',
          returned.map(({ id }) => id),
        )
        .update({ gone_at: null });
    }
    await storeIntervals(
      tx,
      new Map(differing.map(({ id, observation }) => [id, observation])),
      at,
    );
    await appendProfiles(tx, ledger, differing);
    await onChanged(
      tx,
      differing.map(({ observation }) => `entity:${observation.ref}`),
      at,
    );
  }

  const differs = new Set(differing.map(({ id }) => id));
  return subjects.map(({ id, row }) => {
    if (!differs.has(id)) return { subjectId: id, outcome: 'unchanged' };
    if (!row) return { subjectId: id, outcome: 'added' };
    return {
      subjectId: id,
      outcome: row.gone_at === null ? 'changed' : 'returned',
    };
  });
}

/** What lists and totals of a past day read of a subject, beside its summary. */
const keptColumns = [
  'ref',
  'namespace',
  'name',
  'owner',
  'title',
  'type',
  'lifecycle',
  'sourcing',
] as const;
type Kept = Pick<SubjectObservation, (typeof keptColumns)[number]>;

/** Ends the intervals in which something was otherwise than it is now, and begins theirs. */
async function storeIntervals(
  tx: Knex.Transaction,
  observed: ReadonlyMap<string, Kept>,
  at: Instant,
) {
  const open: (Kept & { id: number; subject_id: string })[] = await tx(
    'owner_intervals',
  )
    .whereIn('subject_id', [...observed.keys()])
    .whereNull('to_at')
    .select('id', 'subject_id', ...keptColumns);
  const ended = open.filter(row =>
    keptColumns.some(
      column => row[column] !== observed.get(row.subject_id)![column],
    ),
  );
  if (ended.length > 0) {
    await tx('owner_intervals')
      .whereIn(
        'id',
        ended.map(({ id }) => id),
      )
      .update({ to_at: at });
  }
  const goingOn = new Set(
    open.filter(row => !ended.includes(row)).map(row => row.subject_id),
  );
  const begun = [...observed].filter(([id]) => !goingOn.has(id));
  for (const batch of batches(begun)) {
    await tx('owner_intervals').insert(
      batch.map(([id, kept]) => ({
        ...Object.fromEntries(keptColumns.map(key => [key, kept[key]])),
        subject_id: id,
        from_at: at,
      })),
    );
  }
}

async function appendProfiles(
  tx: Knex.Transaction,
  ledger: Ledger,
  subjects: readonly { id: string; observation: SubjectObservation }[],
) {
  const latest = await ledger.latest(
    subjects.map(({ id }) => id),
    { type: 'profile' },
    tx,
  );
  const appends = subjects.flatMap(({ id, observation }) => {
    const head = latest.get(id)?.[0];
    if (head?.dataHash === sha256(observation.profileJson)) return [];
    return [
      {
        streamId: id,
        type: 'profile',
        data: observation.profile,
        author: PROFILE_AUTHOR,
        baseRevision: head?.revision,
      },
    ];
  });
  await ledger.appendAll(appends, tx);
}
