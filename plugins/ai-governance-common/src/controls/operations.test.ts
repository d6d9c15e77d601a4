import {
  decided,
  decision,
  governedBy,
  requested,
} from '../__testUtils__/decisions';
import {
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

const at = '2026-04-01T00:00:00.000Z';
const result = (
  controlId: string,
  records: RecordState<any>[],
  when = at,
  profile: Profile = limitedProfile,
) =>
  evaluate(subject({ profile, records }), policy, when).results.find(
    r => r.controlId === controlId,
  )!;

const written = record('intended-use', intendedUse);
const approved = (
  over: object = {},
  made: Parameters<typeof decided>[1] = {},
  covered: RecordState<any>[] = [written],
) =>
  decision('approval', {
    gate: 'deploy',
    decision: 'approved',
    expires: '2026-12-31',
    decided: decided(governedBy(limitedProfile, covered), made),
    ...over,
  });

describe('OPS-01', () => {
  const judged = (records: RecordState<any>[], when = at, profile?: Profile) =>
    result('OPS-01', [written, ...records], when, profile);

  it('is not reported before an approval', () => {
    expect(judged([])).toMatchObject({
      state: 'not-reported',
      reason: 'Not approved yet.',
    });
    expect(judged([record('approval', null)]).state).toBe('not-reported');
  });

  it('names what waits for a decision', () => {
    const asked = approved({
      decision: 'requested',
      requested,
      decided: undefined,
    });
    expect(judged([asked])).toMatchObject({
      state: 'not-reported',
      reason:
        'Not approved yet. user:default/omar asked for approval (deploy) on 2026-03-12: it waits for a decision.',
    });
    expect(judged([approved({ decision: 'rejected' }), asked])).toMatchObject({
      state: 'fail',
      reason: expect.stringMatching(/ it waits for a decision\.$/),
    });
  });

  it.each([
    ['2026-04-01T00:00:00.000Z', 'pass', '2026-12-02T00:00:00.000Z'],
    ['2026-12-01T23:59:59.999Z', 'pass', '2026-12-02T00:00:00.000Z'],
    ['2026-12-02T00:00:00.000Z', 'warning', '2027-01-01T00:00:00.000Z'],
    ['2026-12-31T23:59:59.999Z', 'warning', '2027-01-01T00:00:00.000Z'],
    ['2027-01-01T00:00:00.000Z', 'expired', null],
  ])('at %s is %s until %s', (when, state, validUntil) => {
    expect(judged([approved()], when)).toMatchObject({ state, validUntil });
  });

  it('says what was approved and until when', () => {
    expect(judged([approved()]).reason).toBe(
      'The approval (deploy) covers the present state. Given by user:default/officer on 2026-03-15, until 2026-12-31.',
    );
  });

  it.each(['change', 'periodic'])('holds by the gate %s', gate => {
    expect(judged([approved({ gate })]).state).toBe('pass');
  });

  it('takes more than an intake, and a vendor gate of vendors only', () => {
    expect(judged([approved({ gate: 'intake' })]).state).toBe('not-reported');
    expect(judged([approved({ gate: 'vendor' })]).state).toBe('not-reported');
    const profile: Profile = { ...limitedProfile, sourcing: 'vendor-feature' };
    const given = approved({
      gate: 'vendor',
      decided: decided(governedBy(profile, [written])),
    });
    expect(judged([given], at, profile).state).toBe('pass');
  });

  it.each<[string, RecordState<any>, RegExp]>([
    ['lapsed', approved({}, { outdated: true }), /changed since: the profile/],
    [
      'given for a lesser tier',
      approved({}, { tier: 'minimal' }),
      /for the tier minimal/,
    ],
    [
      'rejected',
      approved({ decision: 'rejected' }),
      /Rejected by user:default\/officer/,
    ],
    [
      'suspended',
      approved({ decision: 'suspended', ended: requested }),
      /Suspended by user:default\/omar/,
    ],
    [
      'taken back',
      approved({ decision: 'withdrawn', ended: requested }),
      /Withdrawn by user:default\/omar/,
    ],
  ])('fails when it is %s', (_name, given, says) => {
    expect(judged([given])).toMatchObject({
      state: 'fail',
      reason: expect.stringMatching(says),
    });
  });

  it('warns of a condition that is due, and fails when it is not met by then', () => {
    const conditions = [{ text: 'Log refusals', due: '2026-06-30' }];
    const given = (met?: object) =>
      approved({
        decision: 'approved-with-conditions',
        conditions: conditions.map(c => ({ ...c, ...met })),
      });
    let when: string | null = at;
    const steps: string[] = [];
    while (when) {
      const { state, validUntil } = judged([given()], when);
      steps.push(`${when} ${state}`);
      when = validUntil;
    }
    expect(steps).toEqual([
      '2026-04-01T00:00:00.000Z pass',
      '2026-06-01T00:00:00.000Z warning',
      '2026-07-01T00:00:00.000Z fail',
      '2027-01-01T00:00:00.000Z expired',
    ]);
    expect(judged([given()], '2026-06-01T00:00:00.000Z').reason).toContain(
      'The condition “Log refusals” is due on 2026-06-30.',
    );
    expect(
      judged([given({ met: { on: '2026-05-01' } })], '2026-07-01T00:00:00.000Z')
        .state,
    ).toBe('pass');
  });

  it('does not warn while another approval lasts longer', () => {
    const both = [approved({ expires: '2026-04-10' }), approved()];
    expect(judged(both)).toMatchObject({
      state: 'pass',
      validUntil: '2026-12-02T00:00:00.000Z',
    });
  });

  it('is asked of high and limited in production only', () => {
    expect(judged([], at, minimalProfile).state).toBe('not-applicable');
    const lifecycle = 'experimental';
    expect(judged([], at, { ...limitedProfile, lifecycle })).toMatchObject({
      state: 'not-applicable',
      reason: 'Asked in production only (production, deprecated).',
    });
  });
});

describe('OPS-02', () => {
  const change = record('change', { title: 'New model' }, '2026-03-12');
  const routine = record('change', { title: 'Typo' }, '2026-03-13', 'routine');

  it('passes when there is no material change', () => {
    expect(result('OPS-02', [routine])).toMatchObject({
      state: 'pass',
      reason: 'No material change is recorded.',
    });
    expect(result('OPS-02', [record('change', null)]).state).toBe('pass');
  });

  it('fails until an approval covers the change', () => {
    const before = approved({}, {}, [written]);
    expect(result('OPS-02', [written, change, routine, before])).toMatchObject({
      state: 'fail',
      reason: 'Material changes without an approval since: “New model”.',
    });
    const since = approved({}, {}, [written, change]);
    expect(result('OPS-02', [written, change, since])).toMatchObject({
      state: 'pass',
      reason: 'Every material change is covered by an approval.',
    });
  });

  it('keeps the approval of a change when that runs out, and loses it when it is taken back', () => {
    const given = (over: object) => approved(over, {}, [written, change]);
    const late = '2028-01-01T00:00:00.000Z';
    expect(result('OPS-02', [written, change, given({})], late).state).toBe(
      'pass',
    );
    for (const word of ['suspended', 'withdrawn', 'rejected']) {
      expect(
        result('OPS-02', [written, change, given({ decision: word })]).state,
      ).toBe('fail');
    }
  });
});
