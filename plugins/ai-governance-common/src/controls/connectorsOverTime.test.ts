import {
  decided,
  decision,
  governedBy,
  requested,
} from '../__testUtils__/decisions';
import { limitedProfile, policy, subject } from '../__testUtils__/subject';
import { Reach } from '../decisions';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { RecordState } from '../state';

const at = '2026-04-01T00:00:00.000Z';
const governed = governedBy(limitedProfile, []);

const reach = (
  classifications: Reach['classifications'] = ['internal'],
  ...scopes: string[]
): Reach => ({ classifications, scopes });

const wanted = {
  name: 'CRM',
  kind: 'api',
  reach: reach(),
  status: 'connected',
  decision: 'requested',
  reason: 'Look up customers.',
  requested,
};

/** Asked for, and nobody has decided. */
const asked = (over: object = {}, recordedAt?: string) =>
  decision('connector', { ...wanted, ...over }, recordedAt);

/** Approved with a reach until a day, unless told otherwise. */
const given = (
  over: {
    approved?: Reach;
    tier?: 'high' | 'limited';
    at?: string;
    [field: string]: unknown;
  } = {},
) => {
  const { approved = reach(), tier, at: when, ...rest } = over;
  return decision(
    'connector',
    {
      ...wanted,
      decision: 'approved',
      expires: '2026-12-31',
      decided: decided(governed, { reach: approved, tier, at: when }),
      ...rest,
    },
    when,
  );
};

const result = (
  records: RecordState<any>[],
  when = at,
  profile: Profile = limitedProfile,
) =>
  evaluate(subject({ profile, records }), policy, when).results.find(
    r => r.controlId === 'VEN-04',
  )!;

const steps = (...records: RecordState<any>[]) => {
  const all: string[] = [];
  let when: string | null = at;
  while (when) {
    const found = result(records, when);
    all.push(`${when} ${found.state}`);
    when = found.validUntil;
  }
  return all;
};

describe('VEN-04', () => {
  it.each<[string, RecordState<any>[]]>([
    ['without connectors', []],
    ['with one that is only planned', [asked({ status: 'planned' })]],
    ['with one that is there no longer', [given({ status: 'disconnected' })]],
    ['with one that was erased', [decision('connector', null as any)]],
  ])('is not asked of a subject %s', (_name, records) => {
    expect(result(records)).toMatchObject({
      state: 'not-applicable',
      reason: 'Asked once a connector is recorded as connected.',
    });
  });

  it('is asked of what comes from no vendor too', () => {
    expect(limitedProfile.sourcing).toBe('in-house');
    expect(result([given()]).state).toBe('pass');
  });

  it('holds to the end of the last day, and warns one window before', () => {
    expect(steps(given())).toEqual([
      '2026-04-01T00:00:00.000Z pass',
      '2026-12-02T00:00:00.000Z warning',
      '2027-01-01T00:00:00.000Z expired',
    ]);
    const on = (when: string) => result([given()], when).reason;
    expect(on(at)).toBe('Connectors: approved: “CRM” (2026-12-31).');
    expect(on('2026-12-31T23:59:59.999Z')).toBe(
      'Connectors: approval runs out soon: “CRM” (2026-12-31).',
    );
    expect(on('2027-01-01T00:00:00.000Z')).toBe(
      'Connectors: approval ended: “CRM” (2026-12-31).',
    );
  });

  it('holds without an end where the approval has none', () => {
    expect(result([given({ expires: undefined })])).toMatchObject({
      state: 'pass',
      reason: 'Connectors: approved: “CRM”.',
      validUntil: null,
    });
  });

  it.each<[string, RecordState<any>, string, string]>([
    [
      'nobody has decided on',
      asked(),
      'not-reported',
      'Connectors: connected, and not approved yet: “CRM”.',
    ],
    [
      'was rejected',
      given({ decision: 'rejected', expires: undefined }),
      'fail',
      'Connectors: connected, and rejected or withdrawn: “CRM”.',
    ],
    [
      'whose approval was taken back',
      given({ decision: 'withdrawn', ended: requested }),
      'fail',
      'Connectors: connected, and rejected or withdrawn: “CRM”.',
    ],
    [
      'whose request was taken back',
      asked({ decision: 'withdrawn', ended: requested }),
      'fail',
      'Connectors: connected, and rejected or withdrawn: “CRM”.',
    ],
    [
      'reaches graver data than was approved',
      given({ reach: reach(['internal', 'restricted']) }),
      'fail',
      'Connectors: reaches more than was approved: “CRM” (restricted data).',
    ],
    [
      'has a scope more than was approved',
      given({
        reach: reach(['internal'], 'read', 'write'),
        approved: reach(['internal'], 'read'),
      }),
      'fail',
      'Connectors: reaches more than was approved: “CRM” (the scope write).',
    ],
    [
      'reaches less than was approved',
      given({
        reach: reach(['public'], 'read'),
        approved: reach(['confidential'], 'write', 'read'),
      }),
      'pass',
      'Connectors: approved: “CRM” (2026-12-31).',
    ],
  ])('of one that %s is as it should', (_name, record, state, reason) => {
    expect(result([record])).toMatchObject({ state, reason });
  });

  it('lapses when the tier has become a graver one since', () => {
    const high: Profile = {
      ...limitedProfile,
      affects: { influences: ['safety'], basis: 'main', interaction: [] },
    };
    expect(result([given({ tier: 'limited' })], at, high)).toMatchObject({
      state: 'fail',
      reason: 'Connectors: approved for a lower tier: “CRM”.',
    });
    expect(result([given({ tier: 'high' })], at, high).state).toBe('pass');
  });

  it('takes an approval of the same name for a connector, and no other', () => {
    const wide = reach(['restricted']);
    const wider = given({ reach: wide });
    const anew = given({
      name: ' crm',
      reach: wide,
      approved: wide,
      at: '2026-03-20T09:00:00.000Z',
    });
    expect(result([wider, anew]).state).toBe('pass');
    const ofOther = given({ name: 'Wiki', reach: wide, approved: wide });
    expect(result([wider, ofOther])).toMatchObject({
      state: 'fail',
      reason:
        'Connectors: reaches more than was approved: “CRM” (restricted data); approved: “Wiki” (2026-12-31).',
    });
  });

  it('is not touched by a request for what is approved already', () => {
    const alone = result([given()]);
    const again = asked({ reach: reach(['restricted']), status: 'planned' });
    expect(result([given(), again])).toEqual(alone);
    // and a renewal that is decided takes over
    const renewed = given({
      expires: '2027-06-30',
      at: '2026-03-20T09:00:00.000Z',
    });
    expect(steps(given(), renewed)).toEqual([
      '2026-04-01T00:00:00.000Z pass',
      '2027-06-01T00:00:00.000Z warning',
      '2027-07-01T00:00:00.000Z expired',
    ]);
  });

  it('reads as the worst of several, and names each with what is wrong', () => {
    expect(
      result(
        [
          given({ name: 'CRM' }),
          given({ name: 'Wiki', expires: '2026-04-15' }),
          given({ name: 'Mail', expires: '2026-03-31' }),
          asked({ name: 'Chat' }),
        ],
        at,
      ),
    ).toMatchObject({
      state: 'expired',
      reason:
        'Connectors: approval ended: “Mail” (2026-03-31); connected, and not approved yet: “Chat”; approval runs out soon: “Wiki” (2026-04-15); approved: “CRM” (2026-12-31).',
      validUntil: '2026-04-16T00:00:00.000Z',
      nextState: 'expired',
    });
  });
});
