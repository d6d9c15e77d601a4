import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aiSystem,
  completeIntendedUse,
  group,
} from '../__testUtils__/exampleEntities';
import { startPosture, testControl } from './__testUtils__/startPosture';
import { Evaluator, EvaluatorOptions } from './Evaluator';

jest.setTimeout(60_000);

const limits = 'aisystem:default/card-limits';
const company = () => [
  group('lending', undefined, ['dana']),
  aiSystem('card-limits', 'Card limits', 'group:default/lending'),
];

describe('evaluators at the same time', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_18', 'SQLITE_3'],
  });

  describe.each(databases.eachSupportedId())('%s', id => {
    const start = async (
      entities = company(),
      overrides: Partial<EvaluatorOptions> = {},
    ) => startPosture(await databases.init(id), entities, overrides);

    /** An evaluator that runs `during` between loading the states and storing the results, once. */
    const interrupted = (
      options: EvaluatorOptions,
      during: () => Promise<unknown>,
    ) => {
      let pending: typeof during | undefined = during;
      const ledger = new Proxy(options.ledger, {
        get: (target, key) => {
          const value = Reflect.get(target, key);
          if (typeof value !== 'function') return value;
          if (key !== 'latest') return value.bind(target);
          return async (...args: unknown[]) => {
            const loaded = await value.apply(target, args);
            const run = pending;
            pending = undefined;
            await run?.();
            return loaded;
          };
        },
      });
      return Evaluator.create({ ...options, ledger });
    };

    it('does not lose a mark that comes while it evaluates', async () => {
      const { evaluatorOptions, append, knex, history } = await start();
      const evaluator = interrupted(evaluatorOptions, () =>
        append(limits, 'intended-use', completeIntendedUse),
      );
      await expect(evaluator.runOnce()).resolves.toBe(1);
      expect((await history(limits, 'DOC-01')).map(r => r.state)).toEqual([
        'not-reported',
      ]);
      expect(await knex('work')).toMatchObject([
        { lease_owner: null, lease_until: null },
      ]);
      await expect(evaluator.runOnce()).resolves.toBe(1);
      expect((await history(limits, 'DOC-01')).map(r => r.state)).toEqual([
        'not-reported',
        'pass',
      ]);
      expect(await knex('work')).toEqual([]);
    });

    it('is marked by facts that change after it read them for the first time', async () => {
      const {
        evaluatorOptions,
        evaluator,
        catalog,
        inventory,
        clock,
        history,
      } = await start();
      let calls = 0;
      const slow = Evaluator.create({
        ...evaluatorOptions,
        clock: async knex => {
          calls += 1;
          // the second asks for the instant to judge for, once everything is read
          if (calls === 2) {
            clock.pass({ seconds: 1 });
            catalog.put(group('lending'));
            await inventory.sweep();
          }
          return await evaluatorOptions.clock(knex);
        },
      });
      await expect(slow.runOnce()).resolves.toBe(1);
      await expect(evaluator.runOnce()).resolves.toBe(1);
      expect((await history(limits, 'INV-01')).map(r => r.state)).toEqual([
        'pass',
        'fail',
      ]);
    });

    it('gives the work of one that died to another, once its lease ran out', async () => {
      const { evaluatorOptions, evaluator, knex, clock } = await start();
      const died = interrupted(evaluatorOptions, async () => {
        throw new Error('killed');
      });
      await expect(died.runOnce()).rejects.toThrow('killed');
      expect(await knex('work')).toHaveLength(1);
      clock.pass({ seconds: 59 });
      await expect(evaluator.runOnce()).resolves.toBe(0);
      clock.pass({ seconds: 1 });
      await expect(evaluator.runOnce()).resolves.toBe(1);
      expect(await knex('work')).toEqual([]);
    });

    it('writes nothing when its lease was taken over meanwhile', async () => {
      const onEvaluated = jest.fn();
      const { evaluatorOptions, evaluator, append, knex, history, clock } =
        await start();
      const stale = interrupted(
        { ...evaluatorOptions, onEvaluated },
        async () => {
          clock.pass({ minutes: 2 });
          await append(limits, 'intended-use', completeIntendedUse);
          await expect(evaluator.runOnce()).resolves.toBe(1);
        },
      );
      await expect(stale.runOnce()).resolves.toBe(0);
      expect(onEvaluated).not.toHaveBeenCalled();
      expect((await history(limits, 'DOC-01')).map(r => r.state)).toEqual([
        'pass',
      ]);
      expect(await knex('work')).toEqual([]);

      // the same, with the work marked and claimed again
      const again = interrupted(evaluatorOptions, async () => {
        clock.pass({ minutes: 2 });
        await knex('work').update({ lease_owner: 'another' });
      });
      await append(limits, 'intended-use', {
        ...completeIntendedUse,
        users: '',
      });
      await expect(again.runOnce()).resolves.toBe(0);
      expect(await history(limits, 'DOC-01')).toHaveLength(1);
      expect(await knex('work')).toMatchObject([{ lease_owner: 'another' }]);
    });

    it('does not put back what another has taken over, when it fails itself', async () => {
      const { evaluatorOptions, knex, clock } = await start();
      const broken = testControl('DOC-97', {
        evaluate: () => ({ state: 'pass', reason: null as any }),
      });
      const stale = interrupted(
        { ...evaluatorOptions, controls: [broken] },
        async () => {
          await knex('work').update({ lease_owner: 'another' });
        },
      );
      await expect(stale.runOnce()).resolves.toBe(0);
      expect(await knex('work')).toMatchObject([
        { lease_owner: 'another', attempts: 0, due_at: clock.now },
      ]);
    });

    it('shares the queue: each subject is evaluated once, and the queue drains', async () => {
      const entities = Array.from({ length: 60 }, (_, i) =>
        aiSystem(`system-${i}`, `System ${i}`, 'group:default/lending'),
      );
      const { evaluatorOptions, knex } = await start([
        ...company(),
        ...entities,
      ]);
      const evaluated: string[] = [];
      const one = () =>
        Evaluator.create({
          ...evaluatorOptions,
          onEvaluated: refs => evaluated.push(...refs),
        });
      const drain = async (evaluator: Evaluator) => {
        while ((await evaluator.runOnce({ limit: 7 })) > 0);
      };
      await Promise.all([drain(one()), drain(one()), drain(one())]);
      expect(evaluated).toHaveLength(61);
      expect(new Set(evaluated).size).toBe(61);
      expect(await knex('work')).toEqual([]);
      expect(await knex('subject_summary').distinct('subject_id')).toHaveLength(
        61,
      );
    });

    it('ends with the newest of everything when appends, sweeps and evaluations cross', async () => {
      const entities = Array.from({ length: 8 }, (_, i) =>
        aiSystem(`system-${i}`, `System ${i}`, 'group:default/lending', {
          // each refers to the next: marks cross between subjects
          data: {
            sources: [`aisystem:default/system-${(i + 1) % 8}`],
            classification: 'internal',
            categories: [],
          },
        }),
      );
      const started = await start([...company(), ...entities]);
      const { evaluatorOptions, append, catalog, inventory, knex, history } =
        started;
      const refs = entities.map(e => `aisystem:default/${e.metadata.name}`);
      const evaluators = [1, 2].map(() => Evaluator.create(evaluatorOptions));
      let done = false;
      const evaluating = evaluators.map(async evaluator => {
        while (!done) {
          await evaluator.runOnce({ limit: 3 });
          await new Promise(setImmediate);
        }
      });
      for (let round = 0; round < 3; round++) {
        catalog.put(group('lending', undefined, round % 2 ? ['dana'] : []));
        catalog.put(
          ...entities.map(e => ({
            ...e,
            metadata: { ...e.metadata, title: `Round ${round}` },
          })),
        );
        await Promise.all([
          inventory.sweep(),
          ...refs.map(ref => inventory.observe(ref)),
          ...refs.map(ref =>
            append(ref, 'intended-use', {
              ...completeIntendedUse,
              users: round === 2 ? 'Officers.' : '',
            }),
          ),
        ]);
      }
      done = true;
      await Promise.all(evaluating);
      while ((await evaluators[0].runOnce()) > 0);
      expect(await knex('work')).toEqual([]);
      for (const ref of refs) {
        expect((await history(ref, 'DOC-01')).at(-1)).toMatchObject({
          state: 'pass',
          to_at: null,
        });
        expect((await history(ref, 'INV-01')).at(-1)).toMatchObject({
          state: 'fail',
          to_at: null,
        });
        expect((await started.subject(ref)).title).toBe('Round 2');
      }
    });
  });
});
