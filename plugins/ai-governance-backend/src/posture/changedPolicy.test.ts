import { TestDatabases } from '@backstage/backend-test-utils';
import {
  parsePolicy,
  policyHash,
  stateHash,
} from 'backstage-plugin-ai-governance-common';
import { completeIntendedUse } from '../__testUtils__/exampleEntities';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { subjectAtHand } from '../decisions/subjectAtHand';
import { company, limits } from './__testUtils__/company';
import { startPosture } from './__testUtils__/startPosture';
import { Evaluator } from './Evaluator';
import { markIfPolicyChanged } from './markIfPolicyChanged';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const justBefore = (at: string) => new Date(Date.parse(at) - 1).toISOString();

describe.each(databases.eachSupportedId())('%s', id => {
  it('holds a document to a changed cadence, from the instant that is foretold', async () => {
    const {
      append,
      clock,
      evaluator,
      evaluatorOptions,
      history,
      summary,
      knex,
    } = await startPosture(await databases.init(id), company());
    await append(limits, 'intended-use', completeIntendedUse);
    await evaluator.runOnce();
    const [under2026] = await history(limits, 'DOC-06');
    expect(under2026.state).toBe('pass');

    clock.pass({ days: 10 });
    const changedAt = clock.now;
    const policy = parsePolicy({
      ...examplePolicy,
      version: '2026.2',
      cadences: {
        ...examplePolicy.cadences,
        'intended-use': {
          ...examplePolicy.cadences['intended-use'],
          limited: { months: 3 },
        },
      },
    });
    await markIfPolicyChanged(
      knex,
      policy,
      evaluatorOptions.controls,
      clock.now,
    );
    const changed = Evaluator.create({ ...evaluatorOptions, policy });
    await changed.runOnce();
    const [old, shorter] = await history(limits, 'DOC-06');
    // what was found before stays as it was found
    expect(old).toEqual({ ...under2026, to_at: changedAt });
    expect(shorter).toMatchObject({
      state: 'pass',
      since: under2026.since,
      from_at: changedAt,
      policy_hash: policyHash(policy),
      next_state: 'warning',
    });
    expect(shorter.valid_until! < under2026.valid_until!).toBe(true);
    expect(shorter.valid_until!.slice(0, 10)).toBe('2026-03-02');

    const passes = (await summary(limits)).pass;
    for (const [from, state] of [
      [shorter.valid_until!, 'warning'],
      [null, 'expired'],
    ] as const) {
      const [open] = (await history(limits, 'DOC-06')).slice(-1);
      const turn = from ?? open.valid_until!;
      clock.now = justBefore(turn);
      await expect(changed.runOnce()).resolves.toBe(0);
      expect((await summary(limits)).expired).toBe(0);
      clock.now = turn;
      expect(await summary(limits)).toMatchObject({
        pass: passes - 1,
        [state]: 1,
      });
      await expect(changed.runOnce()).resolves.toBe(1);
      expect((await history(limits, 'DOC-06')).at(-1)).toMatchObject({
        state,
        since: turn,
        from_at: turn,
      });
    }
  });

  it('sums up by the tier of the rule from the instant at which a decision on another tier ends', async () => {
    const { append, clock, evaluator, knex, idOf, summary, history } =
      await startPosture(await databases.init(id), company());
    const { governed } = (await subjectAtHand(knex, await idOf(limits), {
      policy: examplePolicy,
      at: clock.now,
    }))!;
    await append(limits, 'intended-use', completeIntendedUse);
    await append(limits, 'tier-override', {
      tier: 'high',
      decision: 'approved',
      reason: 'Until we know more.',
      expires: '2026-07-14',
      decided: {
        by: 'user:default/omar',
        at: clock.now,
        authority: { holder: 'user:default/omar', rule: 'policy' },
        tier: 'limited',
        policy: '2026.1',
        stateHash: stateHash(governed),
        covers: { ...governed },
      },
    });
    await evaluator.runOnce();
    expect(await summary(limits)).toMatchObject({ tier: 'high' });
    const [held] = await history(limits, 'DOC-06');

    // half a year is the cadence of `high`, and a year the rule's
    clock.now = held.valid_until!;
    await evaluator.runOnce();
    const ends = '2026-07-15T00:00:00.000Z';
    const tooLate = (await history(limits, 'DOC-06')).at(-1)!;
    clock.now = tooLate.valid_until!;
    await evaluator.runOnce();
    expect((await history(limits, 'DOC-06')).at(-1)).toMatchObject({
      state: 'expired',
      valid_until: ends,
      next_state: 'pass',
    });
    clock.now = justBefore(ends);
    expect(await summary(limits)).toMatchObject({ tier: 'high', expired: 1 });
    await expect(evaluator.runOnce()).resolves.toBe(0);
    clock.now = ends;
    expect(await summary(limits)).toMatchObject({
      tier: 'limited',
      expired: 0,
    });
    await expect(evaluator.runOnce()).resolves.toBe(1);
    expect((await history(limits, 'DOC-06')).at(-1)).toMatchObject({
      state: 'pass',
      since: ends,
    });
    expect(await summary(limits)).toMatchObject({ tier: 'limited' });
  });
});
