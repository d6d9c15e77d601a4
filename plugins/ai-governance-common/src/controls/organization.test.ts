import { policy } from '../__testUtils__/subject';
import { GovernancePolicy } from '../policy';
import { ControlResult } from '../results';
import { evaluateOrganization } from '.';

const approved = { by: 'user:default/dana', on: '2025-12-10' };
const judged = (id: string, over: Partial<GovernancePolicy>, at: string) =>
  evaluateOrganization({ records: {} }, { ...policy, ...over }, at).find(
    r => r.controlId === id,
  )!;

describe('ORG-01', () => {
  it('is not reported when nobody approved the policy', () => {
    expect(judged('ORG-01', {}, '2026-04-01T00:00:00.000Z')).toMatchObject({
      state: 'not-reported',
      validUntil: null,
      inputs: ['policy'],
    });
  });

  it('goes from signed to in force to reviewed too late, to the instant', () => {
    const steps: string[] = [];
    const ends: { now: ControlResult; at: string }[] = [];
    let at: string | null = '2025-12-01T00:00:00.000Z';
    while (at) {
      const now = judged('ORG-01', { approved }, at);
      steps.push(`${at} ${now.state}: ${now.reason}`);
      if (now.validUntil) ends.push({ now, at: now.validUntil });
      at = now.validUntil;
    }
    expect(steps).toEqual([
      '2025-12-01T00:00:00.000Z fail: The policy is said to be approved on 2025-12-10, which is to come.',
      '2025-12-10T00:00:00.000Z fail: The policy is approved, and in force only from 2026-01-01.',
      '2026-01-01T00:00:00.000Z pass: The policy is in force, approved by user:default/dana on 2025-12-10. Good until 2026-12-10.',
      '2026-11-11T00:00:00.000Z warning: The policy is in force, approved by user:default/dana on 2025-12-10. It runs out on 2026-12-10: renew it before.',
      '2026-12-11T00:00:00.000Z expired: The policy was not reviewed since it was approved on 2025-12-10. It was due by 2026-12-10.',
    ]);
    for (const { now, at: end } of ends) {
      const before = new Date(Date.parse(end) - 1).toISOString();
      expect(judged('ORG-01', { approved }, before)).toEqual(now);
      expect(judged('ORG-01', { approved }, end)).toMatchObject({
        state: now.nextState,
        reason: now.nextReason,
      });
    }
  });
});

describe('ORG-02', () => {
  it.each([
    [undefined, 'not-reported'],
    [' \n', 'not-reported'],
    ['Every use of AI at the bank.', 'pass'],
  ])('with the scope %j is %s', (scope, state) => {
    expect(judged('ORG-02', { scope }, '2026-04-01T00:00:00.000Z').state).toBe(
      state,
    );
  });
});
