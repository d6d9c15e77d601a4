import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  instant,
  evaluate,
  ResultState,
} from 'backstage-plugin-ai-governance-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { aiSystem, group } from '../__testUtils__/exampleEntities';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { KilledProcess } from '../__testUtils__/KilledProcess';
import { places } from '../__testUtils__/places';
import { databaseClock } from '../database/clock';
import { startPosture } from './__testUtils__/startPosture';
import { Evaluator } from './Evaluator';
import { loadStates } from './loadStates';

jest.setTimeout(120_000 + 10_000 * Number(process.env.KILLS ?? 0));

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const kills = Number(process.env.KILLS ?? 5);
const evaluating = () =>
  new KilledProcess(join(__dirname, '__testUtils__/evaluateForever.ts'));

const company = [
  group('lending', undefined, ['dana']),
  ...['a', 'b', 'c', 'd', 'e', 'f'].map(name =>
    aiSystem(name, name, 'group:default/lending'),
  ),
];

/** Somewhat later than now, when every lease of a process that died has run out. */
const later = async (knex: Knex | Knex.Transaction) =>
  instant(Date.parse(await databaseClock(knex)) + 2000);

describe('a process that is killed while it evaluates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'posture-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(places(databases, folder)))(
    `${kills} times, %s: the next one does what it left, and every result is that of what was acknowledged`,
    async (_, open) => {
      const { config, look } = await open();
      await look(knex => startPosture(knex, company));
      const points = fc.sample(
        fc.record({ after: fc.nat(30), micros: fc.nat(8000) }),
        { seed: 42001, numRuns: kills },
      );
      const acknowledged = new Map<string, number>();
      let next = evaluating();
      try {
        for (const { after, micros } of points) {
          const current = next;
          next = evaluating(); // loads meanwhile
          for (const line of await current.killed(config, after, micros)) {
            const { ref, revision } = JSON.parse(line);
            acknowledged.set(ref, revision);
          }
          await look(async knex => {
            const { evaluatorOptions } = await startPosture(knex, company);
            const { ledger } = evaluatorOptions;
            expect((await ledger.verify()).problems).toEqual([]);
            const evaluator = Evaluator.create({
              ...evaluatorOptions,
              clock: later,
            });
            while ((await evaluator.runOnce()) > 0);
            expect(await knex('work')).toEqual([]);

            const subjects = await knex('subjects').select('id', 'ref');
            const states = await loadStates(
              knex,
              ledger,
              subjects.map(s => s.id),
              examplePolicy,
            );
            for (const loaded of states) {
              if ('error' in loaded) throw loaded.error;
              const { id, ref, state } = loaded;
              const document = state.records['intended-use']?.[0];
              expect(document?.revision ?? 0).toBeGreaterThanOrEqual(
                acknowledged.get(ref) ?? 0,
              );
              const stored: { control_id: string; state: ResultState }[] =
                await knex('results')
                  .where({ subject_id: id })
                  .whereNull('to_at')
                  .select('control_id', 'state');
              const { results } = evaluate(
                state,
                examplePolicy,
                await later(knex),
              );
              expect(
                Object.fromEntries(stored.map(r => [r.control_id, r.state])),
              ).toEqual(
                Object.fromEntries(results.map(r => [r.controlId, r.state])),
              );
            }
          });
        }
      } finally {
        next.end();
      }
      expect(acknowledged.size).toBe(6);
    },
  );
});
