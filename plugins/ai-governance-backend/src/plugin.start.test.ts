import { TestDatabases } from '@backstage/backend-test-utils';
import { examplePolicy } from './__testUtils__/examplePolicy';
import { startGovernance, TestCatalog } from './__testUtils__/startGovernance';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('start', () => {
  it.each([
    ['without a policy', {}, /set aiGovernance\.policy/],
    [
      'with a wrong policy',
      { aiGovernance: { policy: { ...examplePolicy, cadences: {} } } },
      /aiGovernance\.policy\.cadences\.intended-use: /,
    ],
    [
      'with a wrong schedule',
      {
        aiGovernance: {
          policy: examplePolicy,
          inventory: { schedule: { frequency: 'often', timeout: 'PT1M' } },
        },
      },
      /aiGovernance\.inventory\.schedule/,
    ],
  ])('stops %s, and says where', async (_, config, message) => {
    const knex = await databases.init('SQLITE_3');
    await expect(
      startGovernance({
        knex,
        catalog: new TestCatalog([]),
        config: config as any,
      }),
    ).rejects.toThrow(message);
    await knex.destroy();
  });

  it('keeps what it holds from start to start', async () => {
    const knex = await databases.init('SQLITE_3');
    for (const attempt of [1, 2]) {
      const governance = await startGovernance({
        knex,
        catalog: new TestCatalog([]),
        config: {
          aiGovernance: {
            policy: examplePolicy as any,
            inventory: {
              schedule: { frequency: { seconds: 10 }, timeout: 'PT1M' },
            },
          },
        },
      });
      const { status } = await governance.get('/subjects');
      expect([attempt, status]).toEqual([attempt, 200]);
      await governance.stop();
    }
    await knex.destroy();
  });
});
