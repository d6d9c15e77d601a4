import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { RevisionView } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import {
  Day,
  Loading,
  Markdown,
  ProblemPanel,
  useLoad,
  When,
} from '../components';
import { Author, inWords } from '../records';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(2.5) },
  more: { textTransform: 'none', marginLeft: theme.spacing(-0.5) },
}));

interface Step {
  decision: string;
  note?: string;
  expires?: string;
  conditions?: { text: string; due: string; met?: { on: string } }[];
  decided?: { authority?: { holder: string; rule: string } };
}

/** How a decision came about, step by step: every revision of its record. */
export function DecisionSteps(props: {
  recordId: string;
  revision: number;
  /** What it is about, for those who hear the button out of its place. */
  of: string;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { recordId, revision, of } = props;
  const [open, setOpen] = useState(false);
  const label = t(
    open ? 'assurance.decisions.steps.hide' : 'assurance.decisions.steps.show',
  );
  return (
    <>
      <Button
        size="small"
        color="primary"
        className={classes.more}
        aria-expanded={open}
        aria-label={t('assurance.about', { label, of })}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open && <Steps recordId={recordId} revision={revision} />}
    </>
  );
}

function Steps({ recordId, revision }: { recordId: string; revision: number }) {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useLoad(
    () => api.revisions<Step>(recordId),
    [api, recordId, revision],
  );
  if (error) return <ProblemPanel error={error} retry={reload} />;
  if (!value) return <Loading label={t('assurance.decisions.steps.loading')} />;
  const steps = [...value].sort((a, b) => a.revision - b.revision);
  return (
    <ol className={classes.list}>
      {steps.map((step, index) => (
        <li key={step.revision}>
          <Typography variant="body2" component="div">
            <StepText step={step} before={steps[index - 1]} />
          </Typography>
        </li>
      ))}
    </ol>
  );
}

function StepText(props: {
  step: RevisionView<Step>;
  before?: RevisionView<Step>;
}) {
  const t = useTexts();
  const { step, before } = props;
  const { data } = step;
  const said = {
    author: <Author author={step.author} />,
    at: <When at={step.recordedAt} />,
  };
  if (!data) return <>{t('assurance.decisions.steps.erased', said)}</>;
  const met = (data.conditions ?? []).filter(
    (condition, i) => condition.met && !before?.data?.conditions?.[i]?.met,
  );
  if (before?.data?.decision === data.decision && met.length > 0) {
    return (
      <>
        {t('assurance.decisions.steps.met', {
          ...said,
          conditions: met.map(({ text }) => text).join('; '),
        })}
      </>
    );
  }
  const decision = <strong>{inWords(data.decision)}</strong>;
  return (
    <>
      {data.decided && data.expires && data.decision.startsWith('approved')
        ? t('assurance.decisions.steps.decidedUntil', {
            ...said,
            decision,
            day: <Day day={data.expires} />,
          })
        : t('assurance.decisions.steps.decided', { ...said, decision })}
      {data.note && data.note !== before?.data?.note && (
        <Markdown text={data.note} headingLevel={5} />
      )}
    </>
  );
}
