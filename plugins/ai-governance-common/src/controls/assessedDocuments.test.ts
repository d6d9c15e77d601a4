import { impactAssessment, threatModel } from '../__testUtils__/documents';
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
import { GovernancePolicy } from '../policy';
import { RecordState } from '../state';

const result = (
  id: string,
  records: RecordState[],
  at = '2026-04-01T00:00:00.000Z',
  profile: Profile = highProfile,
  rules: GovernancePolicy = policy,
) => {
  const { state, reason, validUntil, nextState } = evaluate(
    subject({ profile, records }),
    rules,
    at,
  ).results.find(r => r.controlId === id)!;
  return { state, reason, validUntil, nextState };
};

const impact = (over: object = {}, at?: string) =>
  record('impact-assessment', { ...impactAssessment, ...over }, at);
const threats = (over: object = {}, at?: string) =>
  record('threat-model', { ...threatModel, ...over }, at);

describe.each([
  [
    'RSK-04',
    impact,
    {
      type: 'impact-assessment',
      notSince: 'Not assessed since',
      holds: 'The impact was assessed within its cadence.',
      lapsed: 'The impact assessment was not renewed in time.',
      none: 'The impact on people and society has not been assessed.',
    },
  ],
  [
    'RSK-05',
    threats,
    {
      type: 'threat-model',
      notSince: 'Not renewed since',
      holds: 'The threat model is current.',
      lapsed: 'The threat model was not renewed in time.',
      none: 'There is no threat model.',
    },
  ],
])('%s', (id, written, words) => {
  it.each([
    // 6 months from 10 March 12:00, the cadence of the risk assessment, a warning 30 days before
    ['2026-08-11T11:59:59.999Z', 'pass'],
    ['2026-08-11T12:00:00.000Z', 'warning'],
    ['2026-09-10T11:59:59.999Z', 'warning'],
    ['2026-09-10T12:00:00.000Z', 'expired'],
  ])('at %s is %s', (at, state) => {
    expect(result(id, [written()], at).state).toBe(state);
  });

  it('foretells the warning, then the expiry', () => {
    expect(result(id, [written()])).toEqual({
      state: 'pass',
      reason: `${words.holds} Good until 2026-09-10.`,
      validUntil: '2026-08-11T12:00:00.000Z',
      nextState: 'warning',
    });
    expect(result(id, [written()], '2026-09-01T00:00:00.000Z')).toEqual({
      state: 'warning',
      reason: `${words.holds} It runs out on 2026-09-10: renew it before.`,
      validUntil: '2026-09-10T12:00:00.000Z',
      nextState: 'expired',
    });
    expect(result(id, [written()], '2026-09-11T00:00:00.000Z')).toEqual({
      state: 'expired',
      reason: `${words.lapsed} It was due by 2026-09-10.`,
      validUntil: null,
      nextState: null,
    });
  });

  it('fails after a material change, until it is renewed', () => {
    const change = record('change', { title: 'New model' }, '2026-03-20');
    expect(result(id, [written(), change])).toMatchObject({
      state: 'fail',
      reason: `${words.notSince} the material change “New model”.`,
    });
    expect(result(id, [written({}, '2026-03-20'), change]).state).toBe('pass');
    const routine = record('change', { title: 'x' }, '2026-03-20', 'routine');
    expect(result(id, [written(), routine]).state).toBe('pass');
  });

  it('is not reported without a document, or when it was erased', () => {
    for (const records of [[], [record(words.type, null)]]) {
      expect(result(id, records)).toMatchObject({
        state: 'not-reported',
        reason: words.none,
      });
    }
  });
});

