import { Instant, Tier } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { subjectsAt } from '../posture/subjectSummaries';

/** A subject as permissions see it: the resource of `ai-governance-subject`. */
export interface SubjectRow {
  id: string;
  /** Full lower-case entity reference. */
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  /** As declared, a full lower-case reference. */
  owner: string | null;
  /** As declared, a full lower-case reference. */
  accountable: string | null;
  /** That holds now; null before the first evaluation. */
  tier: Tier | null;
  /** The group that owns it and every group above; empty when no group of the catalog owns it. */
  teams: readonly string[];
  /** ISO 8601, UTC, milliseconds. */
  goneAt: string | null;
}

type Row = Omit<SubjectRow, 'teams'> & { teams: string | null };

const selectRows = (knex: Knex, query: Knex.QueryBuilder) =>
  query.select(
    's.id',
    's.ref',
    's.kind',
    's.namespace',
    's.name',
    's.title',
    's.owner',
    's.accountable',
    { goneAt: 's.gone_at' },
    {
      // no reference has a space in it
      teams: knex('group_closure')
        .whereRaw('descendant = s.owner')
        .select(knex.raw(`string_agg(ancestor, ' ')`)) as any,
    },
  );

const subjectRow = ({ teams, ...row }: Row): SubjectRow => ({
  ...row,
  teams: teams?.split(' ') ?? [],
});

/** Of these references, the subjects that are not gone, as they stand at the instant; in one query. */
export async function loadSubjects(
  knex: Knex,
  refs: readonly string[],
  at: Instant,
): Promise<SubjectRow[]> {
  const rows: Row[] = await selectRows(
    knex,
    subjectsAt(knex, at).whereIn('s.ref', refs),
  ).select('m.tier');
  return rows.map(subjectRow);
}

/** The subject of a reference that is gone, and that no other carries on, as it was last seen and judged. */
export async function loadGone(
  knex: Knex,
  ref: string,
): Promise<SubjectRow | undefined> {
  const row: Row | undefined = await selectRows(
    knex,
    knex({ s: 'subjects' })
      .join({ t: 'streams' }, 't.id', 's.id')
      .whereNull('t.continues')
      .where('s.ref', ref)
      .whereNotNull('s.gone_at'),
  )
    .select({
      tier: knex('subject_summary')
        .whereRaw('subject_id = s.id')
        .orderBy('from_at', 'desc')
        .limit(1)
        .select('tier') as any,
    })
    .first();
  return row && subjectRow(row);
}

/** What had a reference at a past instant, and what it is called now; undefined where nothing had. */
export async function subjectCalled(
  knex: Knex,
  ref: string,
  at: Instant,
): Promise<{ id: string; nowRef: string } | undefined> {
  return await knex({ i: 'owner_intervals' })
    .join({ s: 'subjects' }, 's.id', 'i.subject_id')
    .where('i.ref', ref)
    .where('i.from_at', '<=', at)
    .where(open => open.whereNull('i.to_at').orWhere('i.to_at', '>', at))
    .first('s.id', { nowRef: 's.ref' });
}
