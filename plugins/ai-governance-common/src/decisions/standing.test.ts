import fc from 'fast-check';
import { highProfile } from '../__testUtils__/subject';
import { approval, riskAcceptance, tierOverride } from '../records';
import { tiers } from '../results';
import {
  admission,
  atHand,
  dana,
  decisionPolicy,
  head,
  now,
  office,
  stated,
} from './__testUtils__/atHand';
import { assessedState } from './assessedState';
import { governedStateOf } from './governedState';
import { standingInstants, standingOf } from './standing';
import { tierUnder } from './tierUnder';

const approve = { gate: 'deploy', decision: 'approved' } as const;
const held = { tier: 'high' as const };

describe('an approval', () => {
  const use = head('intended-use', { purpose: 'Limits.' });
  const subject = atHand({ heads: [use] });
  const given = stated(approval, admission<any>(approve, office, { subject }));
  const standing = (heads: any[], at = now, tier: any = 'high', profile = {}) =>
    standingOf(
      given,
      {
        tier,
        governed: atHand({ heads, profile: { ...highProfile, ...profile } })
          .governed,
      },
      at,
    );

  it('is valid while nothing that it covers changes, until the end of its last day', () => {
    expect(standing([use])).toEqual({
      state: 'valid',
      reason: 'Given by user:default/officer on 2026-06-01, until 2027-06-01.',
    });
    expect(standing([use], '2027-06-01T23:59:59.999Z').state).toBe('valid');
    expect(standing([use], '2027-06-02T00:00:00.000Z').state).toBe('expired');
    expect(standingInstants(given)).toEqual(['2027-06-02T00:00:00.000Z']);
    expect(standingInstants(given, { days: 30 })).toEqual([
      '2027-05-03T00:00:00.000Z',
      '2027-06-02T00:00:00.000Z',
    ]);
  });

  const edited = { ...head('intended-use', { purpose: 'More.' }), revision: 2 };

  it.each<[string, any[], object, string]>([
    [
      'an edited document',
      [use, edited],
      {},
      'the intended use (revision 1 → 2)',
    ],
    [
      'a new document',
      [use, head('risk-assessment', { scenarios: [] })],
      {},
      'the risk assessment (new)',
    ],
    [
      'a material change',
      [use, head('change', { title: 'Model' })],
      {},
      '1 material change',
    ],
    ['another purpose', [use], { purpose: 'Another.' }, 'the profile'],
  ])('lapses by %s', (_name, heads, profile, says) => {
    const now_ = standing(heads, now, 'high', profile);
    expect(now_.state).toBe('lapsed');
    expect(now_.reason).toContain(`changed since: ${says}.`);
  });

  it.each<[string, any[], object]>([
    ['a routine revision', [use, { ...edited, materiality: 'routine' }], {}],
    [
      'a routine change',
      [use, head('change', { title: 'X' }, { materiality: 'routine' })],
      {},
    ],
    ['another owner', [use], { owner: 'group:default/other' }],
    ['another lifecycle', [use], { lifecycle: 'deprecated' }],
  ])('does not lapse by %s', (_name, heads, profile) => {
    expect(standing(heads, now, 'high', profile).state).toBe('valid');
  });

  it('lapses when the tier becomes graver, and not when it becomes less', () => {
    expect(standing([use], now, 'prohibited').state).toBe('lapsed');
    expect(standing([use], now, 'limited').state).toBe('valid');
  });

  it('lapses when a condition is not met by the end of its day', () => {
    const conditional = stated(
      approval,
      admission<any>(
        {
          gate: 'deploy',
          decision: 'approved-with-conditions',
          conditions: [{ text: 'Log refusals', due: '2026-07-01' }],
        },
        office,
        { subject },
      ),
    );
    const at = (instant: string) =>
      standingOf(conditional, { ...held, governed: subject.governed }, instant);
    expect(at('2026-07-01T23:59:59.999Z').state).toBe('valid');
    expect(at('2026-07-02T00:00:00.000Z')).toMatchObject({
      state: 'lapsed',
      reason: expect.stringContaining('Log refusals'),
    });
    const [condition] = conditional.data.conditions;
    const met = {
      ...conditional,
      data: {
        ...conditional.data,
        conditions: [{ ...condition, met: { on: '2026-06-20' } }],
      },
    };
    expect(
      standingOf(
        met,
        { ...held, governed: subject.governed },
        '2026-07-02T00:00:00.000Z',
      ).state,
    ).toBe('valid');
  });
});