describe('RSK-04', () => {
  it.each([
    ['affected', 'people and groups affected'],
    ['benefits', 'benefits'],
    ['harms', 'harms'],
    ['society', 'society and environment'],
    ['fairness', 'fairness'],
    ['explanation', 'explanation'],
    ['appeal', 'appeal'],
  ])('fails when %s is absent or blank, and names it', (field, name) => {
    for (const text of [undefined, ' ']) {
      expect(result('RSK-04', [impact({ [field]: text })])).toEqual({
        state: 'fail',
        reason: `The impact assessment does not say: ${name}.`,
        validUntil: null,
        nextState: null,
      });
    }
  });

  it.each<[string, Profile, string]>([
    ['minimal', minimalProfile, 'not-applicable'],
    ['limited', limitedProfile, 'not-applicable'],
    ['high', highProfile, 'not-reported'],
    ['prohibited', { ...minimalProfile, uses: ['mood'] }, 'not-reported'],
  ])('of the %s tier', (_tier, profile, state) => {
    expect(result('RSK-04', [], undefined, profile).state).toBe(state);
  });

  describe('under the EU AI Act', () => {
    const rules = { ...policy, regulations: ['eu-ai-act' as const] };
    const of = (
      euAiAct: NonNullable<Profile['regulation']>['euAiAct'],
      over: object = {},
      under: GovernancePolicy = rules,
    ) =>
      result(
        'RSK-04',
        [impact(over)],
        undefined,
        { ...highProfile, regulation: { euAiAct } },
        under,
      );
    const answers = {
      frequency: 'Daily.',
      oversight: 'A planner.',
      measures: 'Stop it.',
    };

    it('asks what Art. 27 asks, and says so', () => {
      expect(of({ annexIII: ['employment'] })).toMatchObject({
        state: 'fail',
        reason:
          'The impact assessment does not say: how long and how often, human oversight in use, what is done when harm happens. Art. 27 of the EU AI Act asks for how long and how often, human oversight in use, what is done when harm happens.',
      });
      expect(of({ annexIII: ['employment'] }, answers).state).toBe('pass');
      expect(
        of({ annexIII: ['employment'] }, { ...answers, measures: ' ' }).state,
      ).toBe('fail');
    });

    it.each<[string, any, string]>([
      ['no area', { annexIII: [] }, 'pass'],
      // point 2 of Annex III is excepted
      ['infrastructure', { annexIII: ['critical-infrastructure'] }, 'pass'],
      [
        'infrastructure and another',
        { annexIII: ['critical-infrastructure', 'education'] },
        'fail',
      ],
      ['an area that is not answered', {}, 'fail'],
    ])('of %s', (_name, euAiAct, state) => {
      expect(of(euAiAct).state).toBe(state);
    });

    it('asks nothing of it where the policy does not name the act', () => {
      expect(of({ annexIII: ['employment'] }, {}, policy).state).toBe('pass');
    });
  });
});

describe('RSK-05', () => {
  it.each([
    [{ assets: [] }, 'The threat model names no asset.'],
    [{ entryPoints: [] }, 'The threat model names no entry point.'],
    [
      { assets: [], entryPoints: [], threats: [] },
      'The threat model names no asset, no entry point, no threat.',
    ],
    [
      {
        threats: [
          threatModel.threats[0],
          { id: 'b', title: 'Stolen plan', kind: 'theft' },
          { id: 'c', title: 'Mail', kind: 'prompt-injection', mitigation: ' ' },
        ],
      },
      'The threat model says no mitigation for: “Stolen plan”, “Mail”.',
    ],
  ])('fails of %j', (over, reason) => {
    expect(result('RSK-05', [threats(over)])).toEqual({
      state: 'fail',
      reason,
      validUntil: null,
      nextState: null,
    });
  });

  const stake = (
    data: Profile['data'],
    influences: NonNullable<Profile['affects']>['influences'] = [],
  ): Profile => ({
    ...limitedProfile,
    data: { classification: 'internal', ...data },
    affects: { ...limitedProfile.affects, influences, basis: 'none' },
  });

  it.each<[string, Profile, string]>([
    ['nothing of worth', stake({ categories: [] }), 'not-applicable'],
    [
      'other data',
      stake({ categories: ['source-code'] }, ['safety']),
      'not-applicable',
    ],
    ['personal data', stake({ categories: ['personal'] }), 'not-reported'],
    ['customer data', stake({ categories: ['customer'] }), 'not-reported'],
    ['data not said', stake({}), 'not-reported'],
    [
      'money',
      stake({ categories: [] }, ['financial-outcomes']),
      'not-reported',
    ],
    ['access', stake({ categories: [] }, ['security-access']), 'not-reported'],
    [
      'regulated data',
      stake({ categories: [] }, ['regulated-data']),
      'not-reported',
    ],
    ['the high tier', highProfile, 'not-reported'],
    ['the prohibited', { ...minimalProfile, uses: ['mood'] }, 'not-reported'],
  ])('of %s', (_name, profile, state) => {
    expect(result('RSK-05', [], undefined, profile).state).toBe(state);
  });
});
