import {
  graveScenario,
  highProfile,
  limitedProfile,
  minimalProfile,
  policy,
  record,
  scenario,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { RiskScenario } from '../records';
import { RecordState } from '../state';

const result = (
  controlId: string,
  records: RecordState[],
  at = '2026-04-01T00:00:00.000Z',
  profile: Profile = limitedProfile,
) =>
  evaluate(subject({ profile, records }), policy, at).results.find(
    r => r.controlId === controlId,
  )!;

const assessed = (...scenarios: RiskScenario[]) =>
  record('risk-assessment', { scenarios });

describe('RSK-01', () => {
  it('is not reported until the risk is assessed', () => {
    expect(result('RSK-01', [])).toMatchObject({
      state: 'not-reported',
      reason: 'The risk has not been assessed.',
    });
    expect(result('RSK-01', [record('risk-assessment', null)]).state).toBe(
      'not-reported',
    );
  });

  it('fails when the assessment holds no scenario', () => {
    expect(result('RSK-01', [assessed()])).toMatchObject({
      state: 'fail',
      reason: 'The risk assessment holds no scenario.',
    });
  });

  it.each([
    ['2026-04-01T00:00:00.000Z', 'pass', '2027-02-08T12:00:00.000Z'],
    ['2027-02-08T12:00:00.000Z', 'warning', '2027-03-10T12:00:00.000Z'],
    ['2027-03-10T12:00:00.000Z', 'expired', null],
  ])('at %s is %s', (at, state, validUntil) => {
    expect(result('RSK-01', [assessed(scenario())], at)).toMatchObject({
      state,
      validUntil,
    });
  });

  it('fails after a material change', () => {
    const change = record('change', { title: 'New model' }, '2026-03-20');
    expect(result('RSK-01', [assessed(scenario()), change])).toMatchObject({
      state: 'fail',
      reason: 'Not assessed since the material change “New model”.',
    });
    expect(
      result('RSK-01', [
        assessed(scenario()),
        { ...change, materiality: 'routine' },
      ]).state,
    ).toBe('pass');
  });

  it('is not asked of the minimal tier', () => {
    expect(result('RSK-01', [], undefined, minimalProfile).state).toBe(
      'not-applicable',
    );
  });
});

describe('RSK-02', () => {
  const treatment = {
    strategy: 'mitigate' as const,
    owner: 'user:default/dana',
    due: '2026-06-01',
  };

  it('is not asked before the risk is assessed', () => {
    expect(result('RSK-02', [])).toMatchObject({
      state: 'not-applicable',
      reason: 'Asked once the risk has been assessed.',
    });
  });

  it('passes when no risk is above the tolerance', () => {
    expect(result('RSK-02', [assessed(scenario())])).toMatchObject({
      state: 'pass',
      reason: 'No risk is above the tolerance (medium).',
    });
  });

  it('passes when each that is above has a treatment, an owner and a date', () => {
    expect(
      result('RSK-02', [assessed(graveScenario({ treatment }), scenario())]),
    ).toMatchObject({
      state: 'pass',
      reason: expect.stringMatching(/“Unfair refusal”\.$/),
    });
  });

  it.each<[string, RiskScenario['treatment']]>([
    ['a treatment', undefined],
    ['an owner', { ...treatment, owner: undefined }],
    ['a date', { ...treatment, due: undefined }],
  ])('fails when one above the tolerance lacks %s, and names it', (_n, t) => {
    expect(
      result('RSK-02', [assessed(scenario(), graveScenario({ treatment: t }))]),
    ).toMatchObject({
      state: 'fail',
      reason:
        'Above the tolerance (medium) without a treatment that has an owner and a date: “Unfair refusal”.',
    });
  });

  it('takes the tolerance of the tier', () => {
    const medium = scenario({
      inherent: {
        likelihood: 3,
        consequence: { individuals: 3, society: 1, business: 1 },
      },
    });
    expect(result('RSK-02', [assessed(medium)]).state).toBe('pass');
    expect(
      result('RSK-02', [assessed(medium)], undefined, highProfile).state,
    ).toBe('fail');
  });

  it('counts the floor that the classification of the data sets', () => {
    // likelihood 4 and consequence 1 are low, with consequence 3 high
    const small = scenario({
      inherent: {
        likelihood: 4,
        consequence: { individuals: 1, society: 1, business: 1 },
      },
    });
    const restricted: Profile = {
      ...limitedProfile,
      data: { classification: 'restricted', categories: [] },
    };
    expect(result('RSK-02', [assessed(small)]).state).toBe('pass');
    expect(
      result('RSK-02', [assessed(small)], undefined, restricted).state,
    ).toBe('fail');
  });

  it('counts a lower current risk only with evidence', () => {
    const lowered = graveScenario({
      current: {
        likelihood: 1,
        consequence: { individuals: 1, society: 1, business: 1 },
        evidence: ['no-such-record'],
      },
    });
    expect(result('RSK-02', [assessed(lowered)]).state).toBe('fail');
  });
});

describe('RSK-06', () => {
  const treated = (title: string, due?: string, completed?: string) =>
    scenario({ title, treatment: { strategy: 'mitigate', due, completed } });

  it('is not asked before the risk is assessed', () => {
    expect(result('RSK-06', []).state).toBe('not-applicable');
  });

  it.each([
    [[scenario()]],
    [[treated('A')]],
    [[treated('A', '2026-01-01', '2026-02-01')]],
  ])('passes when nothing with a date is open: %j', scenarios => {
    expect(result('RSK-06', [assessed(...scenarios)])).toMatchObject({
      state: 'pass',
      reason: 'No treatment with a date is open.',
      validUntil: null,
    });
  });

  it('goes from pass to warning to expired, a step for each treatment', () => {
    const records = [
      assessed(
        treated('B', '2026-07-15'),
        treated('A', '2026-06-30'),
        treated('C', '2026-06-30'),
      ),
    ];
    let at: string | null = '2026-04-01T00:00:00.000Z';
    const steps: string[] = [];
    while (at) {
      const { state, reason, validUntil } = result('RSK-06', records, at);
      steps.push(`${at} ${state} ${reason}`);
      at = validUntil;
    }
    expect(steps).toEqual([
      '2026-04-01T00:00:00.000Z pass The next treatment to finish is “A” (2026-06-30).',
      '2026-06-01T00:00:00.000Z warning To be finished soon: “A” (2026-06-30), “C” (2026-06-30).',
      '2026-06-16T00:00:00.000Z warning To be finished soon: “A” (2026-06-30), “C” (2026-06-30), “B” (2026-07-15).',
      '2026-07-01T00:00:00.000Z expired Past its date: “A” (2026-06-30), “C” (2026-06-30).',
      '2026-07-16T00:00:00.000Z expired Past its date: “A” (2026-06-30), “C” (2026-06-30), “B” (2026-07-15).',
    ]);
  });

  it('keeps the due date until its day has ended', () => {
    const records = [assessed(treated('A', '2026-06-30'))];
    expect(result('RSK-06', records, '2026-06-30T23:59:59.999Z').state).toBe(
      'warning',
    );
    expect(result('RSK-06', records, '2026-07-01T00:00:00.000Z').state).toBe(
      'expired',
    );
  });

  it('does not take a day to come for done', () => {
    const records = [assessed(treated('A', '2026-03-01', '2026-05-01'))];
    expect(result('RSK-06', records)).toMatchObject({
      state: 'expired',
      validUntil: '2026-05-01T00:00:00.000Z',
      nextState: 'pass',
    });
    expect(result('RSK-06', records, '2026-05-01T00:00:00.000Z').state).toBe(
      'pass',
    );
  });

  it('lives with the last day there is', () => {
    expect(result('RSK-06', [assessed(treated('A', '9999-12-31'))]).state).toBe(
      'pass',
    );
  });
});
