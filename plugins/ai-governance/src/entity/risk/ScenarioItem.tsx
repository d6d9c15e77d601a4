import { useEffect, useRef, useState } from 'react';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import AboveIcon from '@material-ui/icons/ReportProblemOutlined';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import {
  RatedRisk,
  RiskAcceptance,
  riskAssessment,
  StandingState,
} from 'backstage-plugin-ai-governance-common';
import { decisionsOf } from '../../assurance';
import { shade } from '../../components';
import {
  FieldFacts,
  fieldsOf,
  FieldValue,
  formSchemaOf,
  inWords,
} from '../../records';
import { TextKey, useTexts } from '../../translation';
import { SourceChips } from './library/SourceChips';
import { PlacedScenario } from './placedScenario';
import { RiskLevelLabel } from './RiskLevelLabel';
import { RiskAssurance, ScenarioAcceptance } from './ScenarioAcceptance';

const useStyles = makeStyles(theme => ({
  root: {
    boxShadow: 'none',
    border: `1px solid ${theme.palette.divider}`,
    '&:before': { display: 'none' },
  },
  summary: {
    display: 'flex',
    flex: 1,
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  title: { flex: '1 1 240px' },
  above: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  details: { display: 'block' },
  explain: { margin: theme.spacing(0, 0, 2), paddingLeft: theme.spacing(2.5) },
}));

// Shown as levels, reasons and chips above; the rest of a scenario is read from its schema.
const shown = ['title', 'category', 'sources', 'inherent', 'current', 'target'];

function Rated({ title, risk }: { title: string; risk: RatedRisk }) {
  const classes = useStyles();
  return (
    <>
      <Typography variant="subtitle2" component="h4">
        {title}: <RiskLevelLabel level={risk.level} />
      </Typography>
      <ul className={classes.explain}>
        {risk.explain.map(line => (
          <Typography component="li" variant="body2" key={line}>
            {line}
          </Typography>
        ))}
      </ul>
    </>
  );
}

/** Of a risk above the tolerance: whether it is accepted, and whether that is asked for. */
function aboveWords(standings: readonly StandingState[]): TextKey {
  const accepted = standings.includes('valid');
  if (!standings.includes('requested')) {
    return accepted
      ? 'entity.risk.tolerance.accepted'
      : 'entity.risk.tolerance.above';
  }
  return accepted
    ? 'entity.risk.tolerance.acceptedAndAsked'
    : 'entity.risk.tolerance.asked';
}

/** One scenario: its levels, and on opening why they are so and what is done about it. */
export function ScenarioItem(props: {
  placed: PlacedScenario;
  /** Undefined until it is read. */
  assurance?: RiskAssurance;
  reload: () => Promise<void>;
  selected: boolean;
  onToggle: (open: boolean) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const theme = useTheme();
  const { number, scenario, assessed, aboveTolerance } = props.placed;
  const standings = props.assurance
    ? decisionsOf<RiskAcceptance>('risk-acceptance', props.assurance.decisions)
        .filter(({ data }) => data?.scenario === scenario.id)
        .map(({ standing }) => standing.state)
    : [];
  const waits = standings.includes('requested');
  const [open, setOpen] = useState(waits);
  useEffect(() => {
    // whoever came to decide is to see it at once
    if (waits) setOpen(true);
  }, [waits]);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!props.selected) return;
    setOpen(true);
    summary.current?.focus();
  }, [props.selected]);

  const schema = formSchemaOf(riskAssessment).properties?.scenarios.items ?? {};
  const { evidence } = schema.properties?.current?.properties ?? {};
  return (
    <Accordion
      className={classes.root}
      expanded={open}
      onChange={(_, expanded) => {
        setOpen(expanded);
        props.onToggle(expanded);
      }}
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary
        ref={summary}
        id={`scenario-${scenario.id}`}
        aria-controls={`scenario-${scenario.id}-why`}
        expandIcon={<ExpandIcon />}
      >
        <span className={classes.summary}>
          <Typography component="span" className={classes.title}>
            {number}. {scenario.title}{' '}
            <Typography
              component="span"
              variant="body2"
              color="textSecondary"
              noWrap
            >
              {inWords(scenario.category)}
            </Typography>
          </Typography>
          {aboveTolerance && (
            <span className={classes.above}>
              <AboveIcon
                aria-hidden
                fontSize="small"
                style={{ color: shade(theme, 'error') }}
              />
              {t(aboveWords(standings))}
            </span>
          )}
          <RiskLevelLabel level={assessed.current.level} />
        </span>
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        <Rated title={t('entity.risk.current')} risk={assessed.current} />
        {evidence && (scenario.current?.evidence ?? []).length > 0 && (
          <>
            <Typography variant="subtitle2" component="h4">
              {evidence.title}
            </Typography>
            <div className={classes.explain}>
              <FieldValue
                schema={evidence}
                value={scenario.current?.evidence}
              />
            </div>
          </>
        )}
        <Rated title={t('entity.risk.inherent')} risk={assessed.inherent} />
        {assessed.target && (
          <Rated title={t('entity.risk.target')} risk={assessed.target} />
        )}
        {scenario.sources && scenario.sources.length > 0 && (
          <>
            <Typography variant="subtitle2" component="h4">
              {t('entity.risk.knownAs')}
            </Typography>
            <SourceChips
              ids={scenario.sources}
              label={t('entity.risk.knownAsOf', { title: scenario.title })}
            />
          </>
        )}
        <FieldFacts
          fields={fieldsOf(schema).filter(f => !shown.includes(f.key))}
          data={scenario}
        />
        {aboveTolerance && props.assurance && (
          <ScenarioAcceptance
            scenario={scenario}
            assurance={props.assurance}
            reload={props.reload}
          />
        )}
      </AccordionDetails>
    </Accordion>
  );
}
