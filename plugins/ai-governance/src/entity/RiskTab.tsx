import {
  RiskAssessment,
  riskAssessment,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { DocumentTab } from '../records';
import { levelPreviews } from './risk/LevelPreview';
import { RiskReader } from './risk/RiskReader';

const additions = (posture: SubjectPosture) =>
  levelPreviews(posture.profile.data?.classification);

/** What could go wrong with the system of this page, how bad it is, and what is done about it. */
export function RiskTab() {
  return (
    <DocumentTab<RiskAssessment>
      type={riskAssessment}
      empty={{
        title: 'The risk has not been assessed yet',
        text: 'Write down what could go wrong, one scenario at a time: how likely it is, whom it would harm and how badly, and what you do about it. The level follows from the matrix.',
        action: 'Assess the risk',
      }}
      additions={additions}
      read={(assessment, posture) => (
        <RiskReader assessment={assessment} posture={posture} />
      )}
    />
  );
}
