import {
  decided,
  decision,
  governedBy,
  requested,
} from '../__testUtils__/decisions';
import {
  highProfile,
  intendedUse,
  limitedProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { ResultState } from '../results';
import { Control, controls } from '.';

const at = '2026-04-01T00:00:00.000Z';

const waiver = (
  over: object = {},
  profile: Profile = limitedProfile,
  given: Parameters<typeof decided>[1] = {},
) =>
  decision('exemption', {
    control: 'DOC-01',
    decision: 'approved',
    reason: 'The text is with the lawyers.',
    compensating: 'Replies are *read* before they are sent.',
    expires: '2026-06-30',
    decided: decided(governedBy(profile, []), given),
    ...over,
  });

const judged = (
  records: object[],
  when = at,
  profile: Profile = limitedProfile,
  some: readonly Control[] = controls,
) => {
  const all = evaluate(
    subject({ profile, records: records as any }),
    policy,
    when,
    some,
  );
  return { ...all, ...all.results.find(r => r.controlId === 'DOC-01')! };
};

const finding = (state: ResultState): Control => ({
  ...controls.find(c => c.id === 'DOC-01')!,
  notApplicable: undefined,
  evaluate: () => ({ state, reason: 'So it is.' }),
});

describe('an exemption', () => {
  it('waives a control that does not hold, and says by whom, how long and what is done instead', () => {
    expect(judged([waiver()])).toMatchObject({
      state: 'exempt',
      reason:
        'Waived until 2026-06-30 by a decision of user:default/officer. Instead: “Replies are read before they are sent”.',
      validUntil: '2026-07-01T00:00:00.000Z',
      nextState: 'not-reported',
      nextReason: 'The intended use is not documented.',
    });
  });

  it('holds until the end of its last day, to the instant', () => {
    expect(judged([waiver()], '2026-06-30T23:59:59.999Z').state).toBe('exempt');
    expect(judged([waiver()], '2026-07-01T00:00:00.000Z')).toMatchObject({
      state: 'not-reported',
      validUntil: null,
    });
  });

  it.each<[ResultState, ResultState]>([
    ['fail', 'exempt'],
    ['expired', 'exempt'],
    ['not-reported', 'exempt'],
    ['pass', 'pass'],
    ['warning', 'warning'],
    ['not-applicable', 'not-applicable'],
    ['error', 'error'],
  ])('makes of %s: %s', (state, becomes) => {
    expect(judged([waiver()], at, limitedProfile, [finding(state)]).state).toBe(
      becomes,
    );
  });

  it.each<[string, object]>([
    ['another control', { control: 'DOC-02' }],
    [
      'no decision yet',
      { decision: 'requested', requested, decided: undefined },
    ],
    ['a rejection', { decision: 'rejected' }],
    ['a withdrawal', { decision: 'withdrawn' }],
  ])('does not follow from %s', (_name, over) => {
    expect(judged([waiver(over)]).state).toBe('not-reported');
  });

  it('does not follow from one that was erased', () => {
    expect(judged([record('exemption', null)]).state).toBe('not-reported');
  });

  it('lapses when the tier becomes graver', () => {
    const given = waiver({}, highProfile, { tier: 'limited' });
    expect(judged([given], at, highProfile).state).toBe('not-reported');
  });

  it('of several the one that lasts longest holds', () => {
    const longer = waiver({ expires: '2026-08-31', compensating: 'None.' });
    for (const both of [
      [waiver(), longer],
      [longer, waiver()],
    ]) {
      expect(judged(both)).toMatchObject({
        state: 'exempt',
        reason: expect.stringContaining('until 2026-08-31'),
        validUntil: '2026-09-01T00:00:00.000Z',
      });
    }
  });

  it('shows nothing while the control holds, and what holds lapses into it', () => {
    const written = record('intended-use', intendedUse, '2026-01-10');
    const reviewed = (when: string) => {
      const profile = highProfile;
      const all = evaluate(
        subject({
          profile,
          records: [
            written,
            waiver({ control: 'DOC-06', expires: '2026-09-30' }, profile),
          ],
        }),
        policy,
        when,
      );
      return all.results.find(r => r.controlId === 'DOC-06')!;
    };
    const steps: string[] = [];
    for (let when: string | null = at; when; when = reviewed(when).validUntil) {
      steps.push(`${when} ${reviewed(when).state}`);
    }
    expect(steps).toEqual([
      '2026-04-01T00:00:00.000Z pass',
      '2026-06-10T00:00:00.000Z warning',
      '2026-07-10T00:00:00.000Z exempt',
      '2026-10-01T00:00:00.000Z expired',
    ]);
  });

  it('is counted by itself, and stands in no way of a level', () => {
    const { counts, families, first } = judged([waiver()]);
    expect(counts.exempt).toBe(1);
    expect(families.DOC.exempt).toBe(1);
    expect(first).not.toBe('DOC-01');
  });

  it('asks nothing of what is retired', () => {
    const retired = { ...limitedProfile, lifecycle: 'retired' };
    expect(judged([waiver()], at, retired)).toMatchObject({
      state: 'not-applicable',
      validUntil: null,
    });
  });
});

describe('a decision on another tier', () => {
  const override = (tier: string, expires: string, recordedAt?: string) =>
    decision(
      'tier-override',
      {
        tier,
        decision: 'approved',
        reason: 'Only proposals in the pilot.',
        expires,
        decided: decided(governedBy(highProfile, [])),
      },
      recordedAt,
    );

  it('changes what is asked until it ends, and that is foretold', () => {
    const records = [override('minimal', '2026-06-30')];
    const now = evaluate(
      subject({ profile: highProfile, records }),
      policy,
      at,
    );
    const risk = now.results.find(r => r.controlId === 'RSK-01')!;
    expect(now.tier).toMatchObject({
      tier: 'minimal',
      override: { rule: 'high' },
    });
    expect(now.tierChanges).toEqual([
      { at: '2026-07-01T00:00:00.000Z', tier: 'high' },
    ]);
    expect(now.validUntil).toBe('2026-07-01T00:00:00.000Z');
    expect(risk).toMatchObject({
      state: 'not-applicable',
      validUntil: '2026-07-01T00:00:00.000Z',
      nextState: 'not-reported',
      nextReason: 'The risk has not been assessed.',
    });
  });

  it('ends into an older one that lasts longer', () => {
    const records = [
      override('minimal', '2026-08-31', '2026-01-10T00:00:00.000Z'),
      override('limited', '2026-06-30', '2026-02-10T00:00:00.000Z'),
    ];
    const { tier, tierChanges } = evaluate(
      subject({ profile: highProfile, records }),
      policy,
      at,
    );
    expect(tier.tier).toBe('limited');
    expect(tierChanges).toEqual([
      { at: '2026-07-01T00:00:00.000Z', tier: 'minimal' },
      { at: '2026-09-01T00:00:00.000Z', tier: 'high' },
    ]);
  });

  it('foretells a deadline that only the tier to come sets', () => {
    // two years for minimal, half a year for high: overdue the moment the decision ends
    const written = record('intended-use', intendedUse, '2026-01-10');
    const records = [written, override('minimal', '2026-09-30')];
    const reviewed = (when: string) =>
      evaluate(
        subject({ profile: highProfile, records }),
        policy,
        when,
      ).results.find(r => r.controlId === 'DOC-06')!;
    expect(reviewed(at)).toMatchObject({
      state: 'pass',
      validUntil: '2026-10-01T00:00:00.000Z',
      nextState: 'expired',
    });
    expect(reviewed('2026-10-01T00:00:00.000Z').state).toBe('expired');
  });
});
