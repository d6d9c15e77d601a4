import {
  Control,
  controls as allControls,
  Instant,
  OrganizationScorecard,
  Page,
  StateCounts,
  SubjectFacets,
  subjectsQuerySchema,
  SubjectSummary,
  TeamScorecard,
  Trend,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Clock } from '../database/clock';
import { eachItem, pageOfRows } from '../database/paging';
import { snapshot } from '../database/snapshot';
import { ReadScope } from '../permissions/ReadScope';
import { pastReading, Reading } from '../posture/reading';
import {
  selectSummaries,
  subjectSummariesOf,
} from '../posture/subjectSummaries';
import { countByControl, heldResults } from './heldResults';
import { ownedWithin, Owning, owningSql } from './owning';
import { readAsOf } from './readAsOf';
import { addSums, noSums, rollUp, scorecardOf, total } from './rollUp';
import {
  filterSubjects,
  ParsedSubjectFilter,
  subjectsToFilter,
} from './subjectFilter';
import { isOfSummaries, subjectOrder } from './subjectOrder';
import { readTeam, readTeams } from './teams';

type ParsedSubjectsQuery = z.output<typeof subjectsQuerySchema>;

const facetColumns = [
  'owner',
  'lifecycle',
  'type',
  'sourcing',
  'kind',
] as const;

/** Lists of subjects and roll-ups over them, each within what its reader may read. Subjects that are gone are in none. */
export class Scorecards {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #controls: readonly Control[];

  static create(options: {
    knex: Knex;
    clock: Clock;
    controls?: readonly Control[];
  }) {
    return new Scorecards(options);
  }

  private constructor(options: {
    knex: Knex;
    clock: Clock;
    controls?: readonly Control[];
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#controls = options.controls ?? allControls;
  }

  /**
   * A page of subjects.
   *
   * @throws InputError naming the parameter whose value cannot be
   */
  async subjects(
    scope: ReadScope,
    query: ParsedSubjectsQuery,
  ): Promise<Page<SubjectSummary>> {
    const { orderBy, order, limit, cursor, asOf, ...rest } = query;
    const filter = rest as ParsedSubjectFilter;
    const keyset = subjectOrder(this.#knex, orderBy, order);

    return this.#read(asOf, async (tx, reading) => {
      const matching = (found: Knex.QueryBuilder) => {
        scope.apply(found, 's.id');
        return filterSubjects(tx, found, filter, {
          reading,
          controls: this.#controls,
        });
      };
      const filtered = () => subjectsToFilter(reading, filter);
      const { count } = await matching(filtered())
        .count({ count: '*' })
        .first<any>();

      // only which they are: what is shown of them is read of the page alone, and not of all that are sorted
      const { rows: page, nextCursor } = await pageOfRows<{ id: string }>(
        matching(
          isOfSummaries(orderBy) ? reading.subjects() : filtered(),
        ).select('s.id'),
        keyset,
        { limit, cursor },
      );
      const shown: { id: string }[] = await selectSummaries(
        reading.subjects().whereIn(
          's.id',
          page.map(({ id }) => id),
        ),
        reading,
      ).select('s.id');
      const byId = new Map(shown.map(row => [row.id, row]));
      const rows = page.map(({ id }) => byId.get(id)!);

      return {
        items: await subjectSummariesOf(tx, rows, reading, this.#controls),
        totalItems: Number(count),
        nextCursor,
      };
    });
  }

  /** Every subject of a filter, for exports, by title. Read in pages, so it holds no transaction while it is written out. */
  eachSubject(
    scope: ReadScope,
    filter: ParsedSubjectFilter & { asOf?: Instant },
  ): AsyncIterable<SubjectSummary> {
    return eachItem(place =>
      this.subjects(scope, {
        ...filter,
        orderBy: 'title',
        order: 'asc',
        ...place,
      }),
    );
  }

  /** The values that occur, the most frequent first. */
  async facets(scope: ReadScope, asOf?: Instant): Promise<SubjectFacets> {
    return this.#read(asOf, async (_tx, reading) => {
      const facets: SubjectFacets = {
        owner: [],
        lifecycle: [],
        type: [],
        sourcing: [],
        kind: [],
      };
      for (const column of facetColumns) {
        const query = reading.subjectsAlone().whereNotNull(`s.${column}`);
        scope.apply(query, 's.id');
        const rows: any[] = await query
          .select({ value: `s.${column}` })
          .count({ count: '*' })
          .groupBy(`s.${column}`);
        facets[column] = rows
          .map(row => ({ value: String(row.value), count: Number(row.count) }))
          .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      }
      return facets;
    });
  }

  /** Every subject, with those that belong to no team by themselves. */
  async organization(
    scope: ReadScope,
    asOf?: Instant,
  ): Promise<OrganizationScorecard> {
    return this.#read(asOf, async (tx, reading) => {
      const parts = await rollUp(tx, reading, scope, {
        sql: owningSql,
        join: reading.joinOwner,
      });
      const part = (owning: Owning) => parts.get(owning) ?? noSums();
      const all = noSums();
      for (const sums of parts.values()) addSums(all, sums);
      return {
        ...scorecardOf(all),
        withoutTeam: {
          unowned: scorecardOf(part('unowned')),
          ownedByPerson: scorecardOf(part('person')),
        },
      };
    });
  }

  /** Every group that owns a subject, itself or through a group below it, in the order of reference. A subject counts once per ancestor. */
  async teams(scope: ReadScope, asOf?: Instant): Promise<TeamScorecard[]> {
    return this.#read(asOf, (tx, reading) => readTeams(tx, reading, scope));
  }

  /**
   * One group with everything below it; an empty scorecard when that is nothing.
   *
   * @param ref - full reference of a group
   * @returns undefined when the catalog has no such group
   */
  async team(
    scope: ReadScope,
    ref: string,
    asOf?: Instant,
  ): Promise<TeamScorecard | undefined> {
    return this.#read(asOf, (tx, reading) => readTeam(tx, reading, scope, ref));
  }

  /**
   * Totals at each of these instants, of everything or of a group with everything below it, each with the owners and the tree of its day.
   *
   * @param ref - full reference of a group
   */
  async trend(
    scope: ReadScope,
    points: readonly Instant[],
    ref?: string,
  ): Promise<Trend['items']> {
    return snapshot(this.#knex, this.#clock, async tx => {
      const items: Trend['items'] = [];
      for (const at of points) {
        const reading = pastReading(tx, at);
        const scorecard = await total(tx, reading, scope, query =>
          ref === undefined ? query : ownedWithin(query, ref, reading),
        );
        items.push({ at, ...scorecard });
      }
      return items;
    });
  }

  /**
   * How many results each control has in each state, over everything or over what a group owns, itself or through a group below it. One
   * query, over the results themselves: summaries do not know single controls.
   *
   * @param team - full reference of a group
   */
  async controlCounts(
    scope: ReadScope,
    { team, asOf }: { team?: string; asOf?: Instant },
  ): Promise<Map<string, StateCounts>> {
    return this.#read(asOf, async (tx, reading) => {
      const found = reading.subjectsAlone();
      scope.apply(found, 's.id');
      if (team !== undefined) ownedWithin(found, team, reading);
      return countByControl(tx, heldResults(tx, reading, found));
    });
  }

  #read<T>(
    asOf: Instant | undefined,
    read: (tx: Knex, reading: Reading) => Promise<T>,
  ): Promise<T> {
    return readAsOf({ knex: this.#knex, clock: this.#clock }, asOf, read);
  }
}
