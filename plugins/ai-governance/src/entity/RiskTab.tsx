import { useSearchParams } from 'react-router-dom';
import {
  RiskAssessment,
  riskAssessment,
  SubjectPosture,
  ThreatModel,
  threatModel,
} from 'backstage-plugin-ai-governance-common';
import { DocumentTab, ListItem, WritingAid } from '../records';
import { levelPreviews } from './risk/LevelPreview';
import { LibraryPanel } from './risk/library/LibraryPanel';
import { LikelyRisks } from './risk/library/LikelyRisks';
import { asScenario, asThreat, Taking } from './risk/library/taking';
import { RiskReader } from './risk/RiskReader';
import { ThreatReader } from './risk/ThreatReader';

const additions = (posture: SubjectPosture) =>
  levelPreviews(posture.profile.data?.classification);

const aidOf =
  (taking: Taking) =>
  (posture: SubjectPosture): WritingAid =>
  (written, append) =>
    (
      <LibraryPanel
        posture={posture}
        taking={taking}
        written={written}
        append={append}
      />
    );

const scenarioAid = aidOf(asScenario);
const threatAid = aidOf(asThreat);

const beginnings =
  (taking: Taking) =>
  (posture: SubjectPosture, begin?: (first: ListItem) => void) =>
    <LikelyRisks posture={posture} taking={taking} begin={begin} />;

const assessment = (
  <DocumentTab<RiskAssessment>
    key={riskAssessment.type}
    type={riskAssessment}
    empty={{
      title: 'The risk has not been assessed yet',
      text: 'Write down what could go wrong, one scenario at a time: how likely it is, whom it would harm and how badly, and what you do about it. The level follows from the matrix.',
      action: 'Assess the risk',
    }}
    beginnings={beginnings(asScenario)}
    additions={additions}
    aid={scenarioAid}
    read={(data, posture) => <RiskReader assessment={data} posture={posture} />}
  />
);

const threats = (
  <DocumentTab<ThreatModel>
    key={threatModel.type}
    type={threatModel}
    byType
    empty={{
      title: 'The threats have not been modelled yet',
      text: 'Say how somebody could misuse the system or turn it against you, and what stands against each of these threats.',
      action: 'Model the threats',
    }}
    aid={threatAid}
    read={data => <ThreatReader model={data} />}
  />
);

/** What could go wrong with the system of this page, how bad it is, and what is done about it. */
export function RiskTab() {
  const [params] = useSearchParams();
  // what the address names stands first: what is loaded later above it would push it out of sight
  const order =
    params.get('type') === threatModel.type
      ? [threats, assessment]
      : [assessment, threats];
  return <>{order}</>;
}
