import {
  addCounts,
  Control,
  controlsOfScorecard,
  heldStates,
  Instant,
  NamedScorecardDefinition,
  NamedScorecardDetail,
  noCounts,
  share,
  unaskedStates,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { ReadScope } from '../permissions/ReadScope';
import { Reading } from '../posture/reading';
import { countByControl, heldResults } from './heldResults';
import { readAsOf } from './readAsOf';
import { filterSubjects, subjectsToFilter } from './subjectFilter';

interface Options {
  knex: Knex;
  clock: Clock;
  controls: readonly Control[];
  definitions: readonly NamedScorecardDefinition[];
}
interface Of {
  /** Full reference of a group: only what it owns, itself or through a group below it. */
  team?: string;
  asOf?: Instant;
}

/** Some controls of some subjects, under a name, within what a reader may read. Read from the results themselves: summaries do not know single controls. */
export class NamedScorecards {
  static create(options: Options) {
    return new NamedScorecards(options);
  }

  private constructor(private readonly options: Options) {}

  /** All of them, in their order, of one instant. */
  async list(scope: ReadScope, of: Of): Promise<NamedScorecardDetail[]> {
    return readAsOf(this.options, of.asOf, async (tx, reading) => {
      const found: NamedScorecardDetail[] = [];
      for (const definition of this.options.definitions) {
        found.push(await this.#one(tx, reading, scope, definition, of.team));
      }
      return found;
    });
  }

  /** @returns undefined when none has the id */
  async find(
    scope: ReadScope,
    id: string,
    of: Of,
  ): Promise<NamedScorecardDetail | undefined> {
    const definition = this.options.definitions.find(d => d.id === id);
    return (
      definition &&
      readAsOf(this.options, of.asOf, (tx, reading) =>
        this.#one(tx, reading, scope, definition, of.team),
      )
    );
  }

  async #one(
    tx: Knex,
    reading: Reading,
    scope: ReadScope,
    definition: NamedScorecardDefinition,
    team: string | undefined,
  ): Promise<NamedScorecardDetail> {
    const { id, title, description, subjects: filter = {} } = definition;
    const about = controlsOfScorecard(definition, this.options.controls);
    const subjects = () => {
      const query = subjectsToFilter(reading, filter);
      scope.apply(query, 's.id');
      return filterSubjects(
        tx,
        query,
        { ...filter, team },
        { reading, controls: this.options.controls },
      );
    };
    const results = () =>
      heldResults(tx, reading, subjects()).whereIn(
        'r.control_id',
        about.map(c => c.id),
      );
    const { count } = await subjects().count({ count: '*' }).first<any>();
    const byControl = await countByControl(tx, results());
    const controls = about.map(control => {
      const counts = byControl.get(control.id) ?? noCounts();
      return {
        id: control.id,
        title: control.title,
        level: control.level,
        counts,
        share: share(counts),
      };
    });
    const counts = controls
      .map(control => control.counts)
      .reduce(addCounts, noCounts());
    return {
      id,
      title,
      ...(description && { description }),
      filter,
      subjects: Number(count),
      holding: await countHolding(tx, results()),
      counts,
      share: share(counts),
      controls,
    };
  }
}

/** Of how many subjects something is asked and all of it holds. */
async function countHolding(
  tx: Knex,
  results: Knex.QueryBuilder,
): Promise<number> {
  const asked = tx
    .from(results.as('found'))
    .whereNotIn('state', unaskedStates)
    .groupBy('subject')
    .havingRaw(
      `min(case when state in (${heldStates
        .map(() => '?')
        .join(', ')}) then 1 else 0 end) = 1`,
      [...heldStates],
    )
    .select('subject');
  const { count } = await tx
    .from(asked.as('held'))
    .count({ count: '*' })
    .first<any>();
  return Number(count);
}
