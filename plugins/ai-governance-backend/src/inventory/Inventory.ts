import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  governsEntity,
  Instant,
  SweepReport,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { Ledger } from '../ledger/Ledger';
import { PeerUnavailableError } from '../peers/answering';
import { absent, factsOf } from './entityFacts';
import { countMissed, refusal } from './missedSubjects';
import {
  observationOf,
  observedFields,
  SubjectObservation,
} from './observation';
import { OnChanged } from './OnChanged';
import { CatalogReading, readCatalog } from './readCatalog';
import { storeDiscovered } from './storeDiscovered';
import { presentRefs, storeFacts } from './storeFacts';
import { storeGroups } from './storeGroups';
import { storeSubject, storeSubjects } from './storeSubject';

export interface InventoryOptions {
  knex: Knex;
  ledger: Ledger;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  clock: Clock;
  /** Which entities are subjects; sees `observedFields` and `governedBy` only. Default: `governsEntity` of common. */
  governs?: (entity: Entity) => boolean;
  /** Fields of an entity that `governs` asks for beside `observedFields`. */
  governedBy?: readonly string[];
  /** Why an entity that is no subject looks like AI, in words; undefined: it does not. Default: nothing is looked for. */
  discovers?: (entity: Entity) => string | undefined;
  /** Fields of an entity that decide it. */
  discoveredBy?: readonly string[];
  /** Called in the transaction of each change. */
  onChanged: OnChanged;
}

export interface InventoryStatus {
  /** End of the last complete sweep that was taken over whole; null before the first. */
  sweptAt: Instant | null;
  /** Subjects that it saw. */
  seen: number | null;
  /** Why the newest sweep was not taken over, or not whole. */
  warning: string | null;
}

function whyOf(error: unknown): unknown {
  if (error instanceof PeerUnavailableError) return error.reason;
  return error instanceof Error ? error.message : error;
}

interface KnownRow {
  id: string;
  ref: string;
  digest: string;
  missed: number;
  gone_at: string | null;
  observed_at: string;
}

/** Of `discovers` the absence says something: nothing is looked for. */
type Settled = Required<Omit<InventoryOptions, 'discovers'>> &
  Pick<InventoryOptions, 'discovers'>;

const SWEEPS_KEPT = 100;
/** Subjects in one transaction: few enough that nobody waits long for it. */
const TOGETHER = 100;

/** What the catalog was seen to hold. The catalog tells of no changes, so it is swept, and asked for one entity when that is looked at. */
export class Inventory {
  readonly #options: Settled;

  static create(options: InventoryOptions): Inventory {
    return new Inventory({
      governs: governsEntity,
      governedBy: [],
      discoveredBy: [],
      ...options,
    });
  }

  private constructor(options: Settled) {
    this.#options = options;
  }

  /**
   * Reads the whole catalog and takes over what differs. A reading that fails, or in which too much vanished at once, removes nothing:
   * the report and the log say why. What was observed after the sweep began stays.
   *
   * @param options - `takeVanished`: somebody has looked, and what vanished is meant to be gone
   * @throws what the database throws
   */
  async sweep(options: { takeVanished?: boolean } = {}): Promise<SweepReport> {
    const { knex, clock, logger } = this.#options;
    const startedAt = await clock(knex);
    const report: SweepReport = {
      seen: 0,
      added: 0,
      changed: 0,
      returned: 0,
      gone: 0,
      failed: 0,
      warning: null,
    };
    let reading: CatalogReading | undefined;
    try {
      reading = await readCatalog(this.#options);
    } catch (error) {
      logger.error('The catalog could not be read', error as Error);
      report.warning = `The catalog could not be read: ${whyOf(error)}`;
    }
    if (reading) await this.#takeOver(reading, startedAt, options, report);
    if (report.warning) {
      logger.warn(
        `The sweep of the catalog was not taken over whole: ${report.warning}`,
      );
    }
    await this.#note(startedAt, report, reading !== undefined);
    return report;
  }

  /**
   * Reads one entity and takes it over as a sweep would, with the facts of what it refers to.
   * One that is missing is counted as missed; only a sweep can find it gone.
   *
   * @param ref - an entity reference with its kind
   * @returns undefined when the catalog has no such entity, or it is not governed
   * @throws InputError when `ref` is no reference, and what the catalog throws
   */
  async observe(ref: string): Promise<{ subjectId: string } | undefined> {
    const { knex, catalog, auth, clock, governs, onChanged } = this.#options;
    const full = stringifyEntityRef(parseEntityRef(ref));
    const at = await clock(knex);
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(full, { credentials });

    // its own facts matter only where another subject refers to it
    const own = await knex('entity_facts').where({ ref: full }).first();
    const ownFacts = own ? [entity ? factsOf(entity) : absent(full)] : [];
    if (!entity || !governs(entity)) {
      await storeFacts(knex, ownFacts, at, onChanged);
      await knex('subjects')
        .where({ ref: full, missed: 0 })
        .whereNull('gone_at')
        .where('observed_at', '<=', at)
        .update({ missed: 1, observed_at: at });
      return undefined;
    }

    const observation = observationOf(entity);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: observation.refers, fields: observedFields },
      { credentials },
    );
    const facts = observation.refers.map((referred, i) => {
      const found = items[i];
      return found ? factsOf(found) : absent(referred);
    });
    await storeFacts(knex, [...ownFacts, ...facts], at, onChanged);
    const { subjectId } = await storeSubject(this.#options, observation, at);
    return { subjectId };
  }

