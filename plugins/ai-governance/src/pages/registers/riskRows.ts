import {
  DecisionView,
  EvidenceRecords,
  evidenceStanding,
  Instant,
  RiskAcceptance,
  RiskAssessment,
  riskLevels,
  SubjectDecisions,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { decisionsOf } from '../../assurance';
import {
  PlacedScenario,
  placeScenarios,
} from '../../entity/risk/placedScenario';

export interface RiskRow extends PlacedScenario {
  /** The acceptance that holds, or else the one that was asked for last. */
  acceptance?: DecisionView<RiskAcceptance>;
}

/** The scenarios of an assessment, the gravest current level first, by the method that the controls use. */
export function riskRows(
  assessment: RiskAssessment,
  of: {
    posture: Pick<SubjectPosture, 'profile' | 'policy'>;
    /** Latest revisions of the subject. */
    records: EvidenceRecords;
    decisions: SubjectDecisions;
    at: Instant;
  },
): RiskRow[] {
  const acceptances = decisionsOf<RiskAcceptance>(
    'risk-acceptance',
    of.decisions,
  );
  const height = ({ assessed }: RiskRow) =>
    riskLevels.indexOf(assessed.current.level);
  return placeScenarios(
    assessment,
    of.posture,
    evidenceStanding(of.records, of.at),
  )
    .map(placed => {
      const its = acceptances.filter(
        a => a.data?.scenario === placed.scenario.id,
      );
      return {
        ...placed,
        acceptance: its.find(a => a.standing.state === 'valid') ?? its[0],
      };
    })
    .sort((a, b) => height(b) - height(a));
}
