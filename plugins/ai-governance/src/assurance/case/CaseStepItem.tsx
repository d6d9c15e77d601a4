import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { CaseStep, ResultState } from 'backstage-plugin-ai-governance-common';
import { Day, stateLooks } from '../../components';
import { Author, inWords } from '../../records';
import { useTexts } from '../../translation';
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

const looks: Record<CaseStep['standing'], ResultState> = {
  done: 'pass',
  running: 'warning',
  late: 'expired',
  missing: 'not-reported',
  cancelled: 'not-applicable',
};

/** One step of a case in its timeline: what it is, how it stands, when and by whom, and what is missing with the button that does it. */
export function CaseStepItem(props: {
  step: CaseStep;
  ways: readonly StepWay[];
  /** Path of the page of the entity. */
  page: string;
}) {
  const t = useTexts();
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
          {t(`assurance.cases.stage.${stage}`)}
        </Typography>
        <Typography variant="body2" component="span" className={classes.state}>
          {standing === 'late'
            ? t('assurance.cases.step.late', { state })
            : state}
        </Typography>
        {severity && (
          <Typography variant="body2" component="span">
            {t('assurance.severity', { level: inWords(severity) })}
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
          {on &&
            t(`assurance.cases.step.${by ? 'onBy' : 'on'}.${stage}`, {
              day: <Day day={on} />,
              author: by && <Author author={by} />,
            })}
          {!on && by && <Author author={by} />}
          {due && (on || by) && ' · '}
          {due && t('assurance.cases.step.due', { day: <Day day={due} /> })}
        </Typography>
      )}
      {next && <StepNext text={next} of={title} ways={ways} page={page} />}
    </li>
  );
}
