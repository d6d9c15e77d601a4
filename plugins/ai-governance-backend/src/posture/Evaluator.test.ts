import { TestDatabases } from '@backstage/backend-test-utils';
import {
  Control,
  controls as allControls,
  minus,
  plus,
} from 'backstage-plugin-ai-governance-common';
import {
  aiSystem,
  completeIntendedUse,
  group,
} from '../__testUtils__/exampleEntities';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { company, drafts, limits } from './__testUtils__/company';
import { startPosture, testControl } from './__testUtils__/startPosture';
import { familyCounts } from './familyCounts';
import { Evaluator, EvaluatorOptions } from './Evaluator';
import { markIfPolicyChanged } from './markIfPolicyChanged';

jest.setTimeout(60_000);

describe('the evaluator', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_18', 'SQLITE_3'],
  });

  describe.each(databases.eachSupportedId())('%s', id => {
    const start = async (overrides: Partial<EvaluatorOptions> = {}) =>
      startPosture(await databases.init(id), company(), overrides);

    it('judges what is new by every control, sums it up, and tells of it', async () => {
      const onEvaluated = jest.fn();
      const { evaluator, knex, history, summary, clock, idOf } = await start({
        onEvaluated,
      });
      await expect(evaluator.runOnce()).resolves.toBe(2);
      expect(onEvaluated).toHaveBeenCalledTimes(1);
      expect(onEvaluated.mock.calls[0][0].sort()).toEqual([limits, drafts]);
      expect(await knex('work')).toEqual([]);
      await expect(evaluator.runOnce()).resolves.toBe(0);

      expect(await history(limits, 'INV-01')).toMatchObject([
        { state: 'pass', since: clock.now, from_at: clock.now, to_at: null },
      ]);
      expect(await history(limits, 'DOC-01')).toMatchObject([
        { state: 'not-reported' },
      ]);
      const counts = await knex('results')
        .where({ subject_id: await idOf(limits) })
        .whereNull('to_at');
      expect(counts).toHaveLength(allControls.length);
      const row = await summary(limits);
      expect(row).toMatchObject({
        tier: 'limited',
        level: null,
        first_control: 'DOC-01',
        evaluated_at: clock.now,
        not_reported: counts.filter(r => r.state === 'not-reported').length,
        pass: counts.filter(r => r.state === 'pass').length,
      });
      const families = familyCounts(row.families);
      expect(new Set(Object.keys(families))).toEqual(
        new Set(allControls.map(c => c.family)),
      );
      expect(Object.values(families).reduce((sum, f) => sum + f.pass, 0)).toBe(
        row.pass,
      );
    });

    it('keeps as inputs what is not implied, and forgets what is not read any more', async () => {
      const { evaluator, knex, catalog, inventory, idOf } = await start();
      await evaluator.runOnce();
      const inputs = async () =>
        (
          await knex('result_inputs')
            .where({ subject_id: await idOf(limits) })
            .orderBy('key')
        ).map(row => row.key);
      expect(await inputs()).toEqual([
        'entity:group:default/lending',
        'entity:user:default/dana',
        'model:openai',
        'models',
        'stream:user:default/dana',
      ]);
      catalog.put(
        aiSystem('card-limits', 'Card limits', 'group:default/service'),
      );
      await inventory.sweep();
      await evaluator.runOnce();
      expect(await inputs()).toEqual([
        'entity:group:default/service',
        'entity:user:default/dana',
        'model:openai',
        'models',
        'stream:user:default/dana',
        'stream:user:default/omar',
      ]);
    });

    it('shows what was foretold at its instant without a worker, and stores it when one comes', async () => {
      const { evaluator, append, clock, summary, history, knex } =
        await start();
      await append(limits, 'intended-use', completeIntendedUse);
      await evaluator.runOnce();
      const [written] = await history(limits, 'DOC-06');
      const due = plus('2026-01-01T00:00:00.000Z', { years: 1 });
      // the ledger's first instant is a few milliseconds into the year
      expect(written.state).toBe('pass');
      const warnsAt = written.valid_until!;
      expect(warnsAt.slice(0, 10)).toBe(minus(due, { days: 30 }).slice(0, 10));
      const passes = (await summary(limits)).pass;

      // a millisecond before: as it was, and nothing is due
      clock.now = new Date(Date.parse(warnsAt) - 1).toISOString();
      await expect(evaluator.runOnce()).resolves.toBe(0);
      expect(await summary(limits)).toMatchObject({ pass: passes, warning: 0 });

      // at the instant: foretold, no worker came by
      clock.now = warnsAt;
      expect(await summary(limits)).toMatchObject({
        pass: passes - 1,
        warning: 1,
        first_control: expect.any(String),
      });

      // two days later one comes: the spell began when it was foretold for
      clock.pass({ days: 2 });
      const foundAt = clock.now;
      await expect(evaluator.runOnce()).resolves.toBe(1);
      const [before, warning] = await history(limits, 'DOC-06');
      expect(before).toMatchObject({ ...written, to_at: foundAt });
      expect(warning).toMatchObject({
        state: 'warning',
        since: warnsAt,
        from_at: foundAt,
        next_state: 'expired',
        to_at: null,
      });
      await expect(evaluator.runOnce()).resolves.toBe(0);

      clock.now = warning.valid_until!;
      expect(await summary(limits)).toMatchObject({ warning: 0, expired: 1 });
      await expect(evaluator.runOnce()).resolves.toBe(1);
      expect((await history(limits, 'DOC-06')).at(-1)).toMatchObject({
        state: 'expired',
        since: clock.now,
        valid_until: null,
      });
      await expect(evaluator.runOnce()).resolves.toBe(0);
      expect(await knex('work')).toEqual([]);
    });

    it('opens an interval only where something differs', async () => {
      const { evaluator, append, clock, history, knex } = await start();
      await evaluator.runOnce();
      const first = clock.now;
      clock.pass({ days: 1 });
      const before = await knex('results').count({ n: '*' }).first();
      await append(limits, 'intended-use', completeIntendedUse);
      await evaluator.runOnce();
      expect(await history(limits, 'DOC-01')).toMatchObject([
        { state: 'not-reported', from_at: first, to_at: clock.now },
        { state: 'pass', since: clock.now, from_at: clock.now, to_at: null },
      ]);
      const after = await knex('results').count({ n: '*' }).first();
      const changed = await knex('results')
        .where({ from_at: clock.now })
        .orderBy('control_id')
        .pluck('control_id');
      // three pass, and two others say now what the document leaves out
      expect(changed).toEqual([
        'DOC-01',
        'DOC-02',
        'DOC-03',
        'DOC-04',
        'DOC-06',
      ]);
      expect(Number(after!.n) - Number(before!.n)).toBe(5);
    });

    it('leaves out what was redacted', async () => {
      const { evaluator, append, history, ledger, clock } = await start();
      const { recordId } = await append(
        limits,
        'intended-use',
        completeIntendedUse,
      );
      await evaluator.runOnce();
      clock.pass({ days: 1 });
      await ledger.redact(recordId, 1, {
        author: 'user:default/dana',
        reason: 'Names a customer.',
      });
      await evaluator.runOnce();
      expect((await history(limits, 'DOC-01')).map(r => r.state)).toEqual([
        'pass',
        'not-reported',
      ]);
    });

    it('judges the dependants of changed facts, and no others', async () => {
      const { evaluator, catalog, inventory, history, marked, clock } =
        await start();
      await evaluator.runOnce();
      clock.pass({ days: 1 });
      catalog.put(group('service'));
      await inventory.sweep();
      expect(await marked()).toEqual([drafts]);
      await expect(evaluator.runOnce()).resolves.toBe(1);
      expect((await history(drafts, 'INV-01')).map(r => r.state)).toEqual([
        'pass',
        'fail',
      ]);
    });

    it('closes the results of a control that is no more, and asks a new one of all', async () => {
      const { evaluator, evaluatorOptions, knex, history, clock } =
        await start();
      await evaluator.runOnce();
      await expect(
        markIfPolicyChanged(knex, examplePolicy, allControls, clock.now),
      ).resolves.toBe(false);
      expect(await knex('work')).toEqual([]);

      clock.pass({ days: 1 });
      const controls: Control[] = [
        ...allControls.filter(c => c.id !== 'INV-03'),
        testControl('DOC-99'),
      ];
      await expect(
        markIfPolicyChanged(knex, examplePolicy, controls, clock.now),
      ).resolves.toBe(true);
      await Evaluator.create({ ...evaluatorOptions, controls }).runOnce();
      expect(await history(limits, 'INV-03')).toMatchObject([
        { to_at: clock.now },
      ]);
      expect(await history(drafts, 'DOC-99')).toMatchObject([
        { state: 'pass', to_at: null },
      ]);
      expect(await history(limits, 'INV-01')).toHaveLength(1);

      const policy = { ...examplePolicy, version: '2026.2' };
      await expect(
        markIfPolicyChanged(knex, policy, controls, clock.now),
      ).resolves.toBe(true);
      clock.pass({ days: 1 });
      await Evaluator.create({
        ...evaluatorOptions,
        controls,
        policy,
      }).runOnce();
      const [old, now] = await history(limits, 'INV-01');
      expect(old.policy_hash).not.toBe(now.policy_hash);
      expect(now).toMatchObject({ since: old.since, from_at: clock.now });
    });

    it('marks on start-up what was never evaluated', async () => {
      const { evaluator, knex, catalog, inventory, marked, clock } =
        await start();
      await evaluator.runOnce();
      catalog.put(aiSystem('late', 'Late', 'group:default/lending'));
      await inventory.sweep();
      await knex('work').delete();
      await markIfPolicyChanged(knex, examplePolicy, allControls, clock.now);
      expect(await marked()).toEqual(['aisystem:default/late']);
    });
  });
});
