import {
  highProfile,
  intendedUse,
  limitedProfile,
  minimalProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { RecordState } from '../state';

const result = (
  controlId: string,
  records: RecordState[],
  at = '2026-04-01T00:00:00.000Z',
  // high, and for an audience that is not said: every control applies
  profile: Profile = highProfile,
) => {
  const { state, reason, validUntil, nextState } = evaluate(
    subject({ profile, records }),
    policy,
    at,
  ).results.find(r => r.controlId === controlId)!;
  return { state, reason, validUntil, nextState };
};

const written = (over: object = {}, at?: string) =>
  record('intended-use', { ...intendedUse, ...over }, at);

describe.each([
  [
    'DOC-01',
    {
      users: 'intended users',
      inScope: 'in scope',
      outOfScope: 'out of scope',
    },
  ],
  ['DOC-02', { limitations: 'limitations', assumptions: 'assumptions' }],
  ['DOC-03', { guidance: 'guidance for users' }],
  ['DOC-05', { oversight: 'human oversight: who, when, how to stop it' }],
])('%s', (id, sections) => {
  it('passes when every section says something', () => {
    expect(result(id, [written()])).toMatchObject({
      state: 'pass',
      validUntil: null,
    });
  });

  it.each(Object.entries(sections))(
    'fails when %s is absent or blank, and names it',
    (field, name) => {
      for (const text of [undefined, ' \n']) {
        expect(result(id, [written({ [field]: text })])).toMatchObject({
          state: 'fail',
          reason: `The intended use does not say: ${name}.`,
        });
      }
    },
  );

  it('is not reported without a document, or when it was erased', () => {
    const reason = 'The intended use is not documented.';
    expect(result(id, [])).toMatchObject({ state: 'not-reported', reason });
    expect(result(id, [record('intended-use', null)])).toMatchObject({
      state: 'not-reported',
      reason,
    });
  });
});

describe('DOC-03', () => {
  it.each([
    [['team' as const], 'not-applicable'],
    [[], 'not-applicable'],
    [['team' as const, 'employees' as const], 'not-reported'],
    [['customers' as const], 'not-reported'],
    [['public' as const], 'not-reported'],
    [undefined, 'not-reported'],
  ])('of the audience %j is %s', (audience, state) => {
    const affects = { ...minimalProfile.affects, audience };
    expect(
      result('DOC-03', [], undefined, { ...minimalProfile, affects }).state,
    ).toBe(state);
  });
});

describe('DOC-05', () => {
  it.each([
    [minimalProfile, 'not-applicable'],
    [limitedProfile, 'not-applicable'],
    [highProfile, 'not-reported'],
    [{ ...minimalProfile, uses: ['mood'] }, 'not-reported'],
  ])('asks the high tier and the prohibited', (profile, state) => {
    expect(result('DOC-05', [], undefined, profile).state).toBe(state);
  });
});

describe('DOC-06', () => {
  const changed = (at: string, materiality: 'material' | 'routine') =>
    record('change', { title: 'New model' }, at, materiality);

  it.each([
    // high: 6 months from 10 March 12:00, a warning 30 days before
    ['2026-08-11T11:59:59.999Z', highProfile, 'pass'],
    ['2026-08-11T12:00:00.000Z', highProfile, 'warning'],
    ['2026-09-10T11:59:59.999Z', highProfile, 'warning'],
    ['2026-09-10T12:00:00.000Z', highProfile, 'expired'],
    // limited: 12 months, minimal: 24
    ['2027-03-10T11:59:59.999Z', limitedProfile, 'warning'],
    ['2027-03-10T12:00:00.000Z', limitedProfile, 'expired'],
    ['2027-03-10T12:00:00.000Z', minimalProfile, 'pass'],
    ['2028-03-10T12:00:00.000Z', minimalProfile, 'expired'],
    // a prohibited use is held to what a high one is
    [
      '2026-09-10T12:00:00.000Z',
      { ...minimalProfile, uses: ['mood'] },
      'expired',
    ],
  ])('at %s', (at, profile, state) => {
    expect(result('DOC-06', [written()], at, profile).state).toBe(state);
  });

  it('foretells the warning, then the expiry', () => {
    expect(result('DOC-06', [written()], undefined, highProfile)).toEqual({
      state: 'pass',
      reason:
        'The intended use was reviewed within its cadence. Good until 2026-09-10.',
      validUntil: '2026-08-11T12:00:00.000Z',
      nextState: 'warning',
    });
    expect(
      result('DOC-06', [written()], '2026-09-01T00:00:00.000Z', highProfile),
    ).toEqual({
      state: 'warning',
      reason:
        'The intended use was reviewed within its cadence. It runs out on 2026-09-10: renew it before.',
      validUntil: '2026-09-10T12:00:00.000Z',
      nextState: 'expired',
    });
    expect(
      result('DOC-06', [written()], '2026-09-11T00:00:00.000Z', highProfile),
    ).toEqual({
      state: 'expired',
      reason:
        'The intended use was not reviewed in time. It was due by 2026-09-10.',
      validUntil: null,
      nextState: null,
    });
  });

  it('names the last day that is in time when it runs out at midnight', () => {
    expect(
      result('DOC-06', [written({}, '2026-03-10')], undefined, highProfile)
        .reason,
    ).toMatch(/Good until 2026-09-09/);
  });

  it('fails after a material change, until it is reviewed', () => {
    const change = changed('2026-03-20', 'material');
    expect(result('DOC-06', [written(), change])).toMatchObject({
      state: 'fail',
      reason: 'Not reviewed since the material change “New model”.',
      validUntil: null,
    });
    expect(result('DOC-06', [written({}, '2026-03-21'), change]).state).toBe(
      'pass',
    );
    // reviewed for the change, at the same instant
    expect(result('DOC-06', [written({}, '2026-03-20'), change]).state).toBe(
      'pass',
    );
  });

  it('is not concerned by a routine change, or by one before', () => {
    expect(
      result('DOC-06', [
        changed('2026-03-01', 'material'),
        written(),
        changed('2026-03-20', 'routine'),
      ]).state,
    ).toBe('pass');
  });

  it('names the last of several changes, also one whose text was erased', () => {
    expect(
      result('DOC-06', [
        written(),
        record('change', null, '2026-03-22', 'material'),
        changed('2026-03-20', 'material'),
      ]).reason,
    ).toBe(
      'Not reviewed since the material change of 2026-03-22, whose text was erased.',
    );
  });

  it('is not reported without a document', () => {
    expect(result('DOC-06', []).state).toBe('not-reported');
  });
});
