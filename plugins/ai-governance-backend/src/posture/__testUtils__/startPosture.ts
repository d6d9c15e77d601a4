import { Entity } from '@backstage/catalog-model';
import { Control } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { examplePolicy } from '../../__testUtils__/examplePolicy';
import { startInventory } from '../../inventory/__testUtils__/startInventory';
import { Evaluator, EvaluatorOptions } from '../Evaluator';
import { ResultRow } from '../resultIntervals';

/** Ledger, inventory and evaluator on a database of the test, swept once. */
export async function startPosture(
  knex: Knex,
  entities: Entity[],
  overrides: Partial<EvaluatorOptions> = {},
) {
  const started = await startInventory(knex, entities);
  const { clock, ledger, logger } = started;
  const options: EvaluatorOptions = {
    knex,
    ledger,
    policy: examplePolicy,
    clock: clock.read,
    logger,
    ...overrides,
  };
  await started.inventory.sweep();
  const idOf = async (ref: string): Promise<string> =>
    (await started.subject(ref)).id;
  return {
    ...started,
    evaluatorOptions: options,
    evaluator: Evaluator.create(options),
    idOf,
    /** Every interval of one control of a subject, oldest first. */
    history: async (ref: string, controlId: string): Promise<ResultRow[]> =>
      await knex('results')
        .where({ subject_id: await idOf(ref), control_id: controlId })
        .orderBy('id'),
    /** The row of `subject_summary` that a reader takes now. */
    summary: async (ref: string): Promise<any> =>
      await knex('subject_summary')
        .where({ subject_id: await idOf(ref) })
        .where('from_at', '<=', clock.now)
        .where(q => q.whereNull('until_at').orWhere('until_at', '>', clock.now))
        .first(),
    append: async (ref: string, type: string, data: object) => {
      const id = await idOf(ref);
      const head = (await ledger.records(id, { type }))[0];
      return await ledger.append(id, {
        type,
        data,
        author: 'user:default/dana',
        baseRevision: type === 'change' ? undefined : head?.revision,
      });
    },
  };
}

/** A control of a test's own; passes with its id as the reason. */
export const testControl = (
  id: string,
  rest: Partial<Control> = {},
): Control => ({
  id,
  version: 1,
  family: 'DOC',
  title: id,
  level: 'bronze',
  holdsWhen: 'it holds',
  appliesTo: 'all',
  references: [],
  remediation: { label: 'Mend it', place: 'source' },
  evaluate: () => ({ state: 'pass', reason: id }),
  ...rest,
});
