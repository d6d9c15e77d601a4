import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  evidenceStanding,
  instant,
  noEvidence,
  RiskAssessment,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { useLocation } from 'react-router-dom';
import { Markdown, NextStep, ProblemPanel } from '../../components';
import { useTexts } from '../../translation';
import { placeScenarios } from './placedScenario';
import { RiskMatrix } from './RiskMatrix';
import { ScenarioItem } from './ScenarioItem';
import { useRiskDecisions } from './useRiskDecisions';

/** In the address: the scenario that is sought, as by a search or a register. */
const ANCHOR = '#scenario-';

const useStyles = makeStyles(theme => ({
  heading: { margin: theme.spacing(3, 0, 1) },
}));

/** An assessment as a picture and as a list of scenarios, each with why its levels are what they are. */
export function RiskReader(props: {
  assessment: RiskAssessment;
  posture: SubjectPosture;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { assessment, posture } = props;
  const { hash } = useLocation();
  const [selected, setSelected] = useState(
    hash.startsWith(ANCHOR) ? hash.slice(ANCHOR.length) : undefined,
  );
  const decided = useRiskDecisions(posture.ref);
  const placed = placeScenarios(
    assessment,
    posture,
    decided.value
      ? evidenceStanding(decided.value.records, instant(Date.now()))
      : noEvidence,
  );
  if (placed.length === 0) {
    return (
      <NextStep
        title={t('entity.risk.empty.title')}
        text={t('entity.risk.empty.text')}
      />
    );
  }
  const tolerance = t(`words.inSentence.risk.${posture.policy.tolerance}`);
  const above = placed.filter(p => p.aboveTolerance).length;
  return (
    <>
      {assessment.summary && (
        <Typography component="div">
          <Markdown text={assessment.summary} />
        </Typography>
      )}
      <Typography
        variant="h6"
        component="h3"
        className={classes.heading}
        id="risk-matrix"
      >
        {t('entity.risk.matrix.title')}
      </Typography>
      <RiskMatrix
        scenarios={placed}
        selected={selected}
        onSelect={setSelected}
      />
      <Typography variant="h6" component="h3" className={classes.heading}>
        {t('entity.risk.scenarios')}
      </Typography>
      <Typography paragraph>
        {above === 0
          ? t('entity.risk.noneAbove', { tolerance })
          : t('entity.risk.above', {
              count: above,
              all: placed.length,
              tolerance,
            })}
      </Typography>
      {decided.error && above > 0 && (
        <ProblemPanel error={decided.error} retry={decided.reload} />
      )}
      {placed.map(p => (
        <ScenarioItem
          key={p.scenario.id}
          placed={p}
          assurance={
            decided.value && {
              subject: posture.ref,
              posture,
              ...decided.value,
            }
          }
          reload={decided.reload}
          selected={p.scenario.id === selected}
          onToggle={open => setSelected(open ? p.scenario.id : undefined)}
        />
      ))}
    </>
  );
}
