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

/** Of these references, the subjects that are not gone, as they stand at the instant; in one query. */
export async function loadSubjects(
  knex: Knex,
  refs: readonly string[],
  at: Instant,
): Promise<SubjectRow[]> {
  const rows: (Omit<SubjectRow, 'teams'> & { teams: string | null })[] =
    await subjectsAt(knex, at)
      .whereIn('s.ref', refs)
      .select(
        's.id',
        's.ref',
        's.kind',
        's.namespace',
        's.name',
        's.title',
        's.owner',
        's.accountable',
        'm.tier',
        { goneAt: 's.gone_at' },
        {
          // no reference has a space in it
          teams: knex('group_closure')
            .whereRaw('descendant = s.owner')
            .select(knex.raw(`string_agg(ancestor, ' ')`)) as any,
        },
      );
  return rows.map(row => ({ ...row, teams: row.teams?.split(' ') ?? [] }));
}
