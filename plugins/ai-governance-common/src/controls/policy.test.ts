import { decided, decision, governedBy } from '../__testUtils__/decisions';
import { minimalProfile, policy, subject } from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { controls, remediationOf } from '.';
import { RecordState } from '../state';

const at = '2026-04-01T00:00:00.000Z';
const result = (
  controlId: string,
  over: Profile,
  records: RecordState<any>[] = [],
  rules = policy,
  when = at,
) =>
  evaluate(
    subject({ profile: { ...minimalProfile, ...over }, records }),
    rules,
    when,
  ).results.find(r => r.controlId === controlId)!;

describe('POL-01', () => {
  it.each<[Profile, string, string]>([
    [
      {},
      'not-reported',
      "No use is declared: set spec.uses to ids of the policy's list.",
    ],
    [
      { uses: [] },
      'not-reported',
      "No use is declared: set spec.uses to ids of the policy's list.",
    ],
    [{ uses: ['drafting'] }, 'pass', 'The policy allows “Drafting replies”.'],
    [
      { uses: ['drafting', 'poetry'] },
      'fail',
      'The policy does not list: poetry. Name a use that it lists, or have it added there.',
    ],
    [
      { uses: ['drafting', 'mood'] },
      'fail',
      'The policy prohibits the use “Moods of staff”.',
    ],
    [
      { uses: ['credit', 'drafting'] },
      'not-reported',
      'The policy restricts “Credit decisions”: it takes an approval. Not approved yet.',
    ],
  ])('of %j is %s', (profile, state, reason) => {
    expect(result('POL-01', profile)).toMatchObject({ state, reason });
  });

  it('is mended by an approval where one is missing, and in the entity where the uses are wrong', () => {
    const control = controls.find(({ id }) => id === 'POL-01')!;
    const mended = (uses: string[], records: RecordState<any>[] = []) =>
      remediationOf(control, result('POL-01', { uses }, records).remedy).label;
    expect(mended([])).toBe('Declare the uses');
    expect(mended(['poetry'])).toBe('Declare the uses');
    expect(mended(['mood'])).toBe('Declare the uses');
    expect(mended(['credit'])).toBe('Ask for approval');
    const profile = { ...minimalProfile, uses: ['credit'] };
    const given = decision('approval', {
      gate: 'intake',
      decision: 'approved',
      expires: '2026-12-31',
      decided: decided(governedBy(profile, [])),
    });
    // what is foretold is mended by another one
    expect(result('POL-01', profile, [given])).toMatchObject({
      nextState: 'warning',
      nextRemedy: 'approval',
    });
  });

  it('is not asked when the policy lists no uses, but of what a law prohibits', () => {
    const rules = { ...policy, uses: [] };
    expect(result('POL-01', {}, [], rules)).toMatchObject({
      state: 'not-applicable',
      reason: 'The policy lists no uses.',
    });
    const regulation = { euAiAct: { prohibited: ['social-scoring' as const] } };
    expect(result('POL-01', { regulation }, [], rules)).toMatchObject({
      state: 'fail',
      reason: 'EU AI Act Art. 5 prohibits: social-scoring.',
    });
  });

  it('holds for a restricted use while an approval of any gate does', () => {
    const profile = { ...minimalProfile, uses: ['credit'] };
    const given = decision('approval', {
      gate: 'intake',
      decision: 'approved',
      expires: '2026-12-31',
      decided: decided(governedBy(profile, [])),
    });
    const steps: string[] = [];
    let when: string | null = at;
    while (when) {
      const found = result('POL-01', profile, [given], policy, when);
      expect(found.reason).toMatch(/^The policy restricts “Credit decisions”/);
      steps.push(`${when} ${found.state}`);
      when = found.validUntil;
    }
    expect(steps).toEqual([
      '2026-04-01T00:00:00.000Z pass',
      '2026-12-02T00:00:00.000Z warning',
      '2027-01-01T00:00:00.000Z expired',
    ]);
    const other = { ...profile, purpose: 'Another.' };
    expect(result('POL-01', other, [given]).state).toBe('fail');
  });
});

describe('POL-02', () => {
  const vendor = (name: string, product?: string, rest: Profile = {}) => ({
    sourcing: 'vendor' as const,
    vendor: { name, product },
    ...rest,
  });

  it.each<[string, Profile, string, RegExp]>([
    ['in-house', {}, 'not-applicable', /vendors only/],
    [
      'not named',
      { sourcing: 'vendor' },
      'not-reported',
      /set spec\.vendor\.$/,
    ],
    ['not listed', vendor('Nobody'), 'fail', /not list the vendor Nobody/],
    [
      'listed, in other letters',
      vendor('EXAMPLE models'),
      'pass',
      /allows Example Models for public, internal data/,
    ],
    [
      'of a product that is not named',
      vendor('Example Suite'),
      'not-reported',
      /set spec\.vendor\.product/,
    ],
    [
      'of a product that is not listed',
      vendor('Example Suite', 'Voice'),
      'fail',
      /not list the product Voice of Example Suite, but: Notes/,
    ],
    [
      'of a product that is',
      vendor('Example Suite', 'notes'),
      'pass',
      /allows/,
    ],
    [
      'sent data of no class',
      vendor('Example Models', undefined, { data: {} }),
      'not-reported',
      /set spec\.data\.classification/,
    ],
    [
      'sent graver data',
      vendor('Example Models', undefined, {
        data: { classification: 'confidential' },
      }),
      'fail',
      /for public, internal data, and this is confidential/,
    ],
  ])('of a vendor %s is as it should', (_name, profile, state, says) => {
    expect(result('POL-02', profile)).toMatchObject({
      state,
      reason: expect.stringMatching(says),
    });
  });

  it('is not asked when the policy says nothing of vendors; an empty list allows none', () => {
    const named = vendor('Example Models');
    const silent = { ...policy, vendors: undefined };
    expect(result('POL-02', named, [], silent)).toMatchObject({
      state: 'not-applicable',
      reason: 'The policy says nothing of vendors.',
    });
    expect(result('POL-02', named, [], { ...policy, vendors: [] }).state).toBe(
      'fail',
    );
  });
});
