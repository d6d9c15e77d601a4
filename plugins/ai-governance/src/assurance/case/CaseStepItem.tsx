import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  CaseStage,
  CaseStep,
  ResultState,
} from 'backstage-plugin-ai-governance-common';
import { Day, stateLooks } from '../../components';
import { Author, inWords } from '../../records';
import { StepNext } from './StepNext';
import { entryOfStep, StepWay } from './stepWays';

const useStyles = makeStyles(theme => ({
  step: {
    position: 'relative',
    listStyle: 'none',
    padding: theme.spacing(0, 0, 2.5, 5),
    breakInside: 'avoid',
    // the line that joins the steps
    '&:before': {
      content: '""',
      position: 'absolute',
      left: 11,
      top: 28,
      bottom: 0,
      width: 2,
      backgroundColor: theme.palette.divider,
    },
    '&:last-child:before': { display: 'none' },
  },
  sign: { position: 'absolute', left: 0, top: 2 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 2),
  },
  state: { fontWeight: 600 },
  title: { overflowWrap: 'anywhere' },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

const stages: Record<CaseStage, string> = {
  breach: 'Breach',
  incident: 'Incident',
  action: 'Corrective action',
  verification: 'Verification',
  change: 'Change',
  approval: 'Re-approval',
};

const looks: Record<CaseStep['standing'], ResultState> = {
  done: 'pass',
  running: 'warning',
  late: 'expired',
  missing: 'not-reported',
  cancelled: 'not-applicable',
};

/** What the day of a step is the day of. */
const dayWords: Record<CaseStage, string> = {
  breach: 'Seen',
  incident: 'Detected',
  action: 'Done',
  verification: 'Verified',
  change: 'In effect since',
  approval: 'Approved',
};

/** An incident names who wrote it last, which need not be who detected it. */
const byWords = (stage: CaseStage) =>
  stage === 'incident' ? ' · last written by ' : ' by ';

/** One step of a case in its timeline: what it is, how it stands, when and by whom, and what is missing with the button that does it. */
export function CaseStepItem(props: {
  step: CaseStep;
  ways: readonly StepWay[];
  /** Path of the page of the entity. */
  page: string;
}) {
  const classes = useStyles();
  const theme = useTheme();
  const { step, ways, page } = props;
  const { stage, standing, state, title, severity, on, by, due, next } = step;
  const { Icon, color } = stateLooks[looks[standing]];
  const entry = entryOfStep(step);
  return (
    <li className={classes.step}>
      <Icon
        aria-hidden
        className={classes.sign}
        style={{ color: color(theme) }}
      />
      <div className={classes.head}>
        <Typography variant="subtitle1" component="h3">
          {stages[stage]}
        </Typography>
        <Typography variant="body2" component="span" className={classes.state}>
          {standing === 'late' ? `${state}, overdue` : state}
        </Typography>
        {severity && (
          <Typography variant="body2" component="span">
            Severity: {inWords(severity)}
          </Typography>
        )}
      </div>
      <Typography className={classes.title}>
        {entry ? (
          <Link to={`${page}/${entry}`} className={classes.link}>
            {title}
          </Link>
        ) : (
          title
        )}
      </Typography>
      {(on || by || due) && (
        <Typography variant="body2" color="textSecondary">
          {on && (
            <>
              {dayWords[stage]} <Day day={on} />
            </>
          )}
          {by && (
            <>
              {on && byWords(stage)}
              <Author author={by} />
            </>
          )}
          {due && (
            <>
              {(on || by) && ' · '}due <Day day={due} />
            </>
          )}
        </Typography>
      )}
      {next && <StepNext text={next} of={title} ways={ways} page={page} />}
    </li>
  );
}
