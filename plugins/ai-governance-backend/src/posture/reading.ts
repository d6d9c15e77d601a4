import { Instant, resultStates } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { countColumn } from './stateCounts';
import { presentSubjects, subjectsAt } from './subjectSummaries';

/**
 * Where lists and roll-ups read from: what is there now, or what was held at a past instant. Both have the same columns under the same
 * names, so that a roll-up of a past day is the same code.
 */
export interface Reading {
  readonly at: Instant;
  /**
   * Subjects that are there (`s`), each with its summary of the instant (`m`, all null before its first evaluation).
   *
   * @param id - of one subject, which is all that is then read
   */
  subjects(id?: string): Knex.QueryBuilder;
  /** The same without their summaries, where nothing is asked of these: half the work. */
  subjectsAlone(): Knex.QueryBuilder;
  /** What each of these subjects is called today. */
  readonly nowRef: string;
  /** Narrows a query over `results` to the intervals of the instant. */
  whereResultsHold(query: Knex.QueryBuilder, alias: string): void;
  /** The same as the condition of a join. */
  onResultsHold(join: Knex.JoinClause, alias: string): void;
  /** Joins the owner of each subject, as far as the catalog has it, as `o` with its `ref`. */
  joinOwner(query: Knex.QueryBuilder): Knex.QueryBuilder;
  /** Makes `closure` known to a query: every group with every group at or below it. */
  withClosure(query: Knex.QueryBuilder): Knex.QueryBuilder;
  /** The table of `ancestor` and `descendant` in a query that `withClosure` was called for. */
  readonly closure: string;
  /** Parent and child groups. */
  edges(): Promise<{ parent: string; child: string }[]>;
  /** Whether the catalog has the group. */
  hasGroup(ref: string): Promise<boolean>;
}

const summaryColumns = [
  'subject_id',
  'from_at',
  'tier',
  'level',
  'first_control',
  'families',
  ...resultStates.map(countColumn),
];

/** Narrows a query to one subject, if one is named: said within each part of a query, for SQLite makes the whole of each part first. */
const ofOne = (query: Knex.QueryBuilder, column: string, id?: string) =>
  id === undefined ? query : query.where(column, id);

/** As things are at the instant. */
export function presentReading(knex: Knex, at: Instant): Reading {
  return {
    at,
    subjects: id => ofOne(subjectsAt(knex, at), 's.id', id),
    subjectsAlone: () => presentSubjects(knex),
    nowRef: 's.ref',
    whereResultsHold: (query, alias) => void query.whereNull(`${alias}.to_at`),
    onResultsHold: (join, alias) => void join.andOnNull(`${alias}.to_at`),
    joinOwner: query =>
      query.leftJoin({ o: 'entity_facts' }, join =>
        join.on('o.ref', 's.owner').andOnVal('o.present', '=', true as any),
      ),
    withClosure: query => query,
    closure: 'group_closure',
    edges: () =>
      knex('group_edges').whereNull('to_at').select('parent', 'child'),
    hasGroup: async ref =>
      (await knex('entity_facts')
        .where({ ref, present: true })
        .first('ref')) !== undefined,
  };
}

/**
 * As things were held at a past instant: by stored intervals, with the owners and the tree of groups of that day, and nothing computed
 * again. The same answer every time for an instant that is settled, see `settledBefore`.
 */
export function pastReading(knex: Knex, at: Instant): Reading {
  /** Within the interval of a row, from the first instant to before the last. */
  const during = (
    query: Knex.QueryBuilder,
    from: string,
    to: string,
  ): Knex.QueryBuilder =>
    query
      .where(from, '<=', at)
      .where(q => q.whereNull(to).orWhere(to, '>', at));
  const presentThen = () =>
    during(knex('entity_presence').select('ref'), 'from_at', 'to_at');
  /** Subjects that were there then, with the owner and the titles of the day. */
  const subjectsThen = (id?: string) => {
    const asItWas = (column: string) =>
      knex.raw('case when i.title is null then ?? else ?? end as ??', [
        `p.${column}`,
        `i.${column}`,
        column,
      ]);
    return during(
      ofOne(
        knex({ i: 'owner_intervals' }).join(
          { p: 'subjects' },
          'p.id',
          'i.subject_id',
        ),
        'i.subject_id',
        id,
      ),
      'i.from_at',
      'i.to_at',
    ).select(
      'p.id',
      'p.kind',
      'i.ref',
      'i.namespace',
      'i.name',
      'i.owner',
      { now_ref: 'p.ref' },
      ...['title', 'type', 'lifecycle', 'sourcing'].map(asItWas),
    );
  };
  return {
    at,
    nowRef: 's.now_ref',
    subjectsAlone: () => knex.queryBuilder().from(subjectsThen().as('s')),
    subjects: id => {
      const summariesOf = (table: string) =>
        during(
          ofOne(knex(table), 'subject_id', id).select(
            ...summaryColumns,
            // a later evaluation that found the same overwrites when it was: what is known is that there was one as the interval began
            knex.raw('case when ?? <= ? then ?? else ?? end as ??', [
              'evaluated_at',
              at,
              'evaluated_at',
              'from_at',
              'evaluated_at',
            ]),
          ),
          'from_at',
          'until_at',
        );
      const summaries = summariesOf('subject_summary').unionAll(
        summariesOf('past_summaries'),
      );
      return knex
        .queryBuilder()
        .from(subjectsThen(id).as('s'))
        .leftJoin(summaries.as('m'), 'm.subject_id', 's.id');
    },
    whereResultsHold: (query, alias) =>
      void during(query, `${alias}.from_at`, `${alias}.to_at`),
    onResultsHold: (join, alias) =>
      void join.andOnVal(`${alias}.from_at`, '<=', at).andOn(open => {
        open.onNull(`${alias}.to_at`).orOnVal(`${alias}.to_at`, '>', at);
      }),
    joinOwner: query =>
      query.leftJoin(presentThen().as('o'), 'o.ref', 's.owner'),
    withClosure: query =>
      query
        .with('groups_then', presentThen().where('ref', 'like', 'group:%'))
        // by themselves, so that each step of the recursion finds them as they are
        .withMaterialized(
          'edges_then',
          during(
            knex({ e: 'group_edges' })
              .join({ g: 'groups_then' }, 'g.ref', 'e.child')
              .select('e.parent', 'e.child'),
            'e.from_at',
            'e.to_at',
          ),
        )
        .withRecursive('closure_then', closure =>
          closure
            .select({ ancestor: 'ref', descendant: 'ref' })
            .from('groups_then')
            // a union and not all: groups in a cycle come to an end
            .union(further =>
              further
                .select({ ancestor: 'c.ancestor', descendant: 'e.child' })
                .from({ c: 'closure_then' })
                .join({ e: 'edges_then' }, 'e.parent', 'c.descendant'),
            ),
        ),
    closure: 'closure_then',
    edges: () =>
      during(
        knex('group_edges').select('parent', 'child'),
        'from_at',
        'to_at',
      ) as Promise<any>,
    hasGroup: async ref =>
      (await presentThen().where({ ref }).first()) !== undefined,
  };
}
