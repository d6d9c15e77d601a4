import {
  highProfile,
  limitedProfile,
  minimalProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';

const at = '2026-04-01T00:00:00.000Z';
const result = (controlId: string, profile: Profile, ref?: string) =>
  evaluate(subject({ profile, ref }), policy, at).results.find(
    r => r.controlId === controlId,
  )!;

const without = (field: keyof Profile, from = minimalProfile): Profile => ({
  ...from,
  [field]: undefined,
});

describe.each<[string, [Profile, string, RegExp][]]>([
  [
    'INV-01',
    [
      [minimalProfile, 'pass', /Owned by group:default\/lending/],
      [
        { ...minimalProfile, owner: 'user:default/dana' },
        'pass',
        /user:default\/dana/,
      ],
      [without('owner'), 'not-reported', /set spec\.owner/],
      [
        { ...minimalProfile, owner: 'group:default/unknown' },
        'fail',
        /not in the catalog/,
      ],
      [
        { ...minimalProfile, owner: 'group:default/gone' },
        'fail',
        /not in the catalog/,
      ],
      [
        { ...minimalProfile, owner: 'group:default/empty' },
        'fail',
        /no members/,
      ],
      [
        { ...minimalProfile, owner: 'component:default/portal' },
        'fail',
        /neither a group nor a user/,
      ],
    ],
  ],
  [
    'INV-02',
    [
      [limitedProfile, 'pass', /user:default\/dana is accountable/],
      [
        without('accountable', highProfile),
        'not-reported',
        /set spec\.accountable/,
      ],
      [
        { ...highProfile, accountable: 'user:default/left' },
        'fail',
        /not in the catalog/,
      ],
      [without('accountable'), 'not-applicable', /high and limited/],
    ],
  ],
  [
    'INV-03',
    [
      [minimalProfile, 'pass', /stated/],
      [without('purpose'), 'not-reported', /set spec\.purpose/],
      [{ ...minimalProfile, purpose: '  ' }, 'not-reported', /spec\.purpose/],
    ],
  ],
  [
    'INV-04',
    [
      [minimalProfile, 'pass', /internal: no special categories/],
      [
        {
          ...minimalProfile,
          data: { classification: 'restricted', categories: ['personal'] },
        },
        'pass',
        /restricted: personal/,
      ],
      [
        without('data'),
        'not-reported',
        /spec\.data\.classification, spec\.data\.categories/,
      ],
      [
        { ...minimalProfile, data: { classification: 'public' } },
        'not-reported',
        /: spec\.data\.categories\.$/,
      ],
      [
        { ...minimalProfile, data: { categories: [] } },
        'not-reported',
        /: spec\.data\.classification\.$/,
      ],
    ],
  ],
  [
    'INV-05',
    [
      [minimalProfile, 'pass', /resource:default\/calls/],
      [
        { ...minimalProfile, data: { sources: [] } },
        'pass',
        /uses? no data sources/,
      ],
      [without('data'), 'not-reported', /set spec\.data\.sources/],
      [
        {
          ...minimalProfile,
          data: {
            sources: [
              'resource:default/calls',
              'resource:default/x',
              'group:default/gone',
            ],
          },
        },
        'fail',
        /resource:default\/x, group:default\/gone\.$/,
      ],
      [
        { ...minimalProfile, data: undefined, sourcing: 'vendor-feature' },
        'not-applicable',
        /vendor/,
      ],
      [
        { ...minimalProfile, data: undefined, sourcing: 'vendor' },
        'not-reported',
        /data\.sources/,
      ],
    ],
  ],
  [
    'INV-06',
    [
      [minimalProfile, 'pass', /Every question/],
      [highProfile, 'pass', /Every question/],
      [
        without('affects'),
        'not-reported',
        /spec\.affects\.influences, spec\.affects\.interaction/,
      ],
    ],
  ],
  [
    'INV-07',
    [
      [minimalProfile, 'pass', /Example Bank call-volume 2/],
      [without('models'), 'not-reported', /set spec\.models/],
      [{ ...minimalProfile, models: [] }, 'not-reported', /set spec\.models/],
    ],
  ],
])('%s', (id, cases) => {
  it.each(cases)('of %j is %s', (profile, state, reason) => {
    expect(result(id, profile)).toMatchObject({
      state,
      reason: expect.stringMatching(reason),
      validUntil: null,
    });
  });

  it('of a retired system is not asked', () => {
    expect(result(id, { ...cases[0][0], lifecycle: 'retired' })).toMatchObject({
      state: 'not-applicable',
      reason: 'Retired: nothing more is asked.',
    });
  });
});

it('names the place where another kind declares its facts', () => {
  const profile = { owner: 'group:default/lending' };
  const ref = 'component:default/portal';
  expect(result('INV-03', profile, ref).reason).toMatch(
    /set spec\.aiGovernance\.purpose/,
  );
  expect(result('INV-06', profile, ref).reason).toMatch(
    /spec\.aiGovernance\.affects\.influences/,
  );
});

it('notes every entity that was asked for as an input, found or not', () => {
  const ref = 'aisystem:default/call-volume';
  const always = [`entity:${ref}`, `stream:${ref}`, 'policy'];
  const inputs = (id: string, over: Profile = {}) =>
    result(id, { ...limitedProfile, ...over }).inputs;
  expect(inputs('INV-01')).toEqual(
    ['entity:group:default/lending', ...always].sort(),
  );
  expect(inputs('INV-02', { accountable: 'user:default/left' })).toEqual(
    ['entity:user:default/left', ...always].sort(),
  );
  expect(
    inputs('INV-05', {
      data: { sources: ['resource:default/x', 'resource:default/y'] },
    }),
  ).toEqual(
    [
      'entity:resource:default/x',
      'entity:resource:default/y',
      ...always,
    ].sort(),
  );
  expect(inputs('INV-03')).toEqual([...always].sort());
});

describe('INV-08', () => {
  const confirmed = record('confirmation', {}, '2026-03-10');
  const judged = (when: string, ...records: object[]) =>
    evaluate(
      subject({ profile: highProfile, records: records as any }),
      policy,
      when,
    ).results.find(r => r.controlId === 'INV-08')!;

  it('is not reported until somebody has confirmed the entry', () => {
    expect(judged(at)).toMatchObject({
      state: 'not-reported',
      reason: 'Nobody has confirmed that it is right.',
    });
    expect(judged(at, record('confirmation', null)).state).toBe('not-reported');
  });

  it.each([
    ['2026-04-01T00:00:00.000Z', 'pass', '2027-02-08T00:00:00.000Z'],
    ['2027-02-08T00:00:00.000Z', 'warning', '2027-03-10T00:00:00.000Z'],
    ['2027-03-09T23:59:59.999Z', 'warning', '2027-03-10T00:00:00.000Z'],
    ['2027-03-10T00:00:00.000Z', 'expired', null],
  ])('at %s is %s', (when, state, validUntil) => {
    expect(judged(when, confirmed)).toMatchObject({ state, validUntil });
  });

  it('counts the latest', () => {
    const later = record('confirmation', {}, '2026-06-01');
    expect(judged('2027-03-10T00:00:00.000Z', later, confirmed).state).toBe(
      'pass',
    );
  });
});
