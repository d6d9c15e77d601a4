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
import { RiskLevelLabel } from '../../entity/risk/RiskLevelLabel';
import { useRiskDecisions } from '../../entity/risk/useRiskDecisions';
import { inWords } from '../../records';
import { useTexts } from '../../translation';
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
  const t = useTexts();
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
      <Loading label={t('pages.registers.scenarios.loading')} />
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
        <Typography>{t('pages.registers.scenarios.none')}</Typography>
      ) : (
        <>
          <Typography variant="body2" paragraph>
            {t('pages.registers.scenarios.tolerance', {
              level: t(`words.risk.${posture.value.policy.tolerance}`),
            })}
          </Typography>
          <table
            className={classes.table}
            aria-label={t('pages.registers.scenarios.label', {
              system: subject.title,
            })}
          >
            <thead>
              <tr>
                <th scope="col">{t('pages.registers.scenarios.scenario')}</th>
                <th scope="col">{t('pages.registers.scenarios.current')}</th>
                <th scope="col">{t('pages.registers.scenarios.treatment')}</th>
                <th scope="col">{t('pages.registers.scenarios.owner')}</th>
                <th scope="col">{t('pages.registers.scenarios.due')}</th>
                <th scope="col">{t('pages.registers.scenarios.acceptance')}</th>
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
  const t = useTexts();
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
          <span className={classes.aside}>
            {t('pages.registers.scenarios.aboveTolerance')}
          </span>
        )}
      </td>
      <td>
        {strategy
          ? inWords(strategy)
          : t('pages.registers.scenarios.untreated')}
        {completed && (
          <span className={classes.aside}>
            {t('pages.registers.scenarios.completed', {
              day: <Day day={completed} />,
            })}
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
          t('pages.registers.scenarios.nobody')
        )}
      </td>
      <td>
        {due ? <Day day={due} /> : t('pages.registers.table.noDate')}
        {due && !completed && due < today && (
          <span className={classes.aside}>
            {t('pages.registers.table.overdue')}
          </span>
        )}
      </td>
      <td>
        <Acceptance row={row} />
      </td>
    </tr>
  );
}

function Acceptance({ row: { acceptance, aboveTolerance } }: { row: RiskRow }) {
  const t = useTexts();
  const classes = useStyles();
  if (!acceptance) {
    return (
      <>
        {t(
          aboveTolerance
            ? 'pages.registers.scenarios.notAccepted'
            : 'pages.registers.scenarios.notNeeded',
        )}
      </>
    );
  }
  const { standing, data } = acceptance;
  return (
    <>
      <StandingLabel state={standing.state} />
      {data && (
        <span className={classes.aside}>
          {t('pages.registers.scenarios.until', {
            day: <Day day={data.expires} />,
          })}
        </span>
      )}
    </>
  );
}
