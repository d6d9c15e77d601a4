import { decided, decision, governedBy } from '../__testUtils__/decisions';
import {
  graveScenario,
  limitedProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import {
  admission,
  atHand,
  head,
  office,
} from '../decisions/__testUtils__/atHand';
import { evaluate } from '../evaluate';
import { riskAcceptance } from '../records';
import { RecordState } from '../state';

const lower = graveScenario({
  current: {
    likelihood: 1,
    consequence: { individuals: 2, society: 1, business: 1 },
    evidence: ['e1'],
  },
});
const assessment = record('risk-assessment', { scenarios: [lower] });
const proof = {
  ...record<any>(
    'evidence',
    {
      title: 'Bias test',
      effectiveFrom: '2026-03-01',
      expires: '2026-06-30',
    },
    '2026-03-01',
  ),
  recordId: 'e1',
};
const look = {
  ...record<any>(
    'control-test',
    {
      testedOn: '2026-03-02',
      result: 'effective',
      evidenceRecords: ['e1'],
    },
    '2026-03-02',
  ),
  author: 'user:default/tester',
};

const result = (controlId: string, records: RecordState<any>[], when: string) =>
  evaluate(
    subject({ profile: limitedProfile, records }),
    policy,
    when,
  ).results.find(r => r.controlId === controlId)!;

describe('a lower current risk', () => {
  it.each(['RSK-02', 'RSK-03'])(
    'holds for %s until the instant at which its evidence lapses',
    id => {
      const records = [assessment, proof, look];
      const untreated = expect.stringContaining('“Unfair refusal”');
      expect(result(id, records, '2026-06-30T23:59:59.999Z')).toMatchObject({
        state: 'pass',
        reason: 'No risk is above the tolerance (medium).',
        validUntil: '2026-07-01T00:00:00.000Z',
        nextState: 'fail',
        nextReason: untreated,
      });
      expect(result(id, records, '2026-07-01T00:00:00.000Z')).toMatchObject({
        state: 'fail',
        reason: untreated,
        validUntil: null,
      });
    },
  );

  it.each(['RSK-02', 'RSK-03'])(
    'does not hold for %s before anybody looked at the evidence',
    id => {
      const when = '2026-04-01T00:00:00.000Z';
      expect(result(id, [assessment, proof], when).state).toBe('fail');
      expect(result(id, [assessment, look], when).state).toBe('fail');
      expect(
        result(
          id,
          [
            assessment,
            proof,
            decision('approval', {
              gate: 'periodic',
              decision: 'approved',
              evidence: ['e1'],
              expires: '2026-12-31',
              decided: decided(governedBy(limitedProfile, [assessment])),
            }),
          ],
          when,
        ).state,
      ).toBe('pass');
    },
  );

  it('that was accepted at its level is no longer what was accepted when the evidence lapses', () => {
    const scenario = {
      ...lower,
      current: {
        likelihood: 3 as const,
        consequence: {
          individuals: 3 as const,
          society: 1 as const,
          business: 1 as const,
        },
        evidence: ['e1'],
      },
    };
    const assessed = record('risk-assessment', { scenarios: [scenario] });
    const accepted = decision('risk-acceptance', {
      scenario: scenario.id,
      decision: 'approved',
      expires: '2026-12-31',
      decided: decided(governedBy(limitedProfile, [assessed]), {
        scenario,
        level: 'medium',
      }),
    });
    const strict = {
      ...policy,
      tolerance: { ...policy.tolerance, limited: 'low' as const },
    };
    const judged = (when: string) =>
      evaluate(
        subject({
          profile: limitedProfile,
          records: [assessed, proof, look, accepted],
        }),
        strict,
        when,
      ).results.find(r => r.controlId === 'RSK-03')!;
    expect(judged('2026-06-30T23:59:59.999Z')).toMatchObject({
      state: 'pass',
      validUntil: '2026-07-01T00:00:00.000Z',
      nextState: 'fail',
    });
    expect(judged('2026-07-01T00:00:00.000Z').reason).toMatch(
      /acceptance lapsed/,
    );
  });
});

describe('the acceptance of a risk', () => {
  it('is of the level that the evidence gives at the instant', () => {
    const heads = [
      head('risk-assessment', { scenarios: [lower] }),
      head('evidence', proof.data, { recordId: 'e1' }),
      head('control-test', look.data, { author: look.author }),
    ];
    const made = (at: string) =>
      riskAcceptance.admit!(
        admission<any>(
          {
            scenario: lower.id,
            decision: 'approved',
            reason: 'Rare.',
            expires: '2026-12-31',
          },
          office,
          {
            at,
            subject: atHand({ heads }),
            policy: {
              ...admission({}, office).policy,
              authorities: {
                ...admission({}, office).policy.authorities,
                riskAcceptance: {
                  low: [office],
                  medium: [office],
                  high: [office],
                  'very-high': [office],
                },
              },
            },
          },
        ),
      ).decided!.level;
    expect(made('2026-06-30T23:59:59.999Z')).toBe('very-low');
    expect(made('2026-07-01T00:00:00.000Z')).toBe('high');
  });
});
