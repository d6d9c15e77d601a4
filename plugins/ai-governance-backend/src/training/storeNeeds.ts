import { courseKey, TrainingNeed } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';

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

const textOf = (row: NeedRow) => JSON.stringify(columns.map(c => row[c]));

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
 * Takes over which courses subjects ask of whom; what is as it was is not written. The work rows of the subjects must be locked in `tx`.
 *
 * @param evaluated - subjects, each with all that it asks
 */
export async function storeNeeds(
  tx: Knex.Transaction,
  evaluated: readonly { id: string; training: readonly TrainingNeed[] }[],
): Promise<void> {
  const stored: NeedRow[] = await tx('training_needs')
    .whereIn(
      'subject_id',
      evaluated.map(e => e.id),
    )
    .select(...columns);
  const wanted = evaluated.flatMap(({ id, training }) =>
    training.map(need => rowOf(id, need)),
  );
  const before = new Set(stored.map(textOf));
  const after = new Set(wanted.map(textOf));
  const key = ({ subject_id: id, person, course_key: course }: NeedRow) => [
    id,
    person,
    course,
  ];
  for (const batch of batches(
    stored.filter(row => !after.has(textOf(row))),
    200,
  )) {
    await tx('training_needs')
      .whereIn(['subject_id', 'person', 'course_key'], batch.map(key))
      .delete();
  }
  for (const batch of batches(
    wanted.filter(row => !before.has(textOf(row))),
    100,
  )) {
    await tx('training_needs').insert(batch);
  }
}
