import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { makeStyles } from '@material-ui/core/styles';
import { SubjectPosture } from 'backstage-plugin-ai-governance-common';
import {
  CountsBar,
  countsText,
  Day,
  LevelLabel,
  Sentence,
  ShareText,
  StateLabel,
  TierLabel,
} from '../components';
import { TextKey, useTexts } from '../translation';
import { ApprovalStanding } from './ApprovalStanding';
import { FixLink } from './FixLink';
import { nextLevel } from './nextLevel';

const useStyles = makeStyles(theme => ({
  first: {
    padding: theme.spacing(2),
    marginBottom: theme.spacing(2),
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.action.hover,
  },
  firstTitle: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  whole: { gridColumn: '1 / -1' },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  // no taller than the words beside it
  more: {
    textTransform: 'none',
    marginLeft: theme.spacing(0.5),
    padding: theme.spacing(0, 0.75),
    lineHeight: 1.5,
    verticalAlign: 'bottom',
  },
  bar: { margin: theme.spacing(0.5, 0) },
}));

function Fact(props: { title: string; children: ReactNode }) {
  return (
    <div>
      <Typography variant="subtitle2" component="h3" color="textSecondary">
        {props.title}
      </Typography>
      {props.children}
    </div>
  );
}

function Expandable(props: { id: string; label: string; children: ReactNode }) {
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        color="primary"
        className={classes.more}
        aria-expanded={open}
        aria-controls={props.id}
        onClick={() => setOpen(!open)}
      >
        {props.label}
      </Button>
      <div id={props.id}>
        <Collapse in={open} unmountOnExit>
          <div>{props.children}</div>
        </Collapse>
      </div>
    </>
  );
}

/** What to do first, and where the subject stands: tier, level, counts. */
export function PostureSummary(props: {
  posture: SubjectPosture;
  /** Of the past: nothing leads to where it is mended. */
  readOnly?: boolean;
}) {
  const t = useTexts();
  const { posture, readOnly = false } = props;
  const classes = useStyles();
  const next = nextLevel(posture);
  const { exempt } = posture.counts;
  return (
    <>
      <First posture={posture} readOnly={readOnly} />
      {posture.profileErrors.length > 0 && (
        <Alert severity="error" style={{ marginBottom: 16 }}>
          <AlertTitle>{t('entity.summary.profileErrors')}</AlertTitle>
          <ul className={classes.list}>
            {posture.profileErrors.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <code>{path}</code>: {message}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <div className={classes.facts}>
        <Fact title={t('entity.summary.tier.title')}>
          <TierLabel tier={posture.tier} />
          {posture.tierOverride && (
            <Typography variant="body2" color="textSecondary">
              {t('entity.summary.tier.override', {
                by: <Sentence text={posture.tierOverride.by} />,
                until: <Day day={posture.tierOverride.until} />,
                tier: <TierLabel tier={posture.tierOverride.rule} />,
              })}
            </Typography>
          )}
          {posture.tierReasons.length > 0 && (
            <Expandable id="tier-reasons" label={t('entity.summary.tier.why')}>
              <ul className={classes.list}>
                {posture.tierReasons.map(reason => (
                  <li key={reason.text}>
                    <TierLabel tier={reason.tier} />: {reason.text}
                    {reason.unanswered && (
                      <>
                        {' '}
                        {t('entity.summary.tier.answer', {
                          field: <code>{reason.unanswered}</code>,
                        })}
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </Expandable>
          )}
        </Fact>
        <Fact title={t('entity.summary.level.title')}>
          {exempt > 0 ? (
            t('entity.summary.level.exempt', {
              level: <LevelLabel level={posture.level} />,
              count: exempt,
            })
          ) : (
            <LevelLabel level={posture.level} />
          )}
          {next && next.blockedBy.length > 0 && (
            <Expandable
              id="next-level"
              label={t('entity.summary.level.blocked', {
                count: next.blockedBy.length,
                level: t(`words.inSentence.level.${next.level}`),
              })}
            >
              <ul className={classes.list}>
                {next.blockedBy.map(result => (
                  <li key={result.controlId}>
                    {result.title} ({result.controlId}):{' '}
                    <StateLabel state={result.state} />
                  </li>
                ))}
              </ul>
            </Expandable>
          )}
        </Fact>
        <Fact title={t('entity.summary.controls')}>
          <ShareText share={posture.share} counts={posture.counts} />
          <div className={classes.bar}>
            <CountsBar counts={posture.counts} />
          </div>
          <Typography variant="body2" color="textSecondary">
            {countsText(t, posture.counts)}
          </Typography>
        </Fact>
        <div className={classes.whole}>
          <Fact title={t('entity.summary.approval')}>
            <ApprovalStanding posture={posture} readOnly={readOnly} />
          </Fact>
        </div>
      </div>
    </>
  );
}

function First(props: { posture: SubjectPosture; readOnly: boolean }) {
  const t = useTexts();
  const { posture, readOnly } = props;
  const classes = useStyles();
  const { first } = posture;
  if (!first) {
    return (
      <div className={classes.first}>
        <Typography>{t(nothingFirst(posture, readOnly))}</Typography>
      </div>
    );
  }
  const remediation = readOnly
    ? undefined
    : posture.results.find(result => result.controlId === first.controlId)
        ?.remediation;
  return (
    <section
      className={classes.first}
      aria-label={t('entity.summary.first.label')}
    >
      <div className={classes.firstTitle}>
        <Typography variant="h6" component="h3">
          {t('entity.summary.first.title', { title: first.title })}
        </Typography>
        <StateLabel state={first.state} />
      </div>
      <Typography paragraph={Boolean(remediation)}>
        <Sentence text={first.reason} />
      </Typography>
      {remediation && (
        <FixLink remediation={remediation} control={first.controlId} main />
      )}
    </section>
  );
}

function nothingFirst({ evaluatedAt }: SubjectPosture, past: boolean): TextKey {
  if (past) {
    return evaluatedAt
      ? 'entity.summary.nothing.pastHeld'
      : 'entity.summary.nothing.pastUnevaluated';
  }
  return evaluatedAt
    ? 'entity.summary.nothing.holds'
    : 'entity.summary.nothing.unevaluated';
}
