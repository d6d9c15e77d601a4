import {
  Instant,
  Tier,
  tiers,
  TrainingState,
  WorkItem,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { ReadScope } from '../permissions/ReadScope';
import { byteOrder } from '../database/containsText';
import { needsAt, needState } from '../training/standingSql';

const subjectsNamed = 3;

interface Asking {
  course: string;
  course_key: string;
  title: string;
  tier: Tier | null;
  expires: string | null;
  ends_at: Instant | null;
  state: TrainingState;
}

const states = {
  lapsed: 'expired',
  missing: 'not-reported',
  'runs-out': 'warning',
} as const;

const why = {
  lapsed: (expires: string | null) => `It has lapsed with ${expires}. `,
  missing: () => '',
  'runs-out': (expires: string | null) => `It counts until ${expires}. `,
};

function itemOf(asking: readonly Asking[]): WorkItem {
  const [{ course, course_key: key, expires, ends_at: endsAt, state }] = asking;
  const titles = asking.slice(0, subjectsNamed).map(({ title }) => title);
  const more = asking.length - titles.length;
  const shown = state as keyof typeof states;
  const gravest = tiers.find(tier => asking.some(a => a.tier === tier));
  return {
    id: `training:${key}`,
    kind: 'training',
    tier: gravest ?? null,
    title: `Take the course ${course}`,
    reason: `${why[shown](
      expires,
    )}It is asked of you because of your part in ${titles.join(', ')}${
      more > 0 ? ` and ${more} more` : ''
    }.`,
    state: states[shown],
    due: endsAt,
    overdue: state === 'lapsed',
    remediation: { label: 'See my training', place: 'training' },
  };
}

/** The courses that subjects within the scope ask of a person and that they lack, or will soon; one item a course. */
export async function asksForTraining(
  knex: Knex,
  options: { at: Instant; scope: ReadScope; person: string },
): Promise<WorkItem[]> {
  const { at, scope, person } = options;
  if (!person.startsWith('user:')) return [];
  const needs = needsAt(knex, at)
    .where('n.person', person)
    .select('n.course', 'n.course_key', 'n.expires', 'n.ends_at', {
      title: 's.title',
      ref: 's.ref',
      tier: 'm.tier',
      state: needState(knex, at),
    });
  scope.apply(needs, 's.id');
  const rows: Asking[] = await knex
    .from(needs.as('needs'))
    .whereNot('state', 'holds')
    .orderByRaw(byteOrder(knex, 'ref'))
    .select('*');
  const byCourse = new Map<string, Asking[]>();
  for (const row of rows) {
    byCourse.set(row.course_key, [
      ...(byCourse.get(row.course_key) ?? []),
      row,
    ]);
  }
  return [...byCourse.values()].map(itemOf);
}
