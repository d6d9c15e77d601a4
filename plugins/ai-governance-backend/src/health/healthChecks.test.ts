import { HealthCheckId } from 'backstage-plugin-ai-governance-common';
import { HealthFacts, healthChecks, Schedules } from './healthChecks';
import { isLate } from './isLate';
import { TaskRun } from './TaskRuns';

const at = '2026-11-25T12:00:00.000Z';
const now = '2026-11-25T11:59:50.000Z';
const hours = (n: number) =>
  new Date(Date.parse(at) - n * 3_600_000).toISOString();

const well: TaskRun = {
  startedAt: now,
  finishedAt: now,
  succeededAt: now,
  problem: null,
};
const good: HealthFacts = {
  queue: { waiting: 0, oldestDueAt: null, failing: 0, named: [] },
  sweep: { sweptAt: now, warning: null, startedAt: now },
  sources: { folders: 2, unreadable: 0, named: [], run: well },
  registrations: { written: 2, missing: 0, named: [], run: well },
  notices: { run: well },
  verification: { run: well },
  checkpoint: { run: well, keyInDatabase: false },
};
const every = (frequency: { minutes: number } | { hours: number }) => ({
  frequency,
  timeout: { minutes: 10 },
});
const schedules: Schedules = {
  sweep: every({ minutes: 1 }),
  recordsAsCode: every({ minutes: 10 }),
  notices: every({ minutes: 10 }),
  verification: every({ hours: 24 }),
  checkpoints: every({ hours: 24 }),
};
const check = (
  id: HealthCheckId,
  facts: Partial<HealthFacts> = {},
  when: Partial<Schedules> = {},
) =>
  healthChecks({ ...good, ...facts }, { ...schedules, ...when }, at).find(
    one => one.id === id,
  )!;

