import {
  RiskAssessment,
  riskAssessment,
  SubjectPosture,
  threatModel,
} from 'backstage-plugin-ai-governance-common';
import { DocumentTab } from '../records';
import { levelPreviews } from './risk/LevelPreview';
import { RiskReader } from './risk/RiskReader';

const additions = (posture: SubjectPosture) =>
  levelPreviews(posture.profile.data?.classification);

/** What could go wrong with the system of this page, how bad it is, and what is done about it. */
export function RiskTab() {
  return (
    <>
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
      <DocumentTab
        type={threatModel}
        byType
        empty={{
          title: 'The threats have not been modelled yet',
          text: 'Say how somebody could misuse the system or turn it against you, and what stands against each of these threats.',
          action: 'Model the threats',
        }}
      />
    </>
  );
}
