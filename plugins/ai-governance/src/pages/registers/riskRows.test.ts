import {
  instant,
  RiskAssessment,
  SubjectDecisions,
} from 'backstage-plugin-ai-governance-common';
import { riskRows } from './riskRows';

const rated = (likelihood: number, greatest: number) => ({
  likelihood,
  consequence: { individuals: greatest, society: 1, business: 1 },
});
const scenario = (id: string, inherent: any, more: object = {}) => ({
  id,
  title: id,
  category: 'accuracy',
  inherent,
  ...more,
});
const acceptance = (recordId: string, of: string, state: string) => ({
  recordId,
  type: 'risk-acceptance',
  data: { scenario: of },
  standing: { state, reason: '' },
});
const at = instant(Date.parse('2026-11-25T10:00:00.000Z'));
const rows = (
  scenarios: object[],
  of: { records?: Record<string, object[]>; decisions?: object[] } = {},
) =>
  riskRows({ scenarios } as RiskAssessment, {
    posture: {
      profile: { data: { classification: 'internal' } },
      policy: { tolerance: 'medium' },
    } as any,
    records: (of.records ?? {}) as any,
    decisions: { items: of.decisions ?? [] } as unknown as SubjectDecisions,
    at,
  });

describe('The rows of a risk register', () => {
  it('have the gravest first and say what is above the tolerance', () => {
    expect(
      rows([
        scenario('low', rated(1, 1)),
        scenario('grave', rated(5, 5)),
        scenario('medium', rated(3, 3)),
      ]).map(r => [r.scenario.id, r.assessed.current.level, r.aboveTolerance]),
    ).toEqual([
      ['grave', 'very-high', true],
      ['medium', 'medium', false],
      ['low', 'very-low', false],
    ]);
  });

  it('count evidence as the controls do', () => {
    const evidence = {
      recordId: 'e1',
      type: 'evidence',
      author: 'user:default/dana',
      recordedAt: '2026-11-01T00:00:00.000Z',
      data: {
        title: 'Test',
        effectiveFrom: '2026-11-01',
        expires: '2027-01-01',
      },
    };
    const test = {
      recordId: 't1',
      type: 'control-test',
      author: 'user:default/olga',
      recordedAt: '2026-11-02T00:00:00.000Z',
      data: { result: 'effective', evidenceRecords: ['e1'] },
    };
    const scenarios = [
      scenario('s', rated(5, 5), {
        current: { ...rated(1, 1), evidence: ['e1'] },
      }),
    ];
    const level = (records: Record<string, object[]>) =>
      rows(scenarios, { records })[0].assessed.current.level;
    expect(level({ evidence: [evidence], 'control-test': [test] })).toBe(
      'very-low',
    );
    expect(level({ evidence: [evidence] })).toBe('very-high');
    expect(level({ 'control-test': [test] })).toBe('very-high');
  });

  it('have the acceptance that holds, or else the latest', () => {
    const decisions = [
      acceptance('a3', 's', 'rejected'),
      acceptance('a2', 's', 'valid'),
      acceptance('a1', 't', 'lapsed'),
      acceptance('a0', 't', 'withdrawn'),
    ];
    const found = rows(
      [
        scenario('s', rated(5, 5)),
        scenario('t', rated(5, 5)),
        scenario('u', rated(5, 5)),
      ],
      { decisions },
    );
    expect(found.map(r => r.acceptance?.recordId)).toEqual([
      'a2',
      'a1',
      undefined,
    ]);
  });
});
