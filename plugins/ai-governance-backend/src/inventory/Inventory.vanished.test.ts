import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { aiSystem, group, user } from '../__testUtils__/exampleEntities';
import { startInventory } from './__testUtils__/startInventory';

jest.setTimeout(60_000);

const limits = 'aisystem:default/card-limits';
const cardLimits = (spec: object = {}, title = 'Card limits') =>
  aiSystem('card-limits', title, 'group:default/lending', spec);
const company = (): Entity[] => [
  group('bank'),
  group('lending', 'bank', ['dana']),
  user('dana', ['lending']),
  cardLimits(),
  aiSystem('reply-drafts', 'Reply drafts', 'user:default/dana'),
];
const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    aiSystem(`system-${i}`, `System ${i}`, 'group:default/lending'),
  );

describe('what vanished from the catalog', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_18', 'SQLITE_3'],
  });

  describe.each(databases.eachSupportedId())('%s', id => {
    const start = async (entities: Entity[] = company()) =>
      startInventory(await databases.init(id), entities);

    it('finds a subject gone after two sweeps without it, and resumes it when it comes back', async () => {
      const {
        inventory,
        catalog,
        subject,
        owners,
        marked,
        profiles,
        clock,
        knex,
      } = await start();
      const first = clock.now;
      await inventory.sweep();
      clock.pass({ minutes: 1 });
      catalog.remove(limits);
      await expect(inventory.sweep()).resolves.toMatchObject({ gone: 0 });
      expect(await subject(limits)).toMatchObject({ missed: 1, gone_at: null });

      clock.pass({ minutes: 1 });
      const goneAt = clock.now;
      await expect(inventory.sweep()).resolves.toMatchObject({ gone: 1 });
      expect(await subject(limits)).toMatchObject({ gone_at: goneAt });
      expect(
        await knex('streams').where({ ref: limits }).first(),
      ).toMatchObject({ gone_at: goneAt });
      expect(await marked()).not.toContain(limits);
      await expect(inventory.sweep()).resolves.toMatchObject({ gone: 0 });

      clock.pass({ minutes: 1 });
      catalog.put(cardLimits());
      await expect(inventory.sweep()).resolves.toMatchObject({ returned: 1 });
      expect(await subject(limits)).toMatchObject({ missed: 0, gone_at: null });
      expect(await knex('streams').where({ ref: limits })).toMatchObject([
        { gone_at: null },
      ]);
      expect(await marked()).toContain(limits);
      expect(await profiles(limits)).toHaveLength(1);
      const owner = 'group:default/lending';
      expect(await owners(limits)).toEqual([
        { owner, from_at: first, to_at: goneAt },
        { owner, from_at: clock.now, to_at: null },
      ]);
    });

    it('counts sweeps in a row only, and an entity that is not governed any more as missing', async () => {
      const { inventory, catalog, subject } = await start();
      const portal = (aiGovernance?: object): Entity => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'portal' },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: 'lending',
          aiGovernance,
        } as any,
      });
      catalog.put(portal({ purpose: 'Answers questions.' }));
      await inventory.sweep();
      expect(await subject('component:default/portal')).toMatchObject({
        kind: 'Component',
        owner: 'group:default/lending',
      });
      for (const missing of [true, false, true]) {
        catalog.put(
          portal(missing ? undefined : { purpose: 'Answers questions.' }),
        );
        await inventory.sweep();
        expect(await subject('component:default/portal')).toMatchObject({
          missed: missing ? 1 : 0,
          gone_at: null,
        });
      }
      await inventory.sweep();
      expect(
        (await subject('component:default/portal')).gone_at,
      ).not.toBeNull();
    });

    it('takes nothing as gone when more than a tenth vanished at once, and says so', async () => {
      const { inventory, catalog, knex, logger, clock } = await start([
        group('lending'),
        ...many(20),
      ]);
      await inventory.sweep();
      const swept = clock.now;
      clock.pass({ minutes: 1 });
      const lost = [0, 1, 2].map(i => `aisystem:default/system-${i}`);
      catalog.remove(...lost, 'group:default/lending');
      catalog.put(aiSystem('system-9', 'Renamed', 'group:default/lending'));
      for (let i = 0; i < 3; i++) {
        await expect(inventory.sweep()).resolves.toMatchObject({
          gone: 0,
          changed: i === 0 ? 1 : 0,
          warning: expect.stringContaining('3 of 20 subjects vanished'),
        });
      }
      expect(logger.warn).toHaveBeenCalledTimes(3);
      expect(await knex('subjects').where('missed', '>', 0)).toEqual([]);
      expect(await knex('group_closure')).toHaveLength(1);
      expect(
        Boolean(
          (
            await knex('entity_facts')
              .where({ ref: 'group:default/lending' })
              .first()
          ).present,
        ),
      ).toBe(true);
      expect(await inventory.status()).toEqual({
        sweptAt: swept,
        seen: 20,
        warning: expect.stringContaining('vanished'),
      });

      // somebody looked, and it is meant
      await expect(
        inventory.sweep({ takeVanished: true }),
      ).resolves.toMatchObject({ gone: 3, warning: null });
    });

    it('takes a tenth that vanished as gone', async () => {
      const { inventory, catalog } = await start(many(30));
      await inventory.sweep();
      catalog.remove(...[0, 1, 2].map(i => `aisystem:default/system-${i}`));
      await inventory.sweep();
      await expect(inventory.sweep()).resolves.toMatchObject({
        gone: 3,
        warning: null,
      });
    });

    it('removes nothing when the catalog is empty or fails, also half-way', async () => {
      const { inventory, catalog, knex, subject, clock } = await start();
      await inventory.sweep();
      const before = clock.now;
      clock.pass({ minutes: 1 });
      const all = [...catalog.entities.values()];

      catalog.entities.clear();
      for (let i = 0; i < 2; i++) {
        await expect(inventory.sweep()).resolves.toMatchObject({
          warning: expect.stringContaining('no entity at all'),
        });
      }
      catalog.put(...all, aiSystem('late', 'Late', 'group:default/lending'));
      catalog.afterPage = async () => {
        throw new Error('The catalog went away');
      };
      await expect(inventory.sweep()).resolves.toMatchObject({
        seen: 0,
        warning: 'The catalog could not be read: The catalog went away',
      });
      expect(await subject(limits)).toMatchObject({ missed: 0, gone_at: null });
      expect(await knex('subjects')).toHaveLength(2);
      expect(await knex('entity_facts').where({ present: false })).toEqual([]);
      expect(await inventory.status()).toMatchObject({
        sweptAt: before,
        seen: 2,
      });
    });
  });
});
