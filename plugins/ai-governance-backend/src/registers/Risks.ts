import {
  GovernancePolicy,
  Instant,
  isAbove,
  Page,
  policyTier,
  Risk,
  RiskAssessment,
  riskFilterSchema,
  riskLevels,
  risksQuerySchema,
  Tier,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { asciiLower, byteOrder } from '../database/containsText';
import { isOneOf } from '../database/isOneOf';
import { Keyset } from '../database/keyset';
import { eachItem, pageOfRows } from '../database/paging';
import { snapshot } from '../database/snapshot';
import { ReadScope } from '../permissions/ReadScope';
import { presentReading } from '../posture/reading';
import { presentSubjects, subjectsAt } from '../posture/subjectSummaries';
import { filterSubjects } from '../scorecards/subjectFilter';
import { filterRisks, revisionsJudged } from './filterRisks';

type RiskFilter = z.output<typeof riskFilterSchema>;

/** The chosen level, what has none last either way; then by subject, and within it as they were written. */
function riskOrder(knex: Knex, { orderBy, order }: RiskFilter): Keyset {
  const column = `x.${orderBy}_level`;
  return {
    name: `risks ${orderBy} ${order}`,
    columns: [
      ...(orderBy === 'target'
        ? ([
            {
              sql: `case when ${column} is null then 1 else 0 end`,
              value: 'integer',
              direction: 'asc',
            },
          ] as const)
        : []),
      {
        sql: orderBy === 'target' ? `coalesce(${column}, 0)` : column,
        value: 'integer',
        direction: order,
      },
      { sql: asciiLower(knex, 's.title'), value: 'text', direction: 'asc' },
      { sql: byteOrder(knex, 's.ref'), value: 'text', direction: 'asc' },
      { sql: 'x.position', value: 'integer', direction: 'asc' },
    ],
  };
}

/**
 * The risks of all subjects, one scenario a row, each within what its reader may read. Their levels are those of the last evaluation and what it
 * foretold of them; their words are read from the revision that was judged, so nothing that was erased is kept beside it.
 */
export class Risks {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #policy: Pick<GovernancePolicy, 'tolerance'>;

  static create(options: {
    knex: Knex;
    clock: Clock;
    policy: Pick<GovernancePolicy, 'tolerance'>;
  }) {
    return new Risks(options);
  }

  private constructor(options: {
    knex: Knex;
    clock: Clock;
    policy: Pick<GovernancePolicy, 'tolerance'>;
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#policy = options.policy;
  }

  /** @throws InputError naming the parameter whose value cannot be */
  async page(
    scope: ReadScope,
    { limit, cursor, ...filter }: z.output<typeof risksQuerySchema>,
  ): Promise<Page<Risk>> {
    const { owner, team, tier } = filter;
    return snapshot(this.#knex, this.#clock, async (tx, at) => {
      // of a list, tiers are read for the page alone, unless it is narrowed by them
      const asksForTiers =
        tier !== undefined || filter.aboveTolerance !== undefined;
      const matching = () => {
        const found = (asksForTiers ? subjectsAt(tx, at) : presentSubjects(tx))
          .join({ x: 'risk_levels' }, 'x.subject_id', 's.id')
          .where('x.from_at', '<=', at)
          .where(until =>
            until.whereNull('x.until_at').orWhere('x.until_at', '>', at),
          )
          .whereNotExists(
            revisionsJudged(tx).select(tx.raw('1')).whereNull('v.data'),
          );
        scope.apply(found, 's.id');
        filterSubjects(
          tx,
          found,
          { owner, team, tier },
          { reading: presentReading(tx, at), controls: [] },
        );
        filterRisks(tx, found, filter, this.#policy);
        return found;
      };
      const { total } = await matching().count({ total: '*' }).first<any>();
      const { rows, nextCursor } = await pageOfRows<PlacedRisk>(
        matching().select({
          subjectId: 's.id',
          ref: 's.ref',
          title: 's.title',
          owner: 's.owner',
          recordId: 'x.record_id',
          revision: 'x.revision',
          position: 'x.position',
          inherent: 'x.inherent_level',
          current: 'x.current_level',
          target: 'x.target_level',
        }),
        riskOrder(tx, filter),
        { limit, cursor },
      );
      const assessments = await assessmentsOf(tx, rows);
      const tiers = await tiersOf(tx, at, rows);
      return {
        items: rows.map(row =>
          riskOf(
            row,
            tiers.get(row.subjectId)!,
            assessments.get(row.recordId)!,
            this.#policy,
          ),
        ),
        totalItems: Number(total),
        nextCursor,
      };
    });
  }

  /** Every risk of a filter, for exports. Throws as `page`. */
  each(scope: ReadScope, filter: RiskFilter): AsyncIterable<Risk> {
    return eachItem(place => this.page(scope, { ...filter, ...place }));
  }
}

/** A risk as the page has it before its words are read. */
interface PlacedRisk {
  subjectId: string;
  ref: string;
  title: string;
  owner: string | null;
  recordId: string;
  revision: number;
  position: number;
  inherent: number;
  current: number;
  target: number | null;
}

/**
 * The assessments that the risks of a page stand in, by record. Read for the page alone: joined to the list, each would be read and sorted for
 * every risk that could have been on it.
 */
async function assessmentsOf(
  knex: Knex,
  risks: readonly PlacedRisk[],
): Promise<Map<string, RiskAssessment>> {
  const revisions = new Map(
    risks.map(risk => [risk.recordId, [risk.recordId, risk.revision]]),
  );
  const assessments = new Map<string, RiskAssessment>();
  for (const batch of batches([...revisions.values()])) {
    const found: { recordId: string; data: string }[] = await knex('revisions')
      .whereIn(['record_id', 'revision'], batch)
      .select({ recordId: 'record_id', data: 'data' });
    for (const { recordId, data } of found)
      assessments.set(recordId, JSON.parse(data));
  }
  return assessments;
}

/** The tiers of the subjects of a page, by id. */
async function tiersOf(
  knex: Knex,
  at: Instant,
  risks: readonly PlacedRisk[],
): Promise<Map<string, Tier>> {
  const rows: { id: string; tier: Tier }[] = await subjectsAt(knex, at)
    .where(
      isOneOf(
        knex,
        's.id',
        risks.map(risk => risk.subjectId),
      ),
    )
    .select('s.id', 'm.tier');
  return new Map(rows.map(({ id, tier }) => [id, tier]));
}

function riskOf(
  row: PlacedRisk,
  tier: Tier,
  assessment: RiskAssessment,
  policy: Pick<GovernancePolicy, 'tolerance'>,
): Risk {
  const { id, title, category, treatment } = assessment.scenarios[row.position];
  const tolerance = policy.tolerance[policyTier(tier)];
  const current = riskLevels[row.current];
  return {
    subject: {
      ref: row.ref,
      title: row.title,
      ...(row.owner !== null && { owner: row.owner }),
    },
    recordId: row.recordId,
    revision: row.revision,
    scenario: id,
    title,
    category,
    inherent: riskLevels[row.inherent],
    current,
    ...(row.target !== null && { target: riskLevels[row.target] }),
    tolerance,
    aboveTolerance: isAbove(current, tolerance),
    ...(treatment && {
      treatment: {
        strategy: treatment.strategy,
        owner: treatment.owner,
        due: treatment.due,
        completed: treatment.completed,
      },
    }),
  };
}