  /** How the sweeps stand. */
  async status(): Promise<InventoryStatus> {
    const { knex } = this.#options;
    const newest = await knex('sweeps').orderBy('id', 'desc').first();
    const whole = newest?.warning
      ? await knex('sweeps').whereNull('warning').orderBy('id', 'desc').first()
      : newest;
    return {
      sweptAt: whole?.finished_at ?? null,
      seen: whole?.seen ?? null,
      warning: newest?.warning ?? null,
    };
  }

  async #takeOver(
    reading: CatalogReading,
    at: Instant,
    options: { takeVanished?: boolean },
    report: SweepReport,
  ): Promise<void> {
    const { knex, onChanged } = this.#options;
    const { subjects, subjectRefs, facts, groupsAndUsers } = reading;
    const rows: KnownRow[] = await knex('subjects')
      .join('streams', 'streams.id', 'subjects.id')
      // one that another carries on has nothing any more that could come back
      .whereNull('streams.continues')
      .select(
        'subjects.id',
        'subjects.ref',
        'subjects.digest',
        'subjects.missed',
        'subjects.gone_at',
        'subjects.observed_at',
      );
    const known = new Map(rows.map(row => [row.ref, row]));
    const there = rows.filter(row => row.gone_at === null);
    const missing = there.filter(row => !subjectRefs.has(row.ref));
    report.seen = subjectRefs.size;
    report.failed = subjectRefs.size - subjects.length;
    const refused = refusal({
      entities: reading.entities,
      known: there.length,
      vanished: missing.length,
    });
    const vanishing =
      !refused || Boolean(options.takeVanished && reading.entities);
    if (!vanishing) report.warning = refused!;

    // first the facts and the tree, so that a new subject is judged by them
    const noted = new Set(await presentRefs(knex));
    const wanted = new Set([
      ...groupsAndUsers,
      ...subjects.flatMap(s => s.refers),
      ...noted,
    ]);
    const observedFacts = [...wanted].flatMap(ref => {
      const found = facts.get(ref);
      if (found) return [found];
      return vanishing && noted.has(ref) ? [absent(ref)] : [];
    });
    await storeFacts(knex, observedFacts, at, onChanged);
    if (vanishing) await storeDiscovered(knex, reading.discovered, at);
    if (vanishing) await storeGroups(knex, reading.groups, reading.edges, at);

    const differing = subjects.filter(s => {
      const row = known.get(s.ref);
      return !row || row.gone_at !== null || row.digest !== s.digest;
    });
    for (const batch of batches(differing, TOGETHER)) {
      await this.#storeAll(batch, at, report);
    }

    const back = there.filter(
      row => row.missed > 0 && subjectRefs.has(row.ref),
    );
    for (const batch of batches(back)) {
      await knex('subjects')
        .whereIn(
          'id',
          batch.map(row => row.id),
        )
        .where('observed_at', '<=', at)
        .update({ missed: 0 });
    }
    if (vanishing) {
      report.gone = await countMissed(
        knex,
        missing,
        at,
        options.takeVanished ? 1 : undefined,
      );
    }
  }

  /** Together; when that fails one by one: one that cannot be taken over does not keep the others out. */
  async #storeAll(
    subjects: readonly SubjectObservation[],
    at: Instant,
    report: SweepReport,
  ): Promise<void> {
    try {
      const stored = await storeSubjects(this.#options, subjects, at);
      for (const { outcome } of stored) {
        if (outcome !== 'unchanged') report[outcome] += 1;
      }
    } catch (error) {
      if (subjects.length > 1) {
        for (const one of subjects) await this.#storeAll([one], at, report);
        return;
      }
      report.failed += 1;
      this.#options.logger.error(
        `${subjects[0].ref} could not be taken over`,
        error as Error,
      );
    }
  }

  async #note(startedAt: Instant, report: SweepReport, complete: boolean) {
    const { knex, clock } = this.#options;
    await knex('sweeps').insert({
      started_at: startedAt,
      finished_at: complete ? await clock(knex) : null,
      seen: complete ? report.seen : null,
      warning: report.warning,
    });
    const oldest = await knex('sweeps')
      .orderBy('id', 'desc')
      .offset(SWEEPS_KEPT - 1)
      .limit(1)
      .first('id');
    if (oldest) await knex('sweeps').where('id', '<', oldest.id).delete();
  }
}