describe('healthChecks', () => {
  it('finds nothing to do where all is well', () => {
    const checks = healthChecks(good, schedules, at);
    expect(checks.map(({ id, state }) => [id, state])).toEqual([
      ['ledger', 'well'],
      ['inventory', 'well'],
      ['registrations', 'well'],
      ['queue', 'well'],
      ['records-as-code', 'well'],
      ['notices', 'well'],
    ]);
    expect(checks.filter(({ remedy }) => remedy)).toEqual([]);
  });

  it('says what to do of everything that is not well', () => {
    const never = { run: undefined };
    const bad: HealthFacts = {
      queue: { waiting: 3, oldestDueAt: hours(1), failing: 0, named: [] },
      sweep: { sweptAt: null, warning: null, startedAt: null },
      sources: { folders: 0, unreadable: 0, named: [], ...never },
      registrations: {
        written: 1,
        missing: 1,
        missingSince: hours(1),
        named: [],
        ...never,
      },
      notices: never,
      verification: never,
      checkpoint: { run: undefined, keyInDatabase: false },
    };
    for (const one of healthChecks(bad, schedules, at)) {
      expect([one.id, one.state]).not.toEqual([one.id, 'well']);
      expect([one.id, one.remedy]).toEqual([one.id, expect.any(String)]);
    }
  });

  it('says when the end of the ledger is signed no more, and what its key is worth', () => {
    const ledger = (run: Partial<TaskRun>, keyInDatabase = false) =>
      check('ledger', {
        checkpoint: { run: { ...well, ...run }, keyInDatabase },
      });
    expect(ledger({}).summary).toMatch(/its end is signed\.$/);
    expect(ledger({}, true)).toMatchObject({
      state: 'well',
      summary: expect.stringContaining('whoever writes there could sign'),
    });
    expect(ledger({ problem: 'The disk is full' })).toMatchObject({
      state: 'attention',
      summary: expect.stringContaining('The disk is full'),
    });
    expect(ledger({ succeededAt: hours(80) }).state).toBe('attention');
  });

  it('tells a queue that is stuck from one that is long, and from one system that fails', () => {
    const queue = { waiting: 4000, failing: 0, named: [] };
    expect(
      check('queue', { queue: { ...queue, oldestDueAt: hours(0.1) } }),
    ).toMatchObject({
      state: 'well',
      summary: '4000 systems to evaluate, and the queue moves.',
    });
    expect(
      check('queue', { queue: { ...queue, oldestDueAt: hours(0.5) } }),
    ).toMatchObject({
      state: 'failing',
      summary:
        'The queue is stuck: 4000 systems to evaluate, the first for 30 minutes.',
    });
    const named = [{ ref: 'aisystem:default/a', problem: 'It threw' }];
    expect(
      check('queue', {
        queue: { waiting: 1, failing: 1, named, oldestDueAt: null },
      }),
    ).toMatchObject({ state: 'attention', named, concerned: 1 });
  });

  it('tells a sweep that was refused from a catalog that is not read any more', () => {
    const warning = 'Of 100 systems 40 vanished.';
    const sweep = (sweptAt: string) => ({
      sweep: { sweptAt, warning, startedAt: now },
    });
    expect(check('inventory', sweep(hours(0.1)))).toMatchObject({
      state: 'attention',
      summary:
        'The last sweep was not taken over whole: Of 100 systems 40 vanished.',
    });
    expect(check('inventory', sweep(hours(5))).state).toBe('failing');
    const silent = {
      sweep: { sweptAt: hours(5), warning: null, startedAt: hours(5) },
    };
    expect(check('inventory', silent)).toMatchObject({
      state: 'failing',
      summary: 'The catalog is not read any more.',
    });
    const byHand = { frequency: { trigger: 'manual' as const }, timeout: {} };
    expect(check('inventory', silent, { sweep: byHand }).state).toBe('well');
  });

  it.each([
    ['records-as-code', 'sources'],
    ['notices', 'notices'],
    ['ledger', 'verification'],
  ] as const)('says why %s did not go well, and since when', (id, fact) => {
    const run = {
      ...well,
      succeededAt: hours(2),
      problem: 'It is away.',
    };
    expect(
      check(id, { [fact]: { folders: 1, unreadable: 0, named: [], run } }),
    ).toMatchObject({
      state: 'failing',
      lastWellAt: hours(2),
      summary: expect.stringMatching(/: It is away\.$/),
      remedy: expect.any(String),
    });
  });

  it.each([
    ['records-as-code', 'sources', 'failing'],
    ['notices', 'notices', 'failing'],
    ['ledger', 'verification', 'attention'],
  ] as const)('finds that %s stopped', (id, fact, state) => {
    const run = { ...well, succeededAt: hours(24 * 9) };
    expect(
      check(id, { [fact]: { folders: 1, unreadable: 0, named: [], run } }),
    ).toMatchObject({ state, remedy: expect.any(String) });
  });

  it('tells a catalog that does not ask for registrations from one that does not take them', () => {
    const registrations = {
      written: 3,
      missing: 1,
      missingSince: hours(2),
      named: [],
    };
    const asked = (run: Partial<TaskRun>) =>
      check('registrations', {
        registrations: { ...registrations, run: { ...well, ...run } },
      });
    expect(asked({})).toMatchObject({
      state: 'attention',
      concerned: 1,
      summary: '1 registration is not in the catalog, which asked for them.',
    });
    expect(asked({ succeededAt: hours(3) })).toMatchObject({
      state: 'failing',
      lastWellAt: hours(3),
      remedy: expect.stringContaining('catalogModuleAiSystemRegistrations'),
    });
    expect(asked({ problem: 'The database is away.' })).toMatchObject({
      state: 'failing',
      summary: expect.stringMatching(/: The database is away\.$/),
    });
    const none = { written: 0, missing: 0, named: [], run: undefined };
    expect(check('registrations', { registrations: none })).toMatchObject({
      state: 'well',
      summary: 'Nothing is registered in the portal.',
    });
  });

  it('does not ask for what is switched off', () => {
    const run = { ...well, succeededAt: hours(24 * 9) };
    const off = { notices: undefined, verification: undefined };
    expect(check('notices', { notices: { run } }, off).state).toBe('off');
    // verified by hand once: that is what there is to say
    expect(check('ledger', { verification: { run } }, off).state).toBe('well');
    expect(
      check('ledger', { verification: { run: undefined } }, off),
    ).toMatchObject({ state: 'off', remedy: expect.any(String) });
  });
});

describe('isLate', () => {
  it('gives three runs, the time that one may take, and a quarter of an hour', () => {
    const often = { frequency: { seconds: 30 }, timeout: { minutes: 5 } };
    expect(isLate(hours(0.24), often, at)).toBe(false);
    expect(isLate(hours(0.26), often, at)).toBe(true);
    const daily = { frequency: { hours: 24 }, timeout: { hours: 1 } };
    expect(isLate(hours(73), daily, at)).toBe(false);
    expect(isLate(hours(73.1), daily, at)).toBe(true);
  });
});
