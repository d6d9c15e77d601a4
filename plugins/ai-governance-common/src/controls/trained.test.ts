import fc from 'fast-check';
import {
  completions,
  instants,
  policies,
  subjects,
} from '../__testUtils__/arbitraries';
import { decided, decision, governedBy } from '../__testUtils__/decisions';
import {
  limitedProfile,
  minimalProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { GovernancePolicy } from '../policy';
import { Training } from '../records';
import { EntityFacts } from '../state';

const at = '2026-04-01T00:00:00.000Z';
const dana = 'user:default/dana';
const omar = 'user:default/omar';
const lee = 'user:default/lee';

const asking: GovernancePolicy = {
  ...policy,
  training: {
    owner: ['AI basics'],
    reviewer: ['Reviewing'],
    user: ['Working with AI'],
  },
};

const profile: Profile = {
  ...limitedProfile,
  accountable: dana,
  usedBy: ['group:default/desk', lee],
};

const completion = (
  course: string,
  over: Partial<Training> | null = {},
): ReturnType<typeof record> =>
  record(
    'training',
    over && { course, completed: '2026-01-10', expires: '2027-01-10', ...over },
  );

const approvedBy = (by: string, over: object = {}) =>
  decision('approval', {
    gate: 'deploy',
    decision: 'approved',
    expires: '2026-09-30',
    decided: { ...decided(governedBy(profile, [])), by },
    ...over,
  });

const known: Record<string, EntityFacts> = {
  'group:default/lending': {
    present: true,
    members: 2,
    memberRefs: [dana, omar],
  },
  'group:default/desk': {
    present: true,
    members: 1,
    memberRefs: ['user:default/dee'],
  },
  [dana]: { present: true },
  [omar]: { present: true },
  [lee]: { present: true },
  'user:default/rita': { present: true },
  'user:default/left': { present: false },
};

/** Any subject, of whose people some were trained for good. */
const trained = fc
  .tuple(subjects, fc.subarray([dana, omar, lee, 'user:default/dee']))
  .map(([state, people]) => ({
    ...state,
    profile,
    entities: { ...state.entities, ...known },
    people: {
      ...state.people,
      ...Object.fromEntries(
        people.map(person => [
          person,
          {
            training: ['AI basics', 'Working with AI'].map(course =>
              completion(course, {
                completed: '2020-01-10',
                expires: undefined,
              }),
            ),
          },
        ]),
      ),
    },
  }));

function result(
  people: Record<string, ReturnType<typeof record>[]>,
  over: {
    rules?: GovernancePolicy;
    profile?: Profile;
    records?: ReturnType<typeof decision>[];
    at?: string;
  } = {},
) {
  return evaluate(
    subject({
      profile: over.profile ?? profile,
      records: over.records ?? [],
      entities: known,
      people: Object.fromEntries(
        Object.entries(people).map(([name, training]) => [
          `user:default/${name}`,
          { training: training as any },
        ]),
      ),
    }),
    over.rules ?? asking,
    over.at ?? at,
  ).results.find(r => r.controlId === 'PPL-01')!;
}

const everybody = {
  dana: [completion('AI basics')],
  omar: [completion(' ai  BASICS ', { expires: '2026-12-31' })],
  dee: [completion('Working with AI', { expires: undefined })],
  lee: [completion('Working with AI')],
};

describe('PPL-01', () => {
  it('passes when owner, leader and users hold the courses of their part, and says when the first runs out', () => {
    expect(result(everybody)).toMatchObject({
      state: 'pass',
      reason:
        'All 4 people whose part asks for training hold it; the first runs out on 2026-12-31.',
      validUntil: '2026-12-02T00:00:00.000Z',
      nextState: 'warning',
      nextReason:
        'Everybody holds the training; it runs out soon of: user:default/omar (AI basics, until 2026-12-31).',
    });
    const inputs = result(everybody).inputs.filter(i => /dee|desk/.test(i));
    expect(inputs).toEqual([
      'entity:group:default/desk',
      'stream:user:default/dee',
    ]);
  });

  it('is not reported while somebody lacks a course, and names the first who do', () => {
    expect(result({})).toMatchObject({
      state: 'not-reported',
      reason:
        'Training is not recorded for: user:default/dana (AI basics), user:default/dee (Working with AI), user:default/lee (Working with AI) and 1 more.',
      validUntil: null,
    });
    expect(
      result({ ...everybody, lee: [completion('AI basics')] }).reason,
    ).toMatch(/for: user:default\/lee \(Working with AI\)\.$/);
  });

  it('is expired from the day after something that was held has lapsed, whatever else is missing', () => {
    const held = { ...everybody, omar: [], dana: [completion('AI basics', { expires: '2026-04-10' })] }; // prettier-ignore
    expect(result(held, { at: '2026-04-11T00:00:00.000Z' })).toMatchObject({
      state: 'expired',
      reason:
        'Training has lapsed of: user:default/dana (AI basics, until 2026-04-10). Training is not recorded for: user:default/omar (AI basics).',
    });
    const last = result(
      { ...held, omar: everybody.omar },
      { at: '2026-04-10T12:00:00.000Z' },
    );
    expect(last).toMatchObject({
      state: 'warning',
      validUntil: '2026-04-11T00:00:00.000Z',
      nextState: 'expired',
    });
  });

  it('goes by the completion that counts longest, and not by one withdrawn or erased', () => {
    const dana1 = (...all: ReturnType<typeof record>[]) =>
      result({ ...everybody, dana: all }).state;
    expect(
      dana1(
        completion('AI basics', { expires: '2026-02-01' }),
        completion('AI basics'),
      ),
    ).toBe('pass');
    expect(dana1(completion('AI basics', { withdrawn: 'Wrong person' }))).toBe(
      'not-reported',
    );
    expect(dana1(completion('AI basics', null))).toBe('not-reported');
  });

  it('asks those who decided the approvals that stand, as long as they stand', () => {
    const approved = { records: [approvedBy('user:default/rita')] };
    expect(result(everybody, approved)).toMatchObject({
      state: 'not-reported',
      reason: 'Training is not recorded for: user:default/rita (Reviewing).',
      validUntil: '2026-10-01T00:00:00.000Z',
      nextState: 'pass',
    });
    expect(
      result({ ...everybody, rita: [completion('Reviewing')] }, approved).state,
    ).toBe('pass');
    for (const records of [
      [approvedBy('user:default/rita', { decision: 'rejected' })],
      [approvedBy('user:default/left')],
    ]) {
      expect(result(everybody, { records }).state).toBe('pass');
    }
  });

  it('is not asked of the minimal tier, nor where the policy names no courses or nobody has a part', () => {
    const states = [
      { rules: policy },
      { profile: { ...minimalProfile, usedBy: [lee] } },
      { profile: { ...profile, owner: undefined, accountable: 'user:default/left', usedBy: [] } }, // prettier-ignore
    ].map(over => {
      const { state, reason } = result({}, over);
      return [state, reason];
    });
    expect(states).toEqual([
      ['not-applicable', 'The policy names no courses.'],
      ['not-applicable', 'Asked of high and limited tiers only.'],
      [
        'not-applicable',
        'Nobody is known whose part in it asks for training: INV-01 and INV-02 say why.',
      ],
    ]);
  });

  it('holds still with more completions, where it holds', () => {
    const rank = ['expired', 'not-reported', 'warning', 'pass'];
    let held = 0;
    fc.assert(
      fc.property(
        fc.oneof(subjects, trained),
        fc.oneof(policies, fc.constant(asking)),
        instants,
        fc.constantFrom(dana, omar),
        completions,
        (state, rules, when, person, more) => {
          const of = (people: typeof state.people) =>
            evaluate({ ...state, people }, rules, when).results.find(
              r => r.controlId === 'PPL-01',
            )!.state;
          const before = of(state.people);
          const stated = state.people[person] ?? {};
          const after = of({
            ...state.people,
            [person]: {
              ...stated,
              training: [...(stated.training ?? []), ...more],
            },
          });
          const holds = before === 'pass' || before === 'warning';
          held += Number(holds);
          expect(holds && rank.indexOf(after) < rank.indexOf(before)).toBe(
            false,
          );
        },
      ),
      { numRuns: 500 },
    );
    expect(held).toBeGreaterThan(0);
  });
});
