import {
  decided,
  decision,
  governedBy,
  requested,
} from '../__testUtils__/decisions';
import {
  graveScenario,
  limitedProfile,
  policy,
  record,
  scenario,
  subject,
} from '../__testUtils__/subject';
import { evaluate } from '../evaluate';
import { RiskScenario } from '../records';
import { RiskLevel } from '../risk';
import { RecordState } from '../state';

const at = '2026-04-01T00:00:00.000Z';
const governed = governedBy(limitedProfile, []);

const accepted = (
  over: object = {},
  of: RiskScenario = graveScenario(),
  made: { outdated?: boolean; level?: RiskLevel } = {},
) =>
  decision('risk-acceptance', {
    scenario: of.id,
    decision: 'approved',
    reason: 'Few cases.',
    expires: '2026-12-31',
    decided: decided(governed, { level: 'high', scenario: of, ...made }),
    ...over,
  });

const result = (
  scenarios: RiskScenario[] | null,
  given: RecordState<any>[] = [],
  when = at,
) =>
  evaluate(
    subject({
      profile: limitedProfile,
      records: [
        ...(scenarios ? [record('risk-assessment', { scenarios })] : []),
        ...given,
      ],
    }),
    policy,
    when,
  ).results.find(r => r.controlId === 'RSK-03')!;

describe('RSK-03', () => {
  it('is asked once the risk has been assessed', () => {
    expect(result(null).state).toBe('not-applicable');
  });

  it('passes when no risk is above the tolerance', () => {
    expect(result([scenario()])).toMatchObject({
      state: 'pass',
      reason: 'No risk is above the tolerance (medium).',
    });
  });

  it.each([
    [
      '2026-12-01T23:59:59.999Z',
      'pass',
      '2026-12-02T00:00:00.000Z',
      'accepted',
    ],
    [
      '2026-12-02T00:00:00.000Z',
      'warning',
      '2027-01-01T00:00:00.000Z',
      'acceptance runs out soon',
    ],
    [
      '2026-12-31T23:59:59.999Z',
      'warning',
      '2027-01-01T00:00:00.000Z',
      'acceptance runs out soon',
    ],
    ['2027-01-01T00:00:00.000Z', 'expired', null, 'acceptance ended'],
  ])('at %s is %s', (when, state, validUntil, word) => {
    expect(
      result([graveScenario(), scenario()], [accepted()], when),
    ).toMatchObject({
      state,
      validUntil,
      reason: `Above the tolerance (medium): ${word}: “Unfair refusal” (2026-12-31).`,
    });
  });

  it.each<[string, RecordState<any>[], string]>([
    ['nothing', [], 'not accepted'],
    ['one that was erased', [record('risk-acceptance', null)], 'not accepted'],
    [
      'one of another scenario',
      [accepted({ scenario: 'wrong-forecast' })],
      'not accepted',
    ],
    [
      'a request',
      [accepted({ decision: 'requested', requested, decided: undefined })],
      'acceptance asked for, nobody has decided yet',
    ],
    [
      'a rejection',
      [accepted({ decision: 'rejected' })],
      'acceptance rejected or withdrawn',
    ],
    [
      'one of another state',
      [accepted({}, undefined, { outdated: true })],
      'acceptance lapsed, the risk is not what was accepted',
    ],
    [
      'one of a lower level',
      [accepted({}, undefined, { level: 'medium' })],
      'acceptance lapsed, the risk is not what was accepted',
    ],
  ])('fails with %s', (_name, given, word) => {
    expect(result([graveScenario()], given)).toMatchObject({
      state: 'fail',
      reason: `Above the tolerance (medium): ${word}: “Unfair refusal”.`,
    });
  });

  it('lapses when the scenario is assessed anew, and not when its treatment goes on', () => {
    const treated = graveScenario({ treatment: { strategy: 'accept' } });
    expect(result([treated], [accepted()]).state).toBe('pass');
    const graver = graveScenario({ category: 'legal' });
    expect(result([graver], [accepted()]).state).toBe('fail');
  });

  it('holds by the one that lasts longest', () => {
    const both = [accepted(), accepted({ expires: '2026-04-05' })];
    expect(result([graveScenario()], both).reason).toContain('(2026-12-31)');
  });

  it('fails for one that is not accepted, beside one whose acceptance ended', () => {
    const other = graveScenario({ id: 'leak', title: 'Leak' });
    expect(
      result([graveScenario(), other], [accepted({ expires: '2026-03-31' })]),
    ).toMatchObject({
      state: 'fail',
      reason:
        'Above the tolerance (medium): not accepted: “Leak”; acceptance ended: “Unfair refusal” (2026-03-31).',
    });
  });
});
