import { useSearchParams } from 'react-router-dom';
import {
  RiskAssessment,
  riskAssessment,
  SubjectPosture,
  ThreatModel,
  threatModel,
} from 'backstage-plugin-ai-governance-common';
import { DocumentTab, ListItem, WritingAid } from '../records';
import { useTexts } from '../translation';
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

const scenarioBeginnings = beginnings(asScenario);

function Assessment() {
  const t = useTexts();
  return (
    <DocumentTab<RiskAssessment>
      type={riskAssessment}
      empty={{
        title: t('entity.risk.unassessed.title'),
        text: t('entity.risk.unassessed.text'),
        action: t('entity.risk.unassessed.action'),
      }}
      beginnings={scenarioBeginnings}
      additions={additions}
      aid={scenarioAid}
      read={(data, posture) => (
        <RiskReader assessment={data} posture={posture} />
      )}
    />
  );
}

function Threats() {
  const t = useTexts();
  return (
    <DocumentTab<ThreatModel>
      type={threatModel}
      byType
      empty={{
        title: t('entity.risk.unmodelled.title'),
        text: t('entity.risk.unmodelled.text'),
        action: t('entity.risk.unmodelled.action'),
      }}
      aid={threatAid}
      read={data => <ThreatReader model={data} />}
    />
  );
}

const assessment = <Assessment key={riskAssessment.type} />;
const threats = <Threats key={threatModel.type} />;

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
