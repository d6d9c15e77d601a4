import {
  limitedProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { RecordState } from '../state';

const at = '2026-04-10T00:00:00.000Z';
const result = (
  controlId: string,
  records: RecordState<any>[],
  when = at,
  profile: Profile = limitedProfile,
) =>
  evaluate(subject({ profile, records }), policy, when).results.find(
    r => r.controlId === controlId,
  )!;

const none = { found: 'None.' };
const every = { drift: none, performance: none, abuse: none, violations: none };
const monitoring = (to: string, aspects: object = every, recordId = 'm1') => ({
  ...record<any>('monitoring', {
    period: { from: '2026-01-01', to },
    ...aspects,
  }),
  recordId,
});

describe('OPS-03', () => {
  it('is asked in production only', () => {
    expect(
      result('OPS-03', [], at, {
        ...limitedProfile,
        lifecycle: 'experimental',
      }),
    ).toMatchObject({
      state: 'not-applicable',
      reason: 'Asked in production only (production, deprecated).',
    });
  });

  it('is not reported before the first', () => {
    for (const records of [[], [record('monitoring', null)]]) {
      expect(result('OPS-03', records)).toMatchObject({
        state: 'not-reported',
        reason: 'No monitoring is recorded.',
      });
    }
  });

  it('fails while something was never watched, and names it', () => {
    expect(
      result('OPS-03', [
        monitoring('2026-03-31', { drift: none }),
        monitoring('2026-03-31', { performance: none }),
      ]),
    ).toMatchObject({
      state: 'fail',
      reason: 'Never monitored for abuse, policy violations.',
    });
  });

  it.each([
    [at, 'pass', '2026-06-01T00:00:00.000Z'],
    ['2026-06-01T00:00:00.000Z', 'warning', '2026-07-01T00:00:00.000Z'],
    ['2026-06-30T23:59:59.999Z', 'warning', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01T00:00:00.000Z', 'expired', null],
  ])('at %s is %s until %s', (when, state, validUntil) => {
    expect(result('OPS-03', [monitoring('2026-03-31')], when)).toMatchObject({
      state,
      validUntil,
    });
  });

  it('warns of what is renewed every month in its last third only', () => {
    const monthly = {
      ...policy,
      cadences: {
        ...policy.cadences,
        monitoring: { ...policy.cadences.monitoring, limited: { months: 1 } },
      },
    };
    const found = (when: string) =>
      evaluate(
        subject({
          profile: limitedProfile,
          records: [monitoring('2026-03-31')],
        }),
        monthly,
        when,
      ).results.find(r => r.controlId === 'OPS-03');
    // thirty days of April, ten of them in the window of thirty days
    expect(found('2026-04-20T23:59:59.999Z')).toMatchObject({
      state: 'pass',
      validUntil: '2026-04-21T00:00:00.000Z',
      nextState: 'warning',
    });
    expect(found('2026-04-21T00:00:00.000Z')).toMatchObject({
      state: 'warning',
      validUntil: '2026-05-01T00:00:00.000Z',
      nextState: 'expired',
    });
  });

  it('is as good as what lags most', () => {
    const records = [
      monitoring('2026-03-31'),
      monitoring('2026-06-30', { drift: none, abuse: none }),
    ];
    expect(result('OPS-03', records).reason).toBe(
      'Monitored until 2026-03-31 at least (performance, policy violations). Good until 2026-06-30.',
    );
    expect(
      result('OPS-03', [...records, monitoring('2026-05-31')]).reason,
    ).toMatch(/^Monitored until 2026-05-31 at least/);
  });
});

describe('OPS-04', () => {
  const measured = (...measures: object[]) => ({
    drift: { found: 'Some.', measures },
  });
  const psi = { name: 'psi', value: 0.3, breached: true };
  const breached = monitoring('2026-03-31', measured(psi));
  const names = (type: string, measure = 'psi', of = 'm1') =>
    record<any>(type, {
      title: 'x',
      status: 'closed',
      breaches: [{ monitoring: of, measure }],
    });

  it('is asked once it is monitored', () => {
    for (const records of [[], [record('monitoring', null)]]) {
      expect(result('OPS-04', records)).toMatchObject({
        state: 'not-applicable',
        reason: 'Asked once it is monitored.',
      });
    }
  });

  it('passes when none was breached', () => {
    const fine = { ...psi, breached: false };
    expect(
      result('OPS-04', [monitoring('2026-03-31', measured(fine))]),
    ).toMatchObject({
      state: 'pass',
      reason: 'No threshold was breached.',
      validUntil: null,
    });
  });

  it.each<[string, RecordState<any>[]]>([
    ['nothing refers to it', []],
    ['an incident names another measure', [names('incident', 'abuse')]],
    ['an incident names another record', [names('incident', 'psi', 'm2')]],
    ['the incident was erased', [record('incident', null)]],
    ['the incident names none', [record('incident', { title: 'x' })]],
    ['only an action names it', [names('corrective-action')]],
  ])('fails when %s', (_name, records) => {
    expect(result('OPS-04', [breached, ...records])).toMatchObject({
      state: 'fail',
      reason:
        'Breached, with neither an incident nor a change that refers to it: “psi” (period to 2026-03-31).',
    });
  });

  it.each(['incident', 'change'])('passes by an %s that names it', type => {
    expect(result('OPS-04', [breached, names(type)])).toMatchObject({
      state: 'pass',
      reason: 'Every breached threshold has an incident or a change.',
    });
  });

  it('asks for each of them', () => {
    const two = monitoring('2026-04-05', measured(psi), 'm2');
    expect(result('OPS-04', [breached, two, names('change')]).reason).toMatch(
      /: “psi” \(period to 2026-04-05\)\.$/,
    );
  });
});

describe('OPS-08', () => {
  const incident = (over: object = {}) =>
    record<any>('incident', {
      title: 'Details pasted',
      status: 'open',
      severity: 'high',
      deadline: '2026-06-30',
      ...over,
    });

  it.each<[string, RecordState<any>[]]>([
    ['there is none', []],
    ['it is resolved', [incident({ status: 'resolved' })]],
    ['it is closed', [incident({ status: 'closed' })]],
    ['it was erased', [record('incident', null)]],
  ])('passes when %s', (_name, records) => {
    expect(result('OPS-08', records, '2027-01-01T00:00:00.000Z')).toMatchObject(
      { state: 'pass', reason: 'No incident is open.', validUntil: null },
    );
  });

  it.each([
    [at, 'pass', '2026-06-01T00:00:00.000Z'],
    ['2026-06-01T00:00:00.000Z', 'warning', '2026-07-01T00:00:00.000Z'],
    ['2026-06-30T23:59:59.999Z', 'warning', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01T00:00:00.000Z', 'expired', null],
  ])('at %s is %s until %s', (when, state, validUntil) => {
    for (const status of ['open', 'contained']) {
      expect(result('OPS-08', [incident({ status })], when)).toMatchObject({
        state,
        validUntil,
      });
    }
  });

  it('names what is open too long', () => {
    expect(
      result('OPS-08', [incident()], '2026-07-01T00:00:00.000Z').reason,
    ).toBe('Open past its deadline: “Details pasted” (2026-06-30, high).');
  });
});
