import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { aiSystem, group, user } from '../__testUtils__/exampleEntities';
import { startInventory } from './__testUtils__/startInventory';
import { Inventory } from './Inventory';

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

describe('a sweep of the catalog', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_18', 'SQLITE_3'],
  });

  describe.each(databases.eachSupportedId())('%s', id => {
    const start = async (entities: Entity[] = company()) =>
      startInventory(await databases.init(id), entities);

    it('takes over what is new, with facts, groups, owner and profile, and marks it', async () => {
      const { inventory, knex, subject, marked, profiles, owners, clock } =
        await start();
      await expect(inventory.sweep()).resolves.toEqual({
        seen: 2,
        added: 2,
        changed: 0,
        returned: 0,
        gone: 0,
        failed: 0,
        warning: null,
      });

      expect(await subject(limits)).toMatchObject({
        kind: 'AISystem',
        namespace: 'default',
        name: 'card-limits',
        title: 'Card limits',
        lifecycle: 'production',
        sourcing: 'in-house',
        owner: 'group:default/lending',
        accountable: 'user:default/dana',
        profile_errors: '[]',
        observed_at: clock.now,
        missed: 0,
        gone_at: null,
      });
      expect(await profiles(limits)).toMatchObject([
        {
          revision: 1,
          author: 'catalog',
          data: (await subject(limits)).profile,
        },
      ]);
      expect(await owners(limits)).toEqual([
        { owner: 'group:default/lending', from_at: clock.now, to_at: null },
      ]);
      expect(await marked()).toEqual([limits, 'aisystem:default/reply-drafts']);
      expect(
        (await knex('entity_facts').orderBy('ref')).map(row => [
          row.ref,
          Boolean(row.present),
          row.members,
        ]),
      ).toEqual([
        ['group:default/bank', true, 0],
        ['group:default/lending', true, 1],
        ['user:default/dana', true, null],
      ]);
      expect(
        await knex('group_edges').select('parent', 'child', 'from_at', 'to_at'),
      ).toEqual([
        {
          parent: 'group:default/bank',
          child: 'group:default/lending',
          from_at: clock.now,
          to_at: null,
        },
      ]);
      expect(await knex('group_closure')).toHaveLength(3);
      expect(await inventory.status()).toEqual({
        sweptAt: clock.now,
        seen: 2,
        warning: null,
      });
    });

    it('writes nothing for what is unchanged, whatever the order of lists', async () => {
      const { inventory, knex, catalog, clock } = await start([
        ...company(),
        cardLimits({ uses: ['a', 'b'] }),
      ]);
      await inventory.sweep();
      clock.pass({ minutes: 1 });
      catalog.put(cardLimits({ uses: ['b', 'a'] }));

      const writes: string[] = [];
      knex.on('query', ({ sql }) => {
        if (/^(insert|update|delete|begin)/i.test(sql)) writes.push(sql);
      });
      await expect(inventory.sweep()).resolves.toMatchObject({
        seen: 2,
        changed: 0,
      });
      expect(writes.filter(sql => !sql.includes('sweeps'))).toEqual([]);
    });

    it('takes over what changed; a revision only when the profile did', async () => {
      const { inventory, knex, catalog, subject, marked, profiles, clock } =
        await start();
      await inventory.sweep();
      await knex('work').delete();

      clock.pass({ minutes: 1 });
      catalog.put(
        cardLimits(
          { purpose: 'Card limits for existing customers.' },
          'Limits of cards',
        ),
      );
      await expect(inventory.sweep()).resolves.toMatchObject({ changed: 1 });
      expect(await subject(limits)).toMatchObject({
        title: 'Limits of cards',
        observed_at: clock.now,
      });
      expect(await profiles(limits)).toHaveLength(1);
      expect(await marked()).toEqual([limits]);

      catalog.put(cardLimits({ purpose: 'Something else.', data: 'x' }));
      await inventory.sweep();
      const row = await subject(limits);
      expect(JSON.parse(row.profile)).toMatchObject({
        purpose: 'Something else.',
      });
      expect(JSON.parse(row.profile_errors)).toMatchObject([
        { path: 'spec.data' },
      ]);
      expect(await profiles(limits)).toHaveLength(2);
    });

    it('keeps who owned it as intervals', async () => {
      const { inventory, catalog, owners, clock } = await start();
      const first = clock.now;
      await inventory.sweep();
      clock.pass({ days: 1 });
      catalog.put(cardLimits({ owner: 'user:default/dana' }));
      await inventory.sweep();
      expect(await owners(limits)).toEqual([
        { owner: 'group:default/lending', from_at: first, to_at: clock.now },
        { owner: 'user:default/dana', from_at: clock.now, to_at: null },
      ]);
    });

    it('marks the dependants of facts that changed, and no others', async () => {
      const { inventory, catalog, knex, marked, clock } = await start();
      await inventory.sweep();
      const { id: subjectId } = await knex('subjects')
        .where({ ref: limits })
        .first();
      await knex('result_inputs').insert({
        key: 'entity:group:default/lending',
        subject_id: subjectId,
      });
      await knex('work').delete();

      clock.pass({ minutes: 1 });
      catalog.put(group('lending', 'bank', ['dana', 'omar']));
      await inventory.sweep();
      expect(await marked()).toEqual([limits]);

      await knex('work').delete();
      catalog.remove('group:default/lending');
      await inventory.sweep();
      expect(await marked()).toEqual([limits]);
      expect(
        Boolean(
          (
            await knex('entity_facts')
              .where({ ref: 'group:default/lending' })
              .first()
          ).present,
        ),
      ).toBe(false);
    });

    it('keeps edges among groups as intervals, and survives cycles', async () => {
      const { inventory, catalog, knex, clock } = await start();
      await inventory.sweep();
      const first = clock.now;
      clock.pass({ days: 1 });
      // lending moves below risk, and risk below lending
      catalog.put(group('lending', 'risk'), group('risk', 'lending'));
      await inventory.sweep();
      const edges = await knex('group_edges').orderBy('id');
      expect(edges[0]).toMatchObject({ from_at: first, to_at: clock.now });
      expect(
        edges
          .filter(edge => edge.to_at === null)
          .map(edge => [edge.parent, edge.child])
          .sort(),
      ).toEqual([
        ['group:default/lending', 'group:default/risk'],
        ['group:default/risk', 'group:default/lending'],
      ]);
      const pairs = (await knex('group_closure')).map(
        ({ ancestor, descendant }) =>
          `${ancestor.split('/')[1]} > ${descendant.split('/')[1]}`,
      );
      expect(pairs.sort()).toEqual([
        'bank > bank',
        'lending > lending',
        'lending > risk',
        'risk > lending',
        'risk > risk',
      ]);
    });

    it('agrees with another backend that sweeps at the same time', async () => {
      const { inventory, options, knex, catalog, profiles, owners, clock } =
        await start([...company(), ...many(20)]);
      const other = Inventory.create(options);
      const both = await Promise.all([inventory.sweep(), other.sweep()]);
      expect(both.map(r => r.failed)).toEqual([0, 0]);
      expect(both[0].added + both[1].added).toBe(22);
      expect(await profiles(limits)).toHaveLength(1);
      expect(await owners(limits)).toHaveLength(1);
      expect(await knex('group_edges')).toHaveLength(1);

      clock.pass({ minutes: 1 });
      catalog.put(
        group('risk', 'bank'),
        ...many(20).map(e => ({ ...e, spec: { ...e.spec, purpose: 'New.' } })),
      );
      catalog.remove(limits);
      const again = await Promise.all([inventory.sweep(), other.sweep()]);
      expect(again[0].changed + again[1].changed).toBe(20);
      expect(again.map(r => r.failed + r.gone)).toEqual([0, 0]);
      expect(await profiles('aisystem:default/system-7')).toHaveLength(2);
      expect(await knex('group_edges').whereNull('to_at')).toHaveLength(2);
    });

    it('keeps the others when one cannot be taken over, and takes text that a database cannot hold', async () => {
      const { options, catalog, subject, profiles } = await start();
      catalog.put(cardLimits({ purpose: 'a\u0000b\ud800c' }));
      const inventory = Inventory.create({
        ...options,
        onChanged: async (_, keys) => {
          if (keys.includes('entity:aisystem:default/reply-drafts'))
            throw new Error('Not this one');
        },
      });
      await expect(inventory.sweep()).resolves.toMatchObject({
        seen: 2,
        added: 1,
        failed: 1,
      });
      expect(await subject('aisystem:default/reply-drafts')).toBeUndefined();
      const [{ data }] = await profiles(limits);
      expect(JSON.parse(data).purpose).toBe('a\ufffdb\ufffdc');
    });

    it('keeps the newest hundred sweeps', async () => {
      const { inventory, knex, clock } = await start([]);
      await knex('sweeps').insert(
        Array.from({ length: 120 }, () => ({
          started_at: '2025-01-01T00:00:00.000Z',
        })),
      );
      await inventory.sweep();
      const rows = await knex('sweeps').orderBy('id');
      expect(rows).toHaveLength(100);
      expect(rows.at(-1)).toMatchObject({ started_at: clock.now });
    });
  });
});
