import {
  courseKey,
  Page,
  SubjectHead,
  TrainingGap,
  trainingGapsQuerySchema,
  trainingRoles,
  trainingStates,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Clock } from '../database/clock';
import { byteOrder } from '../database/containsText';
import { isOneOf } from '../database/isOneOf';
import { Keyset } from '../database/keyset';
import { eachItem, pageOfRows } from '../database/paging';
import { snapshot } from '../database/snapshot';
import { ReadScope } from '../permissions/ReadScope';
import { presentReading } from '../posture/reading';
import { filterSubjects, known, refuseNul } from '../scorecards/subjectFilter';
import { needsAt, needState, stateRank } from './standingSql';

type GapFilter = Omit<
  z.output<typeof trainingGapsQuerySchema>,
  'limit' | 'cursor'
>;

const keyOf = (row: { person: string; course_key: string }) =>
  `${row.person} ${row.course_key}`;

const subjectsNamed = 3;
const toDo = trainingStates.filter(state => state !== 'holds');

const gapOrder = (knex: Knex): Keyset => ({
  name: 'training-gaps',
  columns: [
    { sql: stateRank('state'), value: 'integer', direction: 'asc' },
    { sql: byteOrder(knex, 'person'), value: 'text', direction: 'asc' },
    { sql: byteOrder(knex, 'course_key'), value: 'text', direction: 'asc' },
  ],
});

/** Who lacks which course, over the subjects that a reader may see. */
export class TrainingGaps {
  readonly #knex: Knex;
  readonly #clock: Clock;

  static create(options: { knex: Knex; clock: Clock }) {
    return new TrainingGaps(options);
  }

  private constructor(options: { knex: Knex; clock: Clock }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
  }

  /** Everybody of whom a subject in the scope asks for a course. */
  async people(scope: ReadScope): Promise<string[]> {
    return snapshot(this.#knex, this.#clock, async (tx, at) => {
      const found = needsAt(tx, at).distinct('n.person');
      scope.apply(found, 's.id');
      return (await found).map((row: { person: string }) => row.person);
    });
  }

  /**
   * A page: what has lapsed, what is missing, what runs out; within that by person.
   *
   * @param people - those whom the reader may see; undefined: everybody
   * @throws InputError naming the parameter whose value cannot be
   */
  async page(
    scope: ReadScope,
    people: readonly string[] | undefined,
    query: z.output<typeof trainingGapsQuerySchema>,
  ): Promise<Page<TrainingGap>> {
    const { limit, cursor, ...filter } = query;
    const keyset = gapOrder(this.#knex);
    const states = known('state', filter.state, trainingStates) ?? toDo;
    const { person } = filter;
    refuseNul('course', filter.course);
    refuseNul('person', person);

    return snapshot(this.#knex, this.#clock, async (tx, at) => {
      const needs = () => {
        const found = needsAt(tx, at);
        scope.apply(found, 's.id');
        filterSubjects(
          tx,
          found,
          { team: filter.team },
          {
            reading: presentReading(tx, at),
            controls: [],
          },
        );
        if (filter.course !== undefined) {
          found.whereIn('n.course_key', [filter.course].flat().map(courseKey));
        }
        if (person !== undefined) {
          found.where('n.person', person.toLocaleLowerCase('en-US'));
        }
        if (people) {
          found.where(isOneOf(tx, 'n.person', people));
        }
        return found;
      };
      const gaps = () => {
        const grouped = needs()
          .groupBy('n.person', 'n.course_key')
          .select('n.person', 'n.course_key', {
            course: tx.raw(`min(${byteOrder(tx, 'n.course')})`),
          })
          .max({
            completed: 'n.completed',
            expires: 'n.expires',
            warn_from: 'n.warn_from',
            ends_at: 'n.ends_at',
          })
          .countDistinct({ subjects: 'n.subject_id' });
        const standing = tx.from(grouped.as('grouped')).select('*', {
          state: needState(tx, at, {
            completed: 'completed',
            warnFrom: 'warn_from',
            endsAt: 'ends_at',
          }),
        });
        return tx.from(standing.as('standing')).whereIn('state', states);
      };

      const { total } = await gaps().count({ total: '*' }).first<any>();
      const { rows, nextCursor } = await pageOfRows<any>(
        gaps()
          .leftJoin({ f: 'entity_facts' }, 'f.ref', 'person')
          .select('standing.*', { title: 'f.title' }),
        keyset,
        { limit, cursor },
      );
      const asking = await askedBy(tx, needs, rows);
      return {
        items: rows.map(row => ({
          person: { ref: row.person, ...(row.title && { title: row.title }) },
          course: row.course,
          state: row.state,
          ...(row.completed && { completed: row.completed }),
          ...(row.expires && { expires: row.expires }),
          ...asking.get(keyOf(row))!,
          subjectCount: Number(row.subjects),
        })),
        totalItems: Number(total),
        nextCursor,
      };
    });
  }

  /** Every gap of a filter, for exports; read in pages. Throws as `page`. */
  each(
    scope: ReadScope,
    people: readonly string[] | undefined,
    filter: GapFilter,
  ): AsyncIterable<TrainingGap> {
    return eachItem(place => this.page(scope, people, { ...filter, ...place }));
  }
}

/** By which subjects, and for which parts in them, the courses of a page are asked for. */
async function askedBy(
  tx: Knex,
  needs: () => Knex.QueryBuilder,
  rows: readonly { person: string; course_key: string }[],
): Promise<Map<string, Pick<TrainingGap, 'subjects' | 'roles'>>> {
  const asking = new Map<string, Pick<TrainingGap, 'subjects' | 'roles'>>();
  if (rows.length === 0) return asking;
  const pairs = rows.map(row => [row.person, row.course_key]);
  const ofPage = () =>
    needs()
      .whereIn('n.person', [...new Set(pairs.map(([person]) => person))])
      .whereIn('n.course_key', [...new Set(pairs.map(([, course]) => course))]);

  const roles: any[] = await ofPage().distinct(
    'n.person',
    'n.course_key',
    'n.roles',
  );
  for (const row of roles) {
    const entry = asking.get(keyOf(row)) ?? { subjects: [], roles: [] };
    const held = new Set([...entry.roles, ...row.roles.split(' ')]);
    entry.roles = trainingRoles.filter(role => held.has(role));
    asking.set(keyOf(row), entry);
  }
  const numbered = ofPage().select(
    'n.person',
    'n.course_key',
    's.ref',
    's.title',
    's.owner',
    tx.raw(
      `row_number() over (partition by n.person, n.course_key order by ${byteOrder(
        tx,
        's.ref',
      )}) as place`,
    ),
  );
  const subjects: any[] = await tx
    .from(numbered.as('numbered'))
    .where('place', '<=', subjectsNamed)
    .orderBy('place')
    .select('*');
  for (const row of subjects) {
    const head: SubjectHead = {
      ref: row.ref,
      title: row.title,
      ...(row.owner !== null && { owner: row.owner }),
    };
    asking.get(keyOf(row))?.subjects.push(head);
  }
  return asking;
}
