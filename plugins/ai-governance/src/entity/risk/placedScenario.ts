import {
  AssessedScenario,
  assessScenario,
  EvidenceStanding,
  isAbove,
  RiskAssessment,
  RiskScenario,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';

export interface PlacedScenario {
  /** From 1, as people count: the sign in the matrix. */
  number: number;
  scenario: RiskScenario;
  assessed: AssessedScenario;
  aboveTolerance: boolean;
}

/** The scenarios of an assessment with their levels, by the method that the controls use. `evidence`: what counts of what they rest on. */
export function placeScenarios(
  assessment: RiskAssessment,
  posture: Pick<SubjectPosture, 'profile' | 'policy'>,
  evidence: EvidenceStanding,
): PlacedScenario[] {
  return assessment.scenarios.map((scenario, index) => {
    const assessed = assessScenario(scenario, {
      classification: posture.profile.data?.classification,
      evidence,
    });
    return {
      number: index + 1,
      scenario,
      assessed,
      aboveTolerance: isAbove(assessed.current.level, posture.policy.tolerance),
    };
  });
}
