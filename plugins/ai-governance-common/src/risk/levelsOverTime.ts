import { Instant } from '../instant';
import { RiskAssessment, RiskScenario } from '../records/riskAssessment';
import type { SubjectState } from '../state';
import { assessScenario } from './assess';
import { evidenceInstants, evidenceStanding } from './evidenceStanding';
import { RiskLevel } from './matrix';

/** The levels of one scenario, and how its current one turns by time alone. */
export interface ScenarioLevels {
  /** Where the scenario stands in its assessment, from 0. */
  position: number;
  category: RiskScenario['category'];
  inherent: RiskLevel;
  target?: RiskLevel;
  /** In the order of time, without gaps: each until an instant (exclusive), the last (null) until something is recorded. */
  current: { until: Instant | null; level: RiskLevel }[];
}

/** The levels of the scenarios of a subject, and the revision that they were read from. */
export interface SubjectRisks {
  recordId: string;
  revision: number;
  scenarios: ScenarioLevels[];
}

/**
 * The levels of every scenario of a subject from an instant on: current risk is another one from the instant at which evidence that it rests
 * on begins or ceases to count. Pure; the levels themselves are those of `assessScenario`.
 *
 * @returns undefined when its risk was not assessed
 */
export function riskLevelsOverTime(
  { profile, records }: Pick<SubjectState, 'profile' | 'records'>,
  at: Instant,
): SubjectRisks | undefined {
  const found = records['risk-assessment']?.[0];
  const assessment: RiskAssessment | null | undefined = found?.data;
  if (!found || !assessment) return undefined;
  const turns = evidenceInstants(records).filter(turn => turn > at);
  const assessed = (scenario: RiskScenario, then: Instant) =>
    assessScenario(scenario, {
      classification: profile.data?.classification,
      evidence: evidenceStanding(records, then),
    });
  return {
    recordId: found.recordId,
    revision: found.revision,
    scenarios: assessment.scenarios.map((scenario, position) => {
      const { inherent, target } = assessed(scenario, at);
      const current: ScenarioLevels['current'] = [];
      [at, ...turns].forEach((from, i) => {
        const until = turns[i] ?? null;
        const { level } = assessed(scenario, from).current;
        const last = current.at(-1);
        if (last?.level === level) last.until = until;
        else current.push({ until, level });
      });
      return {
        position,
        category: scenario.category,
        inherent: inherent.level,
        ...(target && { target: target.level }),
        current,
      };
    }),
  };
}
