import { courseKey, TrainingNeed } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { storeRows } from './storeRows';

/** A row of `training_needs`. */
interface NeedRow {
  subject_id: string;
  person: string;
  course_key: string;
  course: string;
  roles: string;
  completed: string | null;
  expires: string | null;
  warn_from: string | null;
  ends_at: string | null;
}

const columns = [
  'subject_id',
  'person',
  'course_key',
  'course',
  'roles',
  'completed',
  'expires',
  'warn_from',
  'ends_at',
] as const satisfies readonly (keyof NeedRow)[];

const rowOf = (
  subjectId: string,
  { person, course, roles, held }: TrainingNeed,
): NeedRow => ({
  subject_id: subjectId,
  person,
  course_key: courseKey(course),
  course,
  roles: roles.join(' '),
  completed: held?.completed ?? null,
  expires: held?.expires ?? null,
  warn_from: held?.warnFrom ?? null,
  ends_at: held?.endsAt ?? null,
});

/**
 * Takes over which courses subjects ask of whom. The work rows of the subjects must be locked in `tx`.
 *
 * @param evaluated - subjects, each with all that it asks
 */
export const storeNeeds = (
  tx: Knex.Transaction,
  evaluated: readonly { id: string; training: readonly TrainingNeed[] }[],
): Promise<void> =>
  storeRows<NeedRow>(tx, {
    table: 'training_needs',
    columns,
    key: ['subject_id', 'person', 'course_key'],
    subjectIds: evaluated.map(e => e.id),
    wanted: evaluated.flatMap(({ id, training }) =>
      training.map(need => rowOf(id, need)),
    ),
  });
