import {
  Completion,
  completionsQuerySchema,
  courseKey,
  dayOf,
  endOfDay,
  GovernancePolicy,
  Instant,
  minus,
  Page,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Clock } from '../database/clock';
import { containsText } from '../database/containsText';
import { isOneOf } from '../database/isOneOf';
import { Keyset } from '../database/keyset';
import { eachItem, pageOfRows } from '../database/paging';
import { snapshot } from '../database/snapshot';
import { known, refuseNul } from '../scorecards/subjectFilter';

type CompletionFilter = Omit<
  z.output<typeof completionsQuerySchema>,
  'limit' | 'cursor'
>;

const day = 86_400_000;
const dayAt = (days: number) => {
  const last = Date.parse('9999-12-30') / day;
  return new Date(Math.min(days, last) * day).toISOString().slice(0, 10);
};

const states = ['lapsed', 'runs-out', 'holds', 'withdrawn'] as const;

const order: Keyset = {
  name: 'completions',
  columns: [
    { sql: 'c.recorded_at', value: 'text', direction: 'desc' },
    { sql: 'c.record_id', value: 'text', direction: 'desc' },
  ],
};

/** The register of completions: the latest revision of each, newest first. */
export class Completions {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #policy: Pick<GovernancePolicy, 'warningWindow'>;

  static create(options: {
    knex: Knex;
    clock: Clock;
    policy: Pick<GovernancePolicy, 'warningWindow'>;
  }) {
    return new Completions(options);
  }

  private constructor(options: {
    knex: Knex;
    clock: Clock;
    policy: Pick<GovernancePolicy, 'warningWindow'>;
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#policy = options.policy;
  }

  /** Everybody of whom a completion is recorded. */
  async people(): Promise<string[]> {
    return this.#knex('training_completions')
      .distinct('person')
      .pluck('person');
  }

  /**
   * @param people - those whom the reader may see; undefined: everybody
   * @throws InputError naming the parameter whose value cannot be
   */
  async page(
    people: readonly string[] | undefined,
    query: z.output<typeof completionsQuerySchema>,
  ): Promise<Page<Completion>> {
    const { limit, cursor, ...filter } = query;
    const wanted = known('state', filter.state, states);
    for (const [name, value] of Object.entries(filter)) refuseNul(name, value);

    return snapshot(this.#knex, this.#clock, async (tx, at) => {
      const state = this.#state(tx, at);
      const matching = () => {
        const found = tx({ c: 'training_completions' }).leftJoin(
          { f: 'entity_facts' },
          'f.ref',
          'c.person',
        );
        if (filter.person !== undefined) {
          found.where('c.person', filter.person.toLocaleLowerCase('en-US'));
        }
        if (filter.course !== undefined) {
          found.whereIn('c.course_key', [filter.course].flat().map(courseKey));
        }
        if (wanted) found.whereIn(state as any, wanted);
        if (filter.q) {
          const { q } = filter;
          found.where(any => {
            for (const column of ['c.person', 'f.title', 'c.course']) {
              const { sql, bindings } = containsText(tx, column, q);
              any.orWhereRaw(sql, bindings);
            }
          });
        }
        if (people) {
          found.where(isOneOf(tx, 'c.person', people));
        }
        return found;
      };
      const { total } = await matching().count({ total: '*' }).first<any>();
      const { rows, nextCursor } = await pageOfRows<any>(
        matching().select('c.*', { title: 'f.title', state }),
        order,
        { limit, cursor },
      );
      return {
        items: rows.map(row => ({
          recordId: row.record_id,
          person: { ref: row.person, ...(row.title && { title: row.title }) },
          course: row.course,
          completed: row.completed,
          ...(row.expires && { expires: row.expires }),
          ...(row.provider && { provider: row.provider }),
          state: row.state,
          recordedAt: row.recorded_at,
          author: row.author,
        })),
        totalItems: Number(total),
        nextCursor,
      };
    });
  }

  /** Every completion of a filter, for exports; read in pages. Throws as `page`. */
  each(
    people: readonly string[] | undefined,
    filter: CompletionFilter,
  ): AsyncIterable<Completion> {
    return eachItem(place => this.page(people, { ...filter, ...place }));
  }

  #state(tx: Knex, at: Instant): Knex.Raw {
    const today = dayOf(at);
    return tx.raw(
      `case when c.withdrawn then 'withdrawn' when c.expires < ? then 'lapsed' when c.expires <= ? then 'runs-out' else 'holds' end`,
      [today, lastToWarnOf(today, at, this.#policy.warningWindow)],
    );
  }
}

/**
 * The last day of which one warns at an instant: those that end at most one window after it. Months have no length of their own, so
 * that the day is looked for with the same arithmetic by which controls warn.
 */
function lastToWarnOf(
  today: string,
  at: Instant,
  window: GovernancePolicy['warningWindow'],
): string {
  const warns = (last: string) => minus(endOfDay(last), window) <= at;
  // the end of a day is warned of at the latest when it has come
  let warned = Date.parse(today) / day;
  let beyond = warned + 1;
  for (let step = 1; warns(dayAt(beyond)); step *= 2) {
    warned = beyond;
    beyond += step;
  }
  while (beyond - warned > 1) {
    const middle = Math.floor((warned + beyond) / 2);
    if (warns(dayAt(middle))) warned = middle;
    else beyond = middle;
  }
  return dayAt(warned);
}
