import { Knex } from 'knex';

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
  /** ISO 8601, UTC, milliseconds. */
  goneAt: string | null;
}

/** Subjects, each as a `SubjectRow`. */
export const selectSubjects = (knex: Knex) =>
  knex('subjects').select<SubjectRow[]>(
    'subjects.id',
    'subjects.ref',
    'subjects.kind',
    'subjects.namespace',
    'subjects.name',
    'subjects.title',
    'subjects.owner',
    { goneAt: 'subjects.gone_at' },
  );
