import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  Control,
  controls as allControls,
  Instant,
  parsePolicy,
} from 'backstage-plugin-ai-governance-common';
import {
  aiSystem,
  completeIntendedUse,
  group,
  user,
} from '../__testUtils__/exampleEntities';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import {
  startPosture,
  testControl,
} from '../posture/__testUtils__/startPosture';
import { Evaluator } from '../posture/Evaluator';
import { markIfPolicyChanged } from '../posture/markIfPolicyChanged';
import { presentReading, pastReading, Reading } from '../posture/reading';
import { readPosture } from '../posture/readPosture';
import { readPostureAsOf } from '../posture/readPostureAsOf';
import { resultViews, selectResults } from '../posture/resultViews';
import { everything } from './__testUtils__/company';
import { Scorecards } from './Scorecards';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const limits = 'aisystem:default/card-limits';
const drafts = 'aisystem:default/reply-drafts';

const company = (): Entity[] => [
  group('bank'),
  group('lending', 'bank', ['dana']),
  group('cards', 'lending', ['omar']),
  group('service', 'bank', ['omar']),
  user('dana', ['lending']),
  user('omar', ['service', 'cards']),
  aiSystem('card-limits', 'Card limits', 'group:default/cards'),
  aiSystem('income', 'Income estimate', 'group:default/lending'),
  aiSystem('reply-drafts', 'Reply drafts', 'group:default/service'),
  aiSystem('forecast', 'Forecast', 'user:default/dana'),
];

describe.each(databases.eachSupportedId())('as of a past instant on %s', id => {
  it('says again what was said on every day of a year in which all sorts of things happened', async () => {
    const started = await startPosture(await databases.init(id), company());
    const { append, catalog, clock, evaluatorOptions, idOf, inventory, knex } =
      started;
    const { ledger } = started;
    let evaluator = started.evaluator;
    let controls: readonly Control[] = allControls;
    const scorecards = () => Scorecards.create({ knex, clock: clock.read });

    /** What lists, totals and pages say, now or of an instant. */
    const saidOf = async (asOf?: Instant) => {
      const all = scorecards();
      const query = { orderBy: 'title', order: 'asc', limit: 50 } as const;
      const subjects = await all.subjects(everything, { ...query, asOf });
      const failing = await all.subjects(everything, {
        ...query,
        asOf,
        team: 'group:default/bank',
        state: ['fail', 'not-reported', 'expired'],
        control: 'DOC-01',
      } as any);
      const inFamily = await all.subjects(everything, {
        ...query,
        asOf,
        family: 'DOC',
        state: 'expired',
      } as any);
      const refs = subjects.items.map(({ ref }) => ref);
      for (const { evaluatedAt } of subjects.items) {
        expect(evaluatedAt! <= (asOf ?? clock.now)).toBe(true);
      }
      return {
        organization: await all.organization(everything, asOf),
        teams: (await all.teams(everything, asOf)).map(
          ({ title: _, ...team }) => team,
        ),
        subjects: subjects.items.map(({ evaluatedAt: _, ...s }) => s),
        facets: await all.facets(everything, asOf),
        failing: failing.items.map(({ ref }) => ref),
        inFamily: inFamily.items.map(({ ref }) => ref),
        results: Object.fromEntries(
          await Promise.all(
            refs.map(async ref => {
              const reading: Reading = asOf
                ? pastReading(knex, asOf)
                : presentReading(knex, clock.now);
              const rows = selectResults(knex, await idOf(ref));
              reading.whereResultsHold(rows, 'results');
              return [ref, resultViews(await rows, reading.at, controls)];
            }),
          ),
        ),
      };
    };

    const daily = new Map<Instant, Awaited<ReturnType<typeof saidOf>>>();
    const pages = new Map<Instant, unknown>();
    const page = async (asOf?: Instant) => {
      const options = { policy: evaluatorOptions.policy, controls };
      const subject = await idOf(limits);
      const found = asOf
        ? await readPostureAsOf(knex, ledger, subject, { ...options, at: asOf })
        : await readPosture(knex, subject, { ...options, at: clock.now });
      if (!found) return undefined;
      const { evaluatedAt, observedAt: __, policy: ___, ...rest } = found;
      expect(evaluatedAt! <= (asOf ?? clock.now)).toBe(true);
      return rest;
    };
    const evaluateAll = async () => {
      while ((await evaluator.runOnce()) > 0);
    };
    /** A day passes; what is shown at its end is noted. A late worker is one that did not run before. */
    const day = async (options: { late?: boolean } = {}) => {
      clock.pass({ hours: 1 });
      await inventory.sweep();
      if (!options.late) await evaluateAll();
      clock.pass({ hours: 12 });
      daily.set(clock.now, await saidOf());
      pages.set(clock.now, await page());
      clock.pass({ hours: 11 });
    };

    await day();
    await append(limits, 'intended-use', completeIntendedUse);
    await append(drafts, 'intended-use', completeIntendedUse);
    await day();
    // a team moves, an entity changes hands and its name
    catalog.put(group('cards', 'service', ['omar']));
    await day();
    catalog.put(
      aiSystem('income', 'Income and expenses', 'group:default/service', {
        lifecycle: 'deprecated',
      }),
    );
    await day();
    // a year in which documents run out, and the worker comes late
    for (let month = 0; month < 12; month++) {
      clock.pass({ days: 30 });
      await day({ late: month % 2 === 0 });
    }
    // deleted, and back again under the same reference
    const gone = catalog.entities.get(limits)!;
    catalog.remove(limits);
    await day();
    await day();
    await day();
    catalog.put(gone);
    await day();
    // a team is disbanded: its systems are nobody's
    catalog.remove('group:default/cards');
    await day();
    // another policy, and a control that means something else
    const policy = parsePolicy({
      ...examplePolicy,
      version: '2027.1',
      warningWindow: { days: 60 },
    });
    await markIfPolicyChanged(knex, policy, controls, clock.now);
    evaluator = Evaluator.create({ ...evaluatorOptions, policy });
    await day();
    controls = [...controls, testControl('DOC-99')];
    await markIfPolicyChanged(knex, policy, controls, clock.now);
    evaluator = Evaluator.create({ ...evaluatorOptions, policy, controls });
    await day();

    expect(daily.size).toBeGreaterThan(20);
    for (const [at, said] of daily) {
      expect({ at, ...(await saidOf(at)) }).toEqual({ at, ...said });
    }
    // and once more: the same answer
    const [first] = daily.keys();
    expect(await saidOf(first)).toEqual(daily.get(first));
    const trend = await scorecards().trend(everything, [...daily.keys()]);
    expect(trend.map(({ counts }) => counts)).toEqual(
      [...daily.values()].map(({ organization }) => organization.counts),
    );
    const ofTeam = await scorecards().trend(
      everything,
      [...daily.keys()],
      'group:default/lending',
    );
    expect(ofTeam.map(({ subjects }) => subjects)).toEqual(
      [...daily.values()].map(
        ({ teams }) =>
          teams.find(t => t.ref === 'group:default/lending')?.subjects ?? 0,
      ),
    );
    expect(new Set(ofTeam.map(({ subjects }) => subjects)).size).toBe(3);

    for (const [at, said] of pages) {
      expect({ at, page: await page(at) }).toEqual({ at, page: said });
    }
    expect([...pages.values()]).toContain(undefined);
  });
});
