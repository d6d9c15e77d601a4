import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { HumanDuration } from '@backstage/types';
import { Instant, plus } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../../database/clock';
import { migrate } from '../../database/migrate';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { markAppended, markChanged } from '../../posture/markChanged';
import { Inventory, InventoryOptions } from '../Inventory';

/** A catalog whose entities a test puts in and takes out, read through the real mock of the catalog. */
export class MutableCatalog {
  readonly entities = new Map<string, Entity>();
  /** Runs after each page that a stream gives. */
  afterPage: () => Promise<void> = async () => {};

  put(...entities: Entity[]) {
    for (const entity of entities) {
      this.entities.set(stringifyEntityRef(entity), entity);
    }
  }

  remove(...refs: string[]) {
    for (const ref of refs) this.entities.delete(ref);
  }

  service(): CatalogService {
    const now = () =>
      catalogServiceMock({ entities: [...this.entities.values()] });
    const afterPage = () => this.afterPage();
    return catalogServiceMock.mock({
      getEntityByRef: async ref => now().getEntityByRef(ref),
      getEntitiesByRefs: async request => now().getEntitiesByRefs(request),
      async *streamEntities(request) {
        for await (const page of now().streamEntities(request)) {
          yield page;
          await afterPage();
        }
      },
    });
  }
}

/** Time that stands still until a test moves it. */
export class TestClock {
  now: Instant = '2026-01-01T00:00:00.000Z';
  readonly read: Clock = async () => this.now;
  pass(duration: HumanDuration) {
    this.now = plus(this.now, duration);
  }
}

/** Ledger and inventory on a database of the test; what changes is marked, as in the plugin. */
export async function startInventory(
  knex: Knex,
  entities: Entity[],
  overrides: Partial<InventoryOptions> = {},
) {
  await migrate(knex);
  const clock = new TestClock();
  const catalog = new MutableCatalog();
  catalog.put(...entities);
  const ledger = DatabaseLedger.create({
    knex,
    clock: clock.read,
    onAppended: markAppended,
  });
  const logger = mockServices.logger.mock();
  const options: InventoryOptions = {
    knex,
    ledger,
    catalog: catalog.service(),
    auth: mockServices.auth(),
    logger,
    clock: clock.read,
    onChanged: markChanged,
    ...overrides,
  };
  const subject = (ref: string) => knex('subjects').where({ ref }).first();
  return {
    knex,
    clock,
    catalog,
    ledger,
    logger,
    options,
    inventory: Inventory.create(options),
    subject,
    /** References of the subjects that are marked, sorted. */
    marked: async (): Promise<string[]> =>
      (
        await knex('work')
          .join('subjects', 'subjects.id', 'work.subject_id')
          .orderBy('subjects.ref')
          .select('subjects.ref as ref')
      ).map(row => row.ref),
    /** Revisions of the profile, oldest first. */
    profiles: async (ref: string): Promise<any[]> =>
      await knex('revisions')
        .join('streams', 'streams.id', 'revisions.stream_id')
        .where({ 'streams.ref': ref, type: 'profile' })
        .orderBy('seq')
        .select('revisions.*'),
    /** From and to of who owned a subject. */
    owners: async (ref: string) =>
      await knex('owner_intervals')
        .join('subjects', 'subjects.id', 'owner_intervals.subject_id')
        .where('subjects.ref', ref)
        .orderBy('owner_intervals.id')
        .select('owner_intervals.owner', 'from_at', 'to_at'),
  };
}
