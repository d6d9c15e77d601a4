import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { startInventory } from './__testUtils__/startInventory';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const server = (title: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'server', namespace: 'default', title },
  spec: { type: 'mcp-server' },
});

describe.each(databases.eachSupportedId())('found AI on %s', id => {
  it('stays as the later of two sweeps saw it, though the earlier ends after it', async () => {
    const knex = await databases.init(id);
    const { catalog, clock, inventory } = await startInventory(
      knex,
      [server('Old')],
      {
        discovers: ({ kind }) => (kind === 'API' ? 'kind is API' : undefined),
      },
    );
    let renamedAt: string | undefined;
    catalog.afterPage = async () => {
      catalog.afterPage = async () => {};
      catalog.put(server('New'));
      clock.pass({ minutes: 1 });
      renamedAt = clock.now;
      await inventory.sweep();
    };
    await inventory.sweep();
    expect(await knex('discovered').select('title', 'observed_at')).toEqual([
      { title: 'New', observed_at: renamedAt },
    ]);
    await knex.destroy();
  });

  it('is gone as the later of two sweeps saw it, in the history as well', async () => {
    const knex = await databases.init(id);
    const { catalog, clock, inventory } = await startInventory(
      knex,
      [server('Old')],
      {
        discovers: ({ kind }) => (kind === 'API' ? 'kind is API' : undefined),
      },
    );
    catalog.afterPage = async () => {
      catalog.afterPage = async () => {};
      catalog.remove('api:default/server');
      clock.pass({ minutes: 1 });
      await inventory.sweep();
    };
    await inventory.sweep();
    expect(await knex('discovered')).toEqual([]);
    expect(await knex('found_intervals')).toEqual([]);
    await knex.destroy();
  });
});
