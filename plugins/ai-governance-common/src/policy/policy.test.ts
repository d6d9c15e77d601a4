import { InputError } from '@backstage/errors';
import { policy } from '../__testUtils__/subject';
import { tiers } from '../results';
import { parsePolicy, policyHash, policyTier } from '.';

/** The policy with one thing replaced, or left out where the value is undefined. */
const but = (path: string, value: unknown) => {
  const copy = structuredClone(policy) as any;
  const keys = path.split('.');
  const last = keys.pop()!;
  const parent = keys.reduce((o, key) => o[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
};

describe('the policy', () => {
  it('is read as it stands, with its defaults', () => {
    expect(parsePolicy(policy)).toEqual(policy);
    expect(parsePolicy(but('uses', undefined)).uses).toEqual([]);
    expect(parsePolicy(but('regulations', undefined)).regulations).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['version', undefined, /policy\.version: /],
    ['effectiveFrom', '2026-02-30', /policy\.effectiveFrom: .*date/],
    ['regulations', ['gdpr'], /policy\.regulations\[0\]: .*eu-ai-act/],
    ['uses.1.standing', 'maybe', /policy\.uses\[1\]\.standing: .*restricted/],
    ['uses.1.id', 'No Spaces', /policy\.uses\[1\]\.id: /],
    [
      'uses.1.id',
      'drafting',
      /policy\.uses\[1\]\.id: the use drafting is listed twice/,
    ],
    ['cadences.intended-use', undefined, /policy\.cadences\.intended-use: /],
    [
      'cadences.risk-assessment.high',
      undefined,
      /policy\.cadences\.risk-assessment\.high: /,
    ],
    ['cadences.intended-use.high', { months: -1 }, /\.high\.months: /],
    ['cadences.intended-use.high', { months: 0.5 }, /\.high\.months: /],
    ['cadences.intended-use.high', { years: 9000 }, /\.high\.years: /],
    [
      'cadences.intended-use.high',
      { fortnights: 1 },
      /\.high\.fortnights: is not a field/,
    ],
    ['cadences.intended-use.high', {}, /\.high: must be longer than nothing/],
    [
      'cadences.intended-use.prohibited',
      { days: 1 },
      /intended-use\.prohibited: is not a field/,
    ],
    ['warningWindow', 'P30D', /policy\.warningWindow: /],
    ['tolerance.limited', 'some', /policy\.tolerance\.limited: .*medium/],
    [
      'tolerances',
      {},
      /aiGovernance\.policy\.tolerances: is not a field that is known here/,
    ],
    [
      'levels',
      { 'DOC-99': 'gold' },
      /aiGovernance\.policy\.levels\.DOC-99: there is no control DOC-99/,
    ],
    ['levels', { 'DOC-01': 'steel' }, /policy\.levels\.DOC-01: .*gold/],
  ])('with %s as %j is refused, with the path', (path, value, says) => {
    const read = () => parsePolicy(but(path, value));
    expect(read).toThrow(InputError);
    expect(read).toThrow(says);
  });

  it('may set the level of every control, also of the organization', () => {
    const levels = { 'DOC-01': 'gold', 'ORG-02': 'silver' };
    expect(parsePolicy(but('levels', levels)).levels).toEqual(levels);
    expect(
      parsePolicy(but('levels', { 'X-1': 'gold' }), ['X-1']).levels,
    ).toEqual({ 'X-1': 'gold' });
  });

  it('names everything that is wrong at once', () => {
    const wrong = { ...but('version', undefined), warningWindow: {} };
    expect(() => parsePolicy(wrong)).toThrow(
      /policy\.version: .*; .*policy\.warningWindow: /,
    );
  });

  it.each([null, 'policy.yaml', []])('is not %j', input => {
    expect(() => parsePolicy(input)).toThrow(
      /is not valid: aiGovernance\.policy: .*object/,
    );
  });

  it('is named by what it says, not by how it is written', () => {
    const shuffled = Object.fromEntries(Object.entries(policy).reverse());
    expect(policyHash(parsePolicy(shuffled))).toBe(policyHash(policy));
    expect(policyHash(policy)).toMatch(/^[0-9a-f]{64}$/);
    expect(policyHash(but('tolerance.high', 'medium'))).not.toBe(
      policyHash(policy),
    );
  });

  it('holds a prohibited use to what a high one is', () => {
    expect(tiers.map(policyTier)).toEqual([
      'high',
      'high',
      'limited',
      'minimal',
    ]);
  });
});