it('an accepted risk lapses with its scenario, the profile or a material change, not with its treatment', () => {
  const scenario = {
    id: 'leak',
    title: 'Leak',
    category: 'privacy' as const,
    inherent: {
      likelihood: 4,
      consequence: { individuals: 4, society: 1, business: 1 },
    },
  };
  const subject = atHand({
    heads: [head('risk-assessment', { scenarios: [scenario] })],
  });
  const given = stated(
    riskAcceptance,
    admission<any>(
      {
        scenario: 'leak',
        decision: 'approved',
        reason: 'Rare.',
        expires: '2026-12-31',
      },
      office,
      { subject },
    ),
  );
  const state = (now_: object | undefined, governed = subject.governed) =>
    standingOf(
      given,
      {
        ...held,
        governed,
        assessed: now_ && assessedState(now_, governed),
      },
      now,
    ).state;
  expect(state(scenario)).toBe('valid');
  expect(state({ ...scenario, treatment: { strategy: 'mitigate' } })).toBe(
    'valid',
  );
  expect(state({ ...scenario, title: 'Big leak' })).toBe('lapsed');
  expect(state(undefined)).toBe('lapsed');
  expect(state(scenario, { ...subject.governed, changes: ['c'] })).toBe(
    'lapsed',
  );
});

describe('another tier', () => {
  const subject = atHand();
  const given = stated(
    tierOverride,
    admission<any>(
      {
        tier: 'limited',
        decision: 'approved',
        reason: 'Nobody decides by it.',
        expires: '2026-08-31',
      },
      office,
      { subject },
    ),
  );
  const under = (at: string, profile = subject.profile) =>
    tierUnder(
      {
        profile,
        governed: governedStateOf(profile, [], []),
        overrides: [given],
      },
      decisionPolicy,
      at,
    );

  it('holds to the end of its last day, says why, and keeps what the rule gives', () => {
    expect(under(now)).toMatchObject({
      tier: 'limited',
      reasons: [{ tier: 'limited' }, { tier: 'high' }],
      override: { rule: 'high' },
    });
    expect(under('2026-08-31T23:59:59.999Z').tier).toBe('limited');
    expect(under('2026-09-01T00:00:00.000Z')).toMatchObject({ tier: 'high' });
  });

  it('lapses with the profile, and never lifts a prohibition', () => {
    expect(under(now, { ...subject.profile, purpose: 'Another.' }).tier).toBe(
      'high',
    );
    expect(under(now, { ...subject.profile, uses: ['mood'] }).tier).toBe(
      'prohibited',
    );
  });
});

it('changes by time alone only at the instants that are foretold', () => {
  const day = fc
    .date({
      min: new Date('2026-06-02T00:00:00Z'),
      max: new Date('2027-05-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map(d => d.toISOString().slice(0, 10));
  const instants = fc
    .date({
      min: new Date('2026-06-01T09:00:00Z'),
      max: new Date('2027-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map(d => d.toISOString());
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 3 }),
      day,
      fc.constantFrom(...tiers),
      fc.tuple(instants, instants),
      (dues, expires, tier, [a, b]) => {
        const subject = atHand();
        const given = stated(
          approval,
          admission<any>(
            {
              gate: 'deploy',
              decision: 'approved-with-conditions',
              conditions: dues.map(due => ({ text: `By ${due}`, due })),
              expires,
            },
            office,
            { subject },
          ),
        );
        const [from, to] = [a, b].sort();
        const context = { tier, governed: subject.governed };
        const between = standingInstants(given).filter(
          at => at > from && at <= to,
        );
        if (between.length > 0) return;
        expect(standingOf(given, context, to)).toEqual(
          standingOf(given, context, from),
        );
      },
    ),
  );
});

it('who may not decide yet has only asked', () => {
  const asked = stated(
    approval,
    admission<any>({ gate: 'deploy', decision: 'requested' }, dana),
  );
  expect(
    standingOf(asked, { ...held, governed: atHand().governed }, now),
  ).toEqual({
    state: 'requested',
    reason:
      'Asked for by user:default/dana on 2026-06-01; nobody has decided yet.',
  });
});
