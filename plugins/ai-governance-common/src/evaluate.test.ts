import fc from 'fast-check';
import { instants, policies, subjects } from './__testUtils__/arbitraries';
import { dataSheet, operations } from './__testUtils__/documents';
import { decided, decision, governedBy } from './__testUtils__/decisions';
import {
  highProfile,
  intendedUse,
  limitedProfile,
  minimalProfile,
  policy,
  record,
  scenario,
  subject,
} from './__testUtils__/subject';
import { Control, controls, Finding } from './controls';
import { evaluate, summarize } from './evaluate';
import { instant } from './instant';
import { policyHash } from './policy';
import { levels, noCounts, ResultState, resultStates } from './results';

const at = '2026-04-01T00:00:00.000Z';

const control = (
  id: string,
  evaluateIt: Control['evaluate'],
  over: Partial<Control> = {},
): Control => ({
  id,
  version: 1,
  family: 'INV',
  title: id,
  level: 'bronze',
  holdsWhen: 'it holds',
  appliesTo: 'all',
  references: [],
  remediation: { label: 'Mend', place: 'source' },
  evaluate: evaluateIt,
  ...over,
});

describe('an evaluation', () => {
  it('of a system in order holds everything that is asked', () => {
    const profile = { ...limitedProfile, uses: ['drafting'] };
    const records = [
      record('intended-use', intendedUse),
      record('risk-assessment', { scenarios: [scenario()] }),
      record('data-sheet', dataSheet),
      record('operations', operations),
      record('confirmation', {}),
      record('monitoring', {
        period: { from: '2026-01-01', to: '2026-03-31' },
        drift: { found: 'None.' },
        performance: { found: 'As ever.' },
        abuse: { found: 'None.' },
        violations: { found: 'None.' },
      }),
    ];
    const { tier, results, level, counts, first, validUntil } = evaluate(
      subject({
        profile,
        records: [
          ...records,
          decision('approval', {
            gate: 'deploy',
            decision: 'approved',
            expires: '2027-03-15',
            decided: decided(governedBy(profile, records)),
          }),
        ],
        people: {
          'user:default/dana': {
            'policy-acknowledgement': [
              record('policy-acknowledgement', { hash: policyHash(policy) }),
            ],
          },
        },
      }),
      policy,
      at,
    );
    expect(tier.tier).toBe('limited');
    expect(results.map(r => r.controlId)).toEqual(controls.map(c => c.id));
    // the product of no vendor, and without connectors
    expect(counts).toEqual({ ...noCounts(), pass: 30, 'not-applicable': 14 });
    // no control of gold is asked of it
    expect(level).toBe('gold');
    expect(first).toBeUndefined();
    expect(validUntil).toBe('2026-06-01T00:00:00.000Z');
  });

  it('of a retired system asks nothing, whatever else is there', () => {
    const { results, level, counts, families, first, validUntil } = evaluate(
      subject({ profile: { ...highProfile, lifecycle: 'retired' } }),
      policy,
      at,
    );
    expect(new Set(results.map(r => r.state))).toEqual(
      new Set(['not-applicable']),
    );
    expect(counts['not-applicable']).toBe(controls.length);
    expect(families.RSK['not-applicable']).toBe(6);
    expect({ level, first, validUntil }).toEqual({
      level: null,
      first: undefined,
      validUntil: null,
    });
  });

  it('of one that says nothing asks for everything', () => {
    const { counts, level, first } = evaluate(
      subject({ profile: {} }),
      policy,
      at,
    );
    expect(counts).toEqual({
      ...noCounts(),
      // no material change is without its approval, no incident or corrective action is open
      pass: 3,
      'not-reported': 24,
      'not-applicable': 17,
    });
    expect({ level, first }).toEqual({ level: null, first: 'INV-01' });
  });

  it('keeps a control that breaks to itself', () => {
    const broken = [
      control('A', () => ({ state: 'pass', reason: 'Fine.' })),
      control('B', ({ entity }) => {
        entity('group:default/lending');
        throw new Error('no such field');
      }),
      control('C', () => {
        // eslint-disable-next-line no-throw-literal
        throw 'a text';
      }),
      control('D', () => ({ state: 'pass', reason: 'Fine.' }), {
        notApplicable: () => {
          throw new Error('not even that');
        },
      }),
      control('E', () => ({ state: 'fail', reason: 'Not fine.' })),
    ];
    const { results, level, first } = evaluate(subject({}), policy, at, broken);
    expect(results.map(r => [r.controlId, r.state, r.reason])).toEqual([
      ['A', 'pass', 'Fine.'],
      ['B', 'error', 'The control could not be evaluated: no such field'],
      ['C', 'error', 'The control could not be evaluated: a text'],
      ['D', 'error', 'The control could not be evaluated: not even that'],
      ['E', 'fail', 'Not fine.'],
    ]);
    // what it had asked for by then is an input: a change there is worth another try
    expect(results[1].inputs).toContain('entity:group:default/lending');
    expect({ level, first }).toEqual({ level: null, first: 'B' });
  });

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(subjects, policies, instants, (state, rules, when) => {
        const once = evaluate(state, rules, when);
        expect(evaluate(structuredClone(state), rules, when)).toEqual(once);
      }),
    );
  });

  it('does not depend on the order in which the other controls stand', () => {
    fc.assert(
      fc.property(
        subjects,
        fc.shuffledSubarray([...controls]),
        (state, some) => {
          const all = evaluate(state, policy, at).results;
          for (const result of evaluate(state, policy, at, some).results) {
            expect(all).toContainEqual(result);
          }
        },
      ),
    );
  });

  it('breaks in no control, and gives a reason for every result', () => {
    fc.assert(
      fc.property(subjects, policies, instants, (state, rules, when) => {
        for (const result of evaluate(state, rules, when).results) {
          expect(result.state).not.toBe('error');
          expect(result.reason).toMatch(/^\S.*\.$/s);
          expect(result.inputs).toEqual([...new Set(result.inputs)].sort());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('waives nothing that holds, and makes no pass of what is waived', () => {
    let waived = 0;
    fc.assert(
      fc.property(subjects, policies, instants, (state, rules, when) => {
        const { results, counts } = evaluate(state, rules, when);
        const { exemption, ...records } = state.records;
        const bare = evaluate({ ...state, records }, rules, when);
        results.forEach((result, i) => {
          const without = bare.results[i];
          const waives = result.state === 'exempt';
          waived += waives ? 1 : 0;
          expect(
            waives
              ? ['fail', 'expired', 'not-reported'].includes(without.state)
              : without.state === result.state &&
                  without.reason === result.reason,
          ).toBe(true);
        });
        expect(counts.pass + counts.warning).toBe(
          bare.counts.pass + bare.counts.warning,
        );
        expect(Object.values(counts).reduce((a, b) => a + b)).toBe(
          results.length,
        );
      }),
      { numRuns: 300 },
    );
    expect(waived).toBeGreaterThan(0);
  });

  // The promise on which storing results rests.
  it('stays as it is until validUntil, and becomes then what it foretells', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    let foretold = 0;
    let waived = 0;
    let retiered = 0;
    fc.assert(
      fc.property(
        subjects,
        policies,
        instants,
        fc.array(fraction, { minLength: 1, maxLength: 4 }),
        (state, rules, when, fractions) => {
          const { results: now, ...summary } = evaluate(state, rules, when);
          const judged = (then: string, index: number) => {
            const { state: s, reason } = evaluate(state, rules, then).results[
              index
            ];
            return { state: s, reason };
          };
          now.forEach((result, index) => {
            const same = { state: result.state, reason: result.reason };
            const from = Date.parse(when);
            const { validUntil } = result;
            const last = validUntil
              ? Date.parse(validUntil) - 1
              : Date.parse('2040-01-01T00:00:00.000Z');
            for (const part of [...fractions, 1]) {
              const then = instant(Math.floor(from + (last - from) * part));
              expect(judged(then, index)).toEqual(same);
            }
            const then = validUntil
              ? judged(validUntil, index)
              : { state: null, reason: null };
            expect(then).toEqual({
              state: result.nextState,
              reason: result.nextReason,
            });
            expect(then).not.toEqual(same);
            expect(validUntil === null || validUntil > when).toBe(true);
            foretold += validUntil ? 1 : 0;
            waived += result.state === 'exempt' && validUntil ? 1 : 0;
          });
          const { tierChanges } = summary;
          const tierAt = (then: string) =>
            evaluate(state, rules, then, []).tier.tier;
          [{ at: when, tier: summary.tier.tier }, ...tierChanges].forEach(
            ({ at: from, tier }, i, all) => {
              expect(tierAt(from)).toBe(tier);
              expect(tier).not.toBe(all[i + 1]?.tier);
              const end = all[i + 1]?.at ?? '2040-01-01T00:00:00.000Z';
              expect(tierAt(instant(Date.parse(end) - 1))).toBe(tier);
              expect(end > from).toBe(true);
            },
          );
          retiered += tierChanges.length;
          expect(summary.validUntil).toBe(
            [
              ...now.flatMap(r => r.validUntil ?? []),
              ...tierChanges.map(change => change.at),
            ].sort()[0] ?? null,
          );
        },
      ),
      { numRuns: 300 },
    );
    expect(foretold).toBeGreaterThan(50);
    expect(waived).toBeGreaterThan(0);
    expect(retiered).toBeGreaterThan(0);
  });
});

describe('what results add up to', () => {
  const finding = (state: ResultState) => (): Finding => ({
    state,
    reason: 'So it is.',
  });
  const of = (...states: [Control['level'], ResultState][]) => {
    const some = states.map(([level, state], i) =>
      control(`C${i}`, finding(state), { level }),
    );
    return evaluate(subject({ profile: minimalProfile }), policy, at, some);
  };

  it.each<[string | null, [Control['level'], ResultState][]]>([
    [
      'gold',
      [
        ['bronze', 'pass'],
        ['silver', 'warning'],
        ['gold', 'pass'],
      ],
    ],
    [
      'silver',
      [
        ['bronze', 'pass'],
        ['silver', 'pass'],
        ['gold', 'fail'],
      ],
    ],
    // a lower level is required by the higher ones
    [
      null,
      [
        ['bronze', 'fail'],
        ['silver', 'pass'],
        ['gold', 'pass'],
      ],
    ],
    [
      'bronze',
      [
        ['bronze', 'pass'],
        ['silver', 'expired'],
        ['gold', 'pass'],
      ],
    ],
    [
      'bronze',
      [
        ['bronze', 'pass'],
        ['silver', 'error'],
      ],
    ],
    [
      'bronze',
      [
        ['bronze', 'pass'],
        ['silver', 'not-reported'],
      ],
    ],
    // what does not apply, and what is exempt, is not in the way
    [
      'gold',
      [
        ['bronze', 'pass'],
        ['silver', 'not-applicable'],
        ['gold', 'pass'],
      ],
    ],
    [
      'silver',
      [
        ['bronze', 'exempt'],
        ['silver', 'pass'],
        ['silver', 'pass'],
      ],
    ],
    [
      'gold',
      [
        ['bronze', 'pass'],
        ['silver', 'pass'],
        ['gold', 'not-applicable'],
      ],
    ],
    // a level that no control asks for is not given
    ['bronze', [['bronze', 'pass']]],
    ['silver', [['silver', 'pass']]],
    // of whom nothing is asked has shown nothing
    [
      null,
      [
        ['bronze', 'not-applicable'],
        ['silver', 'exempt'],
      ],
    ],
    [null, []],
  ])('the level is %s for %j', (level, states) => {
    expect(of(...states).level).toBe(level);
  });

  it.each<[string | undefined, [Control['level'], ResultState][]]>([
    [
      undefined,
      [
        ['bronze', 'pass'],
        ['bronze', 'not-applicable'],
        ['gold', 'exempt'],
      ],
    ],
    [
      'C1',
      [
        ['bronze', 'pass'],
        ['bronze', 'warning'],
      ],
    ],
    // what is wrong comes before what runs out
    [
      'C1',
      [
        ['bronze', 'warning'],
        ['gold', 'fail'],
      ],
    ],
    // a lower level comes before a worse state of a higher one
    [
      'C1',
      [
        ['silver', 'error'],
        ['bronze', 'not-reported'],
      ],
    ],
    // and within a level the worst
    [
      'C3',
      [
        ['bronze', 'not-reported'],
        ['bronze', 'fail'],
        ['bronze', 'expired'],
        ['bronze', 'error'],
      ],
    ],
    [
      'C2',
      [
        ['bronze', 'not-reported'],
        ['bronze', 'fail'],
        ['bronze', 'expired'],
      ],
    ],
    [
      'C1',
      [
        ['bronze', 'not-reported'],
        ['bronze', 'fail'],
      ],
    ],
    // among equals the first of the catalogue
    [
      'C0',
      [
        ['bronze', 'fail'],
        ['bronze', 'fail'],
      ],
    ],
  ])('first is %s for %j', (first, states) => {
    expect(of(...states).first).toBe(first);
  });

  it('counts every result once, in its family', () => {
    const results = fc.array(
      fc.record({
        state: fc.constantFrom(...resultStates),
        family: fc.constantFrom('INV' as const, 'DOC' as const, 'RSK' as const),
        level: fc.constantFrom(...levels),
        validUntil: fc.option(instants),
      }),
    );
    fc.assert(
      fc.property(results, all => {
        const some = all.map(({ state, family, level }, i) =>
          control(`C${i}`, finding(state), { family, level }),
        );
        const sum = summarize(
          some,
          all.map(({ state, validUntil }, i) => ({
            controlId: `C${i}`,
            state,
            validUntil,
          })),
        );
        const total = (counts: Record<string, number>) =>
          Object.values(counts).reduce((a, b) => a + b, 0);
        expect(total(sum.counts)).toBe(all.length);
        for (const family of ['INV', 'DOC', 'RSK'] as const) {
          expect(total(sum.families[family] ?? {})).toBe(
            all.filter(r => r.family === family).length,
          );
        }
        expect(sum.validUntil).toBe(
          all.flatMap(r => r.validUntil ?? []).sort()[0] ?? null,
        );
        expect(sum.first === undefined).toBe(
          all.every(r =>
            ['pass', 'not-applicable', 'exempt'].includes(r.state),
          ),
        );
      }),
    );
  });

  it('leaves out controls without a result', () => {
    expect(summarize(controls, []).counts).toEqual(noCounts());
  });
});
