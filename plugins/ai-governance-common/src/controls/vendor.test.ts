import { decided, decision, governedBy } from '../__testUtils__/decisions';
import {
  limitedProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { validateRecord, vendorAssessment, VendorAssessment } from '../records';
import { RecordState } from '../state';

const at = '2026-04-01T00:00:00.000Z';
const ofVendor: Profile = {
  ...limitedProfile,
  sourcing: 'vendor',
  vendor: { name: 'Example Suite', product: 'Notes' },
};

const result = (
  controlId: string,
  over: {
    assessment?: Partial<VendorAssessment> | null;
    profile?: Profile;
    records?: RecordState<any>[];
    when?: string;
  } = {},
) => {
  const { assessment, profile = ofVendor, records = [] } = over;
  return evaluate(
    subject({
      profile,
      records: [
        ...(assessment === undefined
          ? []
          : [
              record(
                'vendor-assessment',
                assessment && { product: 'Notes', ...assessment },
              ),
            ]),
        ...records,
      ],
    }),
    policy,
    over.when ?? at,
  ).results.find(r => r.controlId === controlId)!;
};

/** From an instant on, each state with the instant from which it holds. */
function steps(controlId: string, over: Parameters<typeof result>[1] = {}) {
  const all: string[] = [];
  let when: string | null = over.when ?? at;
  while (when) {
    const found = result(controlId, { ...over, when });
    all.push(`${when} ${found.state}`);
    when = found.validUntil;
  }
  return all;
}

const asksTheAssessment = ['VEN-01', 'VEN-02', 'VEN-03', 'VEN-05', 'VEN-06'];

describe.each(asksTheAssessment)('%s', id => {
  it.each(['in-house', 'open-source', undefined] as const)(
    'is not asked of what is %s',
    sourcing => {
      expect(
        result(id, { profile: { ...limitedProfile, sourcing } }),
      ).toMatchObject({
        state: 'not-applicable',
        reason: 'Asked of products and features of vendors only.',
      });
    },
  );

  it.each(['vendor', 'vendor-feature'] as const)(
    'is not reported of a %s that nobody has assessed, or whose assessment was erased',
    sourcing => {
      const profile = { ...ofVendor, sourcing };
      for (const assessment of [undefined, null]) {
        expect(result(id, { profile, assessment })).toMatchObject({
          state: 'not-reported',
          reason: 'The vendor has not been assessed.',
          validUntil: null,
        });
      }
    },
  );
});

describe('VEN-01', () => {
  it('holds for the cadence of the tier, and warns one window before', () => {
    // limited: a year from 10 March, noon
    expect(steps('VEN-01', { assessment: {} })).toEqual([
      '2026-04-01T00:00:00.000Z pass',
      '2027-02-08T12:00:00.000Z warning',
      '2027-03-10T12:00:00.000Z expired',
    ]);
    const profile: Profile = {
      ...ofVendor,
      affects: { influences: ['safety'], basis: 'main', interaction: [] },
    };
    expect(steps('VEN-01', { profile, assessment: {} }).at(-1)).toBe(
      '2026-09-10T12:00:00.000Z expired',
    );
  });

  it('fails after a material change, and not after a routine one or one before', () => {
    const change = (day: string, materiality: 'material' | 'routine') =>
      record('change', { title: 'Summaries' }, day, materiality);
    const with_ = (...records: RecordState<any>[]) =>
      result('VEN-01', { assessment: {}, records });
    expect(with_(change('2026-03-20', 'material'))).toMatchObject({
      state: 'fail',
      reason: 'Not assessed since the material change “Summaries”.',
      validUntil: null,
    });
    expect(with_(change('2026-03-20', 'routine')).state).toBe('pass');
    expect(with_(change('2026-03-10', 'material')).state).toBe('pass');
  });
});

describe('VEN-02', () => {
  const days = (n?: number) => ({ standing: 'known' as const, days: n });
  const unknown = { standing: 'unknown' as const };

  it.each<[VendorAssessment['retention'], string, string]>([
    [
      undefined,
      'not-reported',
      'The assessment does not say how long the vendor keeps prompts, outputs, logs.',
    ],
    [
      { prompts: days(0), outputs: days(30) },
      'not-reported',
      'The assessment does not say how long the vendor keeps logs.',
    ],
    [
      { prompts: unknown, outputs: days(30) },
      'fail',
      'It is not known how long the vendor keeps prompts.',
    ],
    [
      { prompts: unknown, outputs: days(), logs: days() },
      'fail',
      'It is not known how long the vendor keeps prompts. No number of days says when the vendor deletes outputs, logs.',
    ],
    [
      { prompts: days(0), outputs: days(30), logs: days(365) },
      'pass',
      'Days that the vendor keeps them: prompts 0, outputs 30, logs 365.',
    ],
  ])('of %j is %s', (retention, state, reason) => {
    expect(result('VEN-02', { assessment: { retention } })).toMatchObject({
      state,
      reason,
      validUntil: null,
    });
  });
});

describe('VEN-03', () => {
  const sent = (...classes: ('internal' | 'restricted')[]) =>
    classes.map(classification => ({ classification, what: 'Notes' }));
  const declared = (
    classification?: 'internal' | 'restricted',
  ): Partial<Profile> => ({ data: { classification, categories: [] } });

  it.each<
    [
      string,
      VendorAssessment['training'],
      Profile,
      VendorAssessment['dataSent'],
      string,
      RegExp,
    ]
  >([
    ['not stated', undefined, {}, [], 'not-reported', /does not say whether/],
    ['not known', { use: 'unknown' }, {}, [], 'fail', /not known whether/],
    ['off', { use: 'no' }, declared('restricted'), [], 'pass', /does not/],
    [
      'switched off for us',
      { use: 'opted-out' },
      declared('restricted'),
      sent('restricted'),
      'pass',
      /switched off/,
    ],
    [
      'on, of what is not restricted',
      { use: 'yes' },
      declared('internal'),
      sent('internal'),
      'pass',
      /none of which is restricted/,
    ],
    [
      'on, of restricted data by the profile',
      { use: 'yes' },
      declared('restricted'),
      sent('internal'),
      'fail',
      /it is restricted: have it switched off/,
    ],
    [
      'on, of restricted data by the assessment',
      { use: 'yes' },
      declared('internal'),
      sent('internal', 'restricted'),
      'fail',
      /it is restricted/,
    ],
    [
      'on, of nobody knows which',
      { use: 'yes' },
      declared(),
      undefined,
      'fail',
      /counts as restricted/,
    ],
    [
      'on, of what the assessment alone says',
      { use: 'yes' },
      declared(),
      sent('internal'),
      'pass',
      /none of which/,
    ],
  ])('with training %s', (_name, training, over, dataSent, state, says) => {
    expect(
      result('VEN-03', {
        profile: { ...ofVendor, ...over },
        assessment: { training, dataSent },
      }),
    ).toMatchObject({
      state,
      reason: expect.stringMatching(says),
      validUntil: null,
    });
  });
});

describe('VEN-05', () => {
  const checkpoint = (
    outcome: 'passed' | 'not-passed' | 'waived',
    on = '2026-02-01',
  ) => ({
    checkpoint: { result: outcome, by: 'group:default/procurement', on },
  });

  it.each([
    ['passed', 'pass', /was passed by group:default\/procurement on 2026-02-0/],
    ['not-passed', 'fail', /was not passed by group/],
    ['waived', 'fail', /A waiver is no pass/],
  ] as const)('that was %s is %s', (outcome, state, says) => {
    expect(result('VEN-05', { assessment: checkpoint(outcome) })).toMatchObject(
      {
        state,
        reason: expect.stringMatching(says),
        validUntil: null,
      },
    );
  });

  it('is not reported where none is recorded, nor before its day', () => {
    expect(result('VEN-05', { assessment: {} })).toMatchObject({
      state: 'not-reported',
      reason: 'No procurement checkpoint is recorded.',
    });
    expect(
      steps('VEN-05', { assessment: checkpoint('passed', '2026-04-02') }),
    ).toEqual([
      '2026-04-01T00:00:00.000Z not-reported',
      '2026-04-02T00:00:00.000Z pass',
    ]);
  });

  it('says where it is written', () => {
    const { checkpoint: one } = checkpoint('passed');
    const assessment = { checkpoint: { ...one, reference: 'PROC-7' } };
    expect(result('VEN-05', { assessment }).reason).toMatch(
      /on 2026-02-01 \(PROC-7\)\.$/,
    );
  });
});

describe('VEN-06', () => {
  type Evidence = NonNullable<VendorAssessment['evidence']>[number];
  const piece = (
    kind: Evidence['kind'],
    issued: string,
    expires: string,
    title?: string,
  ): Evidence => ({ kind, issued, expires, title });
  const given = (...evidence: Evidence[]) => ({ assessment: { evidence } });

  it('is not reported without evidence, nor before any was issued', () => {
    for (const assessment of [{}, { evidence: [] }]) {
      expect(result('VEN-06', { assessment })).toMatchObject({
        state: 'not-reported',
        reason: 'The vendor has given no evidence of its controls.',
      });
    }
    expect(
      steps('VEN-06', given(piece('soc-2', '2026-05-01', '2027-04-30'))),
    ).toEqual([
      '2026-04-01T00:00:00.000Z not-reported',
      '2026-05-01T00:00:00.000Z pass',
      '2027-04-01T00:00:00.000Z warning',
      '2027-05-01T00:00:00.000Z expired',
    ]);
  });

  it('goes by the kind that ends first, and counts to the end of its last day', () => {
    const all = given(
      piece('soc-2', '2025-07-01', '2026-06-30'),
      piece('iso-42001', '2025-01-01', '2028-01-01'),
    );
    expect(steps('VEN-06', all)).toEqual([
      '2026-04-01T00:00:00.000Z pass',
      '2026-06-01T00:00:00.000Z warning',
      '2026-07-01T00:00:00.000Z expired',
      '2028-01-02T00:00:00.000Z expired',
    ]);
    const on = (when: string) => result('VEN-06', { ...all, when });
    expect(on('2026-06-30T23:59:59.999Z')).toMatchObject({
      state: 'warning',
      reason: 'Evidence of the vendor that expires soon: SOC 2 (2026-06-30).',
    });
    expect(on('2026-07-01T00:00:00.000Z').reason).toBe(
      'Evidence of the vendor that has expired: SOC 2 (2026-06-30).',
    );
    expect(on('2028-01-02T00:00:00.000Z').reason).toMatch(
      /SOC 2 \(2026-06-30\), ISO\/IEC 42001 \(2028-01-01\)\.$/,
    );
  });

  it('takes a newer piece of a kind for the older one, from the day it is issued', () => {
    expect(
      steps(
        'VEN-06',
        given(
          piece('soc-2', '2025-07-01', '2026-06-30'),
          piece('soc-2', '2026-06-20', '2027-06-19'),
        ),
      ),
    ).toEqual([
      '2026-04-01T00:00:00.000Z pass',
      '2026-06-01T00:00:00.000Z warning',
      '2026-06-20T00:00:00.000Z pass',
      '2027-05-21T00:00:00.000Z warning',
      '2027-06-20T00:00:00.000Z expired',
    ]);
  });

  it('keeps other evidence apart by its title', () => {
    const other = (title: string, expires: string) =>
      piece('other', '2025-01-01', expires, title);
    expect(
      result(
        'VEN-06',
        given(other('Letter', '2026-03-31'), other('Report', '2027-12-31')),
      ),
    ).toMatchObject({
      state: 'expired',
      reason: 'Evidence of the vendor that has expired: Letter (2026-03-31).',
    });
  });
});

describe('a vendor assessment', () => {
  const issues = (over: object) => {
    const found = validateRecord(vendorAssessment, {
      product: 'Notes',
      ...over,
    });
    return found.ok ? [] : found.issues.map(i => `${i.path}: ${i.message}`);
  };

  it.each<[object, string]>([
    [
      { retention: { prompts: { standing: 'unknown', days: 30 } } },
      'retention.prompts.days: goes with the standing known',
    ],
    [
      {
        evidence: [
          { kind: 'soc-2', issued: '2026-03-01', expires: '2026-02-28' },
        ],
      },
      'evidence[0].expires: must not be before 2026-03-01, when it was issued',
    ],
  ])('refuses %j', (over, issue) => {
    expect(issues(over)).toEqual([issue]);
  });

  it('tells its plan where it has one', () => {
    expect(
      vendorAssessment.summary({ product: 'Notes', plan: 'Enterprise' }),
    ).toBe('Notes, Enterprise');
  });

  it('is part of what approvals are about', () => {
    const governed = governedBy(ofVendor, []);
    const given = decision('approval', {
      gate: 'vendor',
      decision: 'approved',
      expires: '2026-12-31',
      decided: decided(governed),
    });
    expect(result('OPS-01', { records: [given] }).state).toBe('pass');
    expect(
      result('OPS-01', { records: [given], assessment: {} }),
    ).toMatchObject({
      state: 'fail',
      reason: expect.stringContaining('the vendor assessment (new)'),
    });
  });
});
