import Typography from '@material-ui/core/Typography';
import {
  assessScenario,
  noEvidence,
  Profile,
  RiskEstimate,
} from 'backstage-plugin-ai-governance-common';
import { FormAdditions } from '../../records';
import { TextKey, useTexts } from '../../translation';
import { RiskLevelLabel } from './RiskLevelLabel';

type Classification = NonNullable<Profile['data']>['classification'];

const isRated = (value: unknown) => typeof value === 'number';

/** The estimate, once every rating of it is chosen. */
function completeEstimate(
  data: Partial<RiskEstimate>,
): RiskEstimate | undefined {
  const { individuals, society, business } = data.consequence ?? {};
  return [data.likelihood, individuals, society, business].every(isRated)
    ? (data as RiskEstimate)
    : undefined;
}

function LevelPreview(props: {
  estimate?: RiskEstimate;
  classification: Classification;
  note?: TextKey;
}) {
  const t = useTexts();
  const { estimate, classification, note } = props;
  if (!estimate) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('entity.risk.preview.choose')}
      </Typography>
    );
  }
  const { inherent } = assessScenario(
    { inherent: estimate },
    { classification, evidence: noEvidence },
  );
  return (
    <div role="status">
      <Typography component="div">
        {t('entity.risk.preview.gives', {
          level: <RiskLevelLabel level={inherent.level} />,
        })}
      </Typography>
      {inherent.explain.map(line => (
        <Typography variant="body2" color="textSecondary" key={line}>
          {line}
        </Typography>
      ))}
      {note && <Typography variant="body2">{t(note)}</Typography>}
    </div>
  );
}

/** The level that likelihood and consequence give, beside them in the form while they are chosen. */
export function levelPreviews(classification: Classification): FormAdditions {
  const preview = (note?: TextKey) => (data: Record<string, unknown>) =>
    (
      <LevelPreview
        estimate={completeEstimate(data as Partial<RiskEstimate>)}
        classification={classification}
        note={note}
      />
    );
  return {
    'scenarios[].inherent': preview(),
    'scenarios[].current': preview('entity.risk.preview.evidence'),
    'scenarios[].target': preview(),
  };
}
