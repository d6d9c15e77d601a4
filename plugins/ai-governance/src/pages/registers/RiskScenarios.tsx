import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  dayOf,
  instant,
  RiskAssessment,
  SubjectHead,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import {
  Day,
  Loading,
  Markdown,
  ProblemPanel,
  StandingLabel,
} from '../../components';
import { RiskLevelLabel, riskWord } from '../../entity/risk/RiskLevelLabel';
import { useRiskDecisions } from '../../entity/risk/useRiskDecisions';
import { inWords } from '../../records';
import { useReading } from '../useReading';
import { RiskRow, riskRows } from './riskRows';

const useStyles = makeStyles(theme => ({
  table: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(0.75, 1.5, 0.75, 0),
    },
    '& tbody tr': { borderTop: `1px solid ${theme.palette.divider}` },
    '& tbody th': { fontWeight: 'normal' },
  },
  aside: {
    ...theme.typography.caption,
    color: theme.palette.text.secondary,
    display: 'block',
  },
}));

/** The scenarios of an assessment as a risk manager reads them: the gravest first, who treats each by when, and who took it. */
export function RiskScenarios(props: {
  subject: SubjectHead;
  assessment: RiskAssessment;
}) {
  const classes = useStyles();
  const { subject, assessment } = props;
  const api = useApi(aiGovernanceApiRef);
  const posture = useReading(
    () => api.posture(subject.ref),
    [api, subject.ref],
  );
  const decided = useRiskDecisions(subject.ref);
  const error = posture.error ?? decided.error;
  const reload = async () => {
    await Promise.all([posture.reload(), decided.reload()]);
  };
  if (!posture.value || !decided.value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label="Loading the scenarios" />
    );
  }
  const at = instant(Date.now());
  const rows = riskRows(assessment, {
    ...decided.value,
    posture: posture.value,
    at,
  });
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      {assessment.summary && (
        <Typography component="div" variant="body2">
          <Markdown text={assessment.summary} />
        </Typography>
      )}
      {rows.length === 0 ? (
        <Typography>
          It names no scenario yet: add what could go wrong on the tab Risk.
        </Typography>
      ) : (
        <>
          <Typography variant="body2" paragraph>
            Tolerance of this tier: {riskWord(posture.value.policy.tolerance)}.
          </Typography>
          <table
            className={classes.table}
            aria-label={`Scenarios of ${subject.title}`}
          >
            <thead>
              <tr>
                <th scope="col">Scenario</th>
                <th scope="col">Current risk</th>
                <th scope="col">Treatment</th>
                <th scope="col">Treated by</th>
                <th scope="col">Due</th>
                <th scope="col">Acceptance</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <Scenario key={row.scenario.id} row={row} today={dayOf(at)} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}

function Scenario({ row, today }: { row: RiskRow; today: string }) {
  const classes = useStyles();
  const { scenario, assessed, aboveTolerance } = row;
  const { owner, due, completed, strategy } = scenario.treatment ?? {};
  return (
    <tr>
      <th scope="row">
        {scenario.title}
        <span className={classes.aside}>{inWords(scenario.category)}</span>
      </th>
      <td>
        <RiskLevelLabel level={assessed.current.level} />
        {aboveTolerance && (
          <span className={classes.aside}>Above tolerance</span>
        )}
      </td>
      <td>
        {strategy ? inWords(strategy) : 'None'}
        {completed && (
          <span className={classes.aside}>
            Completed <Day day={completed} />
          </span>
        )}
      </td>
      <td>
        {owner ? (
          <EntityRefLink
            entityRef={owner}
            defaultNamespace="default"
            hideIcon
          />
        ) : (
          'Nobody'
        )}
      </td>
      <td>
        {due ? <Day day={due} /> : 'No date'}
        {due && !completed && due < today && (
          <span className={classes.aside}>Overdue</span>
        )}
      </td>
      <td>
        <Acceptance row={row} />
      </td>
    </tr>
  );
}

function Acceptance({ row: { acceptance, aboveTolerance } }: { row: RiskRow }) {
  const classes = useStyles();
  if (!acceptance) return <>{aboveTolerance ? 'Not accepted' : 'Not needed'}</>;
  const { standing, data } = acceptance;
  return (
    <>
      <StandingLabel state={standing.state} />
      {data && (
        <span className={classes.aside}>
          Until <Day day={data.expires} />
        </span>
      )}
    </>
  );
}
