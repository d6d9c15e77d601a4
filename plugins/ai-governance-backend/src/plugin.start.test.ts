import { TestDatabases } from '@backstage/backend-test-utils';
import { examplePolicy } from './__testUtils__/examplePolicy';
import { startGovernance, TestCatalog } from './__testUtils__/startGovernance';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('start', () => {
  it.each<[string, object, string]>([
    ['without a policy', { policy: undefined }, 'set aiGovernance.policy'],
    [
      'with a wrong policy',
      { policy: { ...examplePolicy, cadences: {} } },
      'aiGovernance.policy.cadences.intended-use: ',
    ],
    [
      'with a misspelt key',
      { inventory: { shedule: { frequency: 'PT1M', timeout: 'PT1M' } } },
      'aiGovernance.inventory.shedule: is not a key that is known here',
    ],
    [
      'with a wrong schedule',
      { inventory: { schedule: { frequency: 'often', timeout: 'PT1M' } } },
      'aiGovernance.inventory.schedule.frequency: must be a duration',
    ],
    [
      'with subjects that are no filter predicate',
      { subjects: { kind: { $is: 'AISystem' } } },
      'aiGovernance.subjects.kind.$is: is not known here',
    ],
    [
      'with a control that is not right',
      { controls: [{ id: 'BANK-01', holds: { tier: { $is: 'high' } } }] },
      'aiGovernance.controls[0].holds.tier.$is: is not known here',
    ],
  ])('stops %s, and says where', async (_, aiGovernance, message) => {
    const knex = await databases.init('SQLITE_3');
    await expect(
      startGovernance({
        knex,
        catalog: new TestCatalog([]),
        config: {
          aiGovernance: { policy: examplePolicy, ...aiGovernance } as any,
        },
      }),
    ).rejects.toThrow(message);
    expect(await knex.schema.hasTable('subjects')).toBe(false);
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
