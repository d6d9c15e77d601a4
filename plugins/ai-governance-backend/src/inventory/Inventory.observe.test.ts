import { TestDatabases } from '@backstage/backend-test-utils';
import { aiSystem, group, user } from '../__testUtils__/exampleEntities';
import { startInventory } from './__testUtils__/startInventory';

jest.setTimeout(60_000);

const limits = 'aisystem:default/card-limits';
const cardLimits = (spec: object = {}) =>
  aiSystem('card-limits', 'Card limits', 'group:default/lending', spec);

describe('observing one entity', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_18', 'SQLITE_3'],
  });

  describe.each(databases.eachSupportedId())('%s', id => {
    const start = async () =>
      startInventory(await databases.init(id), [
        group('lending', undefined, ['dana']),
        user('dana', ['lending']),
        cardLimits({ data: { sources: ['resource:default/ledger-db'] } }),
      ]);

    it('takes over a new subject with the facts of what it refers to', async () => {
      const { inventory, subject, knex, marked, profiles } = await start();
      const found = await inventory.observe('AISystem:default/Card-Limits');
      expect(found).toEqual({ subjectId: (await subject(limits)).id });
      expect(await marked()).toEqual([limits]);
      expect(await profiles(limits)).toHaveLength(1);
      const noted = await knex('entity_facts').orderBy('ref');
      expect(
        noted.map(row => [row.ref, Boolean(row.present), row.members]),
      ).toEqual([
        ['group:default/lending', true, 1],
        ['resource:default/ledger-db', false, null],
        ['user:default/dana', true, null],
      ]);
    });

    it('takes over what changed, in itself and in what it refers to', async () => {
      const { inventory, catalog, subject, knex, clock, profiles, owners } =
        await start();
      await inventory.sweep();
      clock.pass({ minutes: 1 });
      catalog.put(
        cardLimits({ owner: 'user:default/dana' }),
        group('lending', undefined, []),
      );
      catalog.remove('user:default/dana');
      await inventory.observe(limits);
      expect(await subject(limits)).toMatchObject({
        owner: 'user:default/dana',
        observed_at: clock.now,
      });
      expect(await profiles(limits)).toHaveLength(2);
      expect(await owners(limits)).toHaveLength(2);
      const dana = await knex('entity_facts')
        .where({ ref: 'user:default/dana' })
        .first();
      expect(Boolean(dana.present)).toBe(false);
    });

    it('says when it looked, also when nothing changed', async () => {
      const { inventory, subject, marked, knex, clock } = await start();
      await inventory.sweep();
      await knex('work').delete();
      clock.pass({ minutes: 1 });
      await inventory.observe(limits);
      expect((await subject(limits)).observed_at).toBe(clock.now);
      expect(await marked()).toEqual([]);
    });

    it('counts what is not there as missed, and never as gone', async () => {
      const { inventory, catalog, subject } = await start();
      await inventory.sweep();
      catalog.remove(limits);
      for (let i = 0; i < 3; i++) {
        await expect(inventory.observe(limits)).resolves.toBeUndefined();
      }
      expect(await subject(limits)).toMatchObject({ missed: 1, gone_at: null });
      await expect(
        inventory.observe('group:default/lending'),
      ).resolves.toBeUndefined();
      await expect(
        inventory.observe('component:default/none'),
      ).resolves.toBeUndefined();
      await expect(inventory.observe('no reference')).rejects.toThrow();
    });

    it('is not overwritten by a sweep that began before', async () => {
      const { inventory, catalog, subject, clock, profiles } = await start();
      await inventory.sweep();
      clock.pass({ minutes: 1 });
      catalog.put(cardLimits({ purpose: 'As the sweep read it.' }));
      catalog.afterPage = async () => {
        catalog.afterPage = async () => {};
        clock.pass({ seconds: 1 });
        catalog.put(cardLimits({ purpose: 'As it is now.' }));
        await inventory.observe(limits);
        clock.pass({ seconds: 1 });
      };
      await expect(inventory.sweep()).resolves.toMatchObject({ changed: 0 });
      const purpose = async () =>
        JSON.parse((await subject(limits)).profile).purpose;
      expect(await purpose()).toBe('As it is now.');
      expect(await profiles(limits)).toHaveLength(2);

      // and of one that is not there any more
      catalog.afterPage = async () => {
        catalog.afterPage = async () => {};
        clock.pass({ seconds: 1 });
        catalog.remove(limits);
        await inventory.observe(limits);
      };
      await inventory.sweep();
      expect(await subject(limits)).toMatchObject({ missed: 1 });
    });
  });
});
