import {
  SubjectTraining,
  subjectTrainingQuerySchema,
  TrainingRole,
  trainingRoles,
  TrainingState,
  trainingStates,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Clock } from '../database/clock';
import { byteOrder } from '../database/containsText';
import { cursorOf, Keyset, Place, placeOfCursor } from '../database/keyset';
import { snapshot } from '../database/snapshot';
import { needState, rankOf } from './standingSql';

type Entry = SubjectTraining['items'][number];

interface NeedColumns {
  person: string;
  title: string | null;
  course: string;
  roles: string;
  completed: string | null;
  expires: string | null;
  state: TrainingState;
}

// sorted here and not in SQL: a person comes by the worst of their courses
const order: Keyset = {
  name: 'subject-training',
  columns: [
    { sql: 'rank', value: 'integer', direction: 'asc' },
    { sql: 'person', value: 'text', direction: 'asc' },
  ],
};

const inOrder = (roles: Iterable<string>): TrainingRole[] => {
  const held = new Set(roles);
  return trainingRoles.filter(role => held.has(role));
};

const placeOfEntry = ({ courses, person }: Entry): Place => [
  Math.min(...courses.map(c => rankOf(c.state))),
  person.ref,
];

const after = (a: Place, b: Place) =>
  a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);

/**
 * The people who have a part in a subject with the courses that it asks of them, from who is to do something first; as it was last evaluated,
 * read by the dates of now.
 *
 * @param shown - which of the people the reader may see
 * @throws InputError when the cursor is not one of this list
 */
export async function readSubjectTraining(
  subjectId: string,
  query: z.output<typeof subjectTrainingQuerySchema>,
  options: {
    knex: Knex;
    clock: Clock;
    shown: (people: readonly string[]) => Promise<ReadonlySet<string>>;
  },
): Promise<Omit<SubjectTraining, 'may'>> {
  const { limit, cursor } = query;
  const from = cursor === undefined ? undefined : placeOfCursor(order, cursor);
  const rows: NeedColumns[] = await snapshot(
    options.knex,
    options.clock,
    async (tx, at) =>
      tx({ n: 'training_needs' })
        .leftJoin({ f: 'entity_facts' }, 'f.ref', 'n.person')
        .where('n.subject_id', subjectId)
        .orderByRaw(byteOrder(tx, 'n.course_key'))
        .select('n.person', 'n.course', 'n.roles', 'n.completed', 'n.expires', {
          title: 'f.title',
          state: needState(tx, at),
        }),
  );
  const shown = await options.shown([...new Set(rows.map(r => r.person))]);

  const counts = Object.fromEntries(
    trainingStates.map(state => [state, 0]),
  ) as SubjectTraining['counts'];
  const byPerson = new Map<string, Entry>();
  for (const row of rows) {
    if (!shown.has(row.person)) continue;
    counts[row.state] += 1;
    const roles = inOrder(row.roles.split(' '));
    const entry = byPerson.get(row.person) ?? {
      person: { ref: row.person, ...(row.title && { title: row.title }) },
      roles: [],
      courses: [],
    };
    entry.roles = inOrder([...entry.roles, ...roles]);
    entry.courses.push({
      course: row.course,
      roles,
      state: row.state,
      ...(row.completed && { completed: row.completed }),
      ...(row.expires && { expires: row.expires }),
    });
    byPerson.set(row.person, entry);
  }
  const all = [...byPerson.values()]
    .map(entry => ({ entry, place: placeOfEntry(entry) }))
    .sort((a, b) => (after(a.place, b.place) ? 1 : -1));
  const left = from ? all.filter(({ place }) => after(place, from)) : all;
  const page = left.slice(0, limit);
  return {
    items: page.map(({ entry }) => entry),
    totalItems: all.length,
    counts,
    ...(left.length > limit && {
      nextCursor: cursorOf(order, page[limit - 1].place),
    }),
  };
}
