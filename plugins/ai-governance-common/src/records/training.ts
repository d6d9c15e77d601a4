import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import { Instant } from '../instant';
import { RecordState } from '../state';
import { notToCome } from './caseMoves';
import { day, line, link, markdown, recordType } from './RecordType';

const schema = z
  .strictObject({
    course: line(
      { title: 'Course', description: 'By its name in the policy.' },
      120,
    ),
    completed: day({ title: 'Completed on' }),
    expires: day({
      title: 'Expires',
      description: 'The last day on which it counts; without one it lasts.',
    }).optional(),
    provider: line(
      { title: 'Provider', description: 'Who gave the course.' },
      200,
    ).optional(),
    evidence: link({ title: 'Evidence' }).optional(),
    note: markdown({ title: 'Note' }).optional(),
    withdrawn: line(
      {
        title: 'Withdrawn because',
        description: 'It was recorded by mistake, and counts no longer.',
      },
      500,
    ).optional(),
  })
  .refine(({ completed, expires }) => !expires || expires > completed, {
    path: ['expires'],
    message: 'must be after the day on which it was completed',
  });

export type Training = z.infer<typeof schema>;

/** A course by which it is known again, however it was typed. */
export const courseKey = (course: string) =>
  course.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-US');

/** The record of the same completion, course and day, that counts; undefined: there is none. */
const sameCompletion = (
  { course, completed }: Pick<Training, 'course' | 'completed'>,
  records: readonly RecordState<Training | null>[],
): RecordState<Training> | undefined =>
  records
    .filter((r): r is RecordState<Training> => r.data !== null)
    .find(
      ({ data }) =>
        !data.withdrawn &&
        data.completed === completed &&
        courseKey(data.course) === courseKey(course),
    );

/**
 * What holds of every completion, one at a time or many from a file.
 *
 * @param person - whose it is
 * @throws NotAllowedError when the author speaks of themselves; InputError naming the field
 */
export function checkCompletion(
  { completed }: Pick<Training, 'completed'>,
  { author, person, at }: { author: string; person: string; at: Instant },
): void {
  if (author === person) {
    throw new NotAllowedError(
      'Nobody records their own training: somebody else who may does it.',
    );
  }
  notToCome('completed', completed, at);
}

export const training = recordType({
  type: 'training',
  title: 'Training',
  plural: 'Training',
  description:
    'That a person has completed a course, when, and until when that counts. Somebody else records it.',
  shape: 'entry',
  streams: ['person'],
  writtenBy: 'people',
  takes: () => 'assure',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 7.2, 7.3, A.4.6; NIST AI RMF GOVERN 2.2',
  schema,
  summary: ({ course, completed, expires, withdrawn }) =>
    [
      `${course}, ${completed}`,
      ...(expires ? [`until ${expires}`] : []),
      ...(withdrawn ? ['withdrawn'] : []),
    ].join(', '),
  admit: ({ data, author, at, stream, previous, records }) => {
    checkCompletion(data, { author, person: stream, at });
    if (previous?.data?.withdrawn) {
      throw new InputError(
        'recordId: what was withdrawn stays so; record the completion anew',
      );
    }
    const same = sameCompletion(
      data,
      (records?.training ?? []).filter(r => r.recordId !== previous?.recordId),
    );
    if (same) {
      throw new ConflictError(
        `data.completed: ${stream} has completed ${data.course} on ${data.completed} already, as record ${same.recordId}`,
      );
    }
    return data;
  },
});
