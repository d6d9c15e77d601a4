import {
  minimalProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { GovernancePolicy, policyHash } from '../policy';

const dana = 'user:default/dana';
const omar = 'user:default/omar';
const lee = 'user:default/lee';

const asking = (
  owner: 'any' | 'every' | 'none',
  accountable: boolean,
): GovernancePolicy => ({ ...policy, acknowledgement: { owner, accountable } });

const result = (
  acknowledged: string[],
  rules: GovernancePolicy = policy,
  over: Profile = {},
  hash = policyHash(rules),
) =>
  evaluate(
    subject({
      profile: { ...minimalProfile, accountable: lee, ...over },
      entities: {
        'group:default/lending': {
          present: true,
          members: 2,
          memberRefs: [dana, omar],
        },
        'group:default/empty': { present: true, members: 0 },
        [lee]: { present: true },
        [dana]: { present: true },
      },
      people: Object.fromEntries(
        acknowledged.map(ref => [
          ref,
          {
            'policy-acknowledgement': [
              record('policy-acknowledgement', null),
              record('policy-acknowledgement', { version: '2026.1', hash }),
            ],
          },
        ]),
      ),
    }),
    rules,
    '2026-04-01T00:00:00.000Z',
  ).results.find(r => r.controlId === 'PPL-02')!;

describe('PPL-02', () => {
  it('passes when the accountable leader and anybody who owns it have acknowledged the policy', () => {
    expect(result([lee, omar])).toMatchObject({
      state: 'pass',
      reason: 'Version 2026.1 of the policy is acknowledged.',
      validUntil: null,
    });
  });

  it('is not reported until then, and says who is missing', () => {
    expect(result([])).toMatchObject({
      state: 'not-reported',
      reason:
        'Version 2026.1 of the policy is not acknowledged by: the accountable leader user:default/lee, anybody of group:default/lending.',
    });
    expect(result([lee]).reason).toContain('by: anybody of group:default/');
  });

  it('may ask it of everybody who owns it, or of one side only', () => {
    expect(result([lee, omar], asking('every', true)).reason).toMatch(
      /not acknowledged by: user:default\/dana\.$/,
    );
    expect(result([lee, omar, dana], asking('every', true)).state).toBe('pass');
    expect(result([lee], asking('none', true)).state).toBe('pass');
    expect(result([omar], asking('any', false)).state).toBe('pass');
    expect(result([], asking('none', false))).toMatchObject({
      state: 'not-applicable',
      reason: 'The policy asks nobody to acknowledge it.',
    });
  });

  it('counts the version in force only, by what it says', () => {
    const earlier = policyHash({ ...policy, title: 'Another' });
    expect(result([lee, omar], policy, {}, earlier).state).toBe('not-reported');
  });

  it('asks a person who owns it', () => {
    const over = { owner: dana };
    expect(result([lee], policy, over).reason).toContain(`the owner ${dana}`);
    expect(result([lee, dana], policy, over).state).toBe('pass');
  });

  it('leaves who is not there to the controls of the inventory', () => {
    const nobody = { accountable: undefined, owner: 'group:default/empty' };
    expect(result([], policy, nobody)).toMatchObject({
      state: 'not-applicable',
      reason: expect.stringContaining('INV-01 and INV-02'),
    });
    const gone = { accountable: 'user:default/gone' };
    expect(result([omar], policy, gone).state).toBe('pass');
  });

  it('is read again when one of them states something', () => {
    expect(result([]).inputs).toEqual(
      expect.arrayContaining([dana, omar, lee].map(ref => `stream:${ref}`)),
    );
  });
});
