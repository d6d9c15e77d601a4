import { Knex } from 'knex';
import assert from 'node:assert';
import { completeIntendedUse, exampleEntities } from './exampleEntities';
import { eventually, startGovernance, TestCatalog } from './startGovernance';

/** One of the subjects. */
export const limits = '/subjects/aisystem/default/card-limits';

/** The body of an append that makes DOC-01 pass, with changes to its data and beside it. */
export const intendedUse = (data: object = {}, more: object = {}) => ({
  type: 'intended-use',
  data: { ...completeIntendedUse, ...data },
  ...more,
});

/** The plugin with the example entities, swept and evaluated. */
export async function startExample(knex: Knex) {
  const catalog = new TestCatalog(exampleEntities());
  const governance = await startGovernance({ knex, catalog });
  await governance.sweep();
  await eventually(
    async () => (await governance.get('/inventory')).body,
    body => assert.equal(body.waiting, 0),
    5000,
  );
  return { catalog, governance };
}
