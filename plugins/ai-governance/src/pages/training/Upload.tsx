import { ChangeEvent, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  CompletionColumns,
  CompletionDateFormat,
  CompletionsReport,
  csvHeader,
  guessColumns,
  largestCompletionsFile,
  trainingAppendPermission,
  UploadCompletions,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { Loading, NextStep, ProblemPanel } from '../../components';
import { csvOf, notCsv } from '../csvFile';
import { ColumnChoices } from './ColumnChoices';
import { UploadReport } from './UploadReport';

const useStyles = makeStyles(theme => ({
  about: { maxWidth: 800, margin: theme.spacing(2, 0) },
  part: {
    display: 'grid',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    margin: theme.spacing(2, 0),
    minWidth: 0,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  // there for the keyboard and for screen readers, shown as the button beside it
  file: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
  text: { '& textarea': { fontFamily: 'monospace', fontSize: 13 } },
}));

/** A file of completions: chosen or pasted, its columns mapped, looked through, then recorded. */
export function Upload() {
  const { allowed, loading } = usePermission({
    permission: trainingAppendPermission,
  });
  if (loading) return <Loading label="Loading the upload" />;
  if (!allowed) {
    return (
      <NextStep
        title="You may not record training"
        text="Who completed what is recorded by those who may (ai-governance.training.append); ask whoever looks after training or permissions."
      />
    );
  }
  return <UploadForm />;
}

function UploadForm() {
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const chooser = useRef<HTMLInputElement>(null);
  const [csv, setCsv] = useState('');
  const [columns, setColumns] = useState<CompletionColumns>({});
  const [dateFormat, setDateFormat] = useState<CompletionDateFormat>('iso');
  const [report, setReport] = useState<CompletionsReport>();
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const headers = csv.trim() ? csvHeader(csv).filter(Boolean) : [];
  const { person, course, completed } = columns;
  const tooLarge = csv.length > largestCompletionsFile;
  const complete = Boolean(person && course && completed) && !tooLarge;

  const take = (text: string) => {
    setCsv(text);
    setColumns(guessColumns(csvHeader(text)));
    setReport(undefined);
    setError(undefined);
    setProblem(undefined);
  };
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // so that the same file, mended, can be chosen again
    if (file) {
      const text = await csvOf(file);
      if (text === undefined) setProblem(notCsv);
      else take(text);
    }
    target.value = '';
  };
  const send = async (dryRun: boolean) => {
    setBusy(true);
    setError(undefined);
    try {
      setReport(
        await api.uploadCompletions({
          csv,
          columns: columns as UploadCompletions['columns'],
          dateFormat,
          dryRun,
        }),
      );
    } catch (e) {
      setReport(undefined);
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <div className={classes.about}>
        <Typography variant="h5" component="h3">
          Upload completions
        </Typography>
        <Typography variant="body2">
          Export who completed what from your learning system as CSV, with a
          header and a row for each completion. People are found by their
          reference or e-mail address in the catalog. What is recorded already
          is passed over, so the same file can be sent again.
        </Typography>
      </div>
      <Paper variant="outlined" className={classes.part}>
        <Typography variant="h6" component="h4">
          1. The file
        </Typography>
        <div className={classes.actions}>
          <input
            ref={chooser}
            id="completions-file"
            type="file"
            accept=".csv,text/csv,text/plain"
            aria-label="CSV file of completions"
            className={classes.file}
            onChange={choose}
            tabIndex={-1}
          />
          <Button variant="outlined" onClick={() => chooser.current?.click()}>
            Choose a file
          </Button>
          <Typography variant="body2" color="textSecondary">
            or paste its rows, with the header:
          </Typography>
        </div>
        {problem && <Alert severity="error">{problem}</Alert>}
        <TextField
          id="completions-text"
          label="Rows"
          variant="outlined"
          multiline
          minRows={4}
          maxRows={10}
          className={classes.text}
          value={csv}
          onChange={event => take(event.target.value)}
          placeholder="email,course,completed,expires"
          InputLabelProps={{ shrink: true }}
          error={tooLarge}
          helperText={
            tooLarge
              ? 'Larger than 5 million characters: split the file.'
              : undefined
          }
        />
      </Paper>
      {headers.length > 0 && (
        <Paper variant="outlined" className={classes.part}>
          <Typography variant="h6" component="h4">
            2. What its columns are
          </Typography>
          <ColumnChoices
            headers={headers}
            columns={columns}
            dateFormat={dateFormat}
            onColumns={next => {
              setColumns(next);
              setReport(undefined);
            }}
            onDateFormat={next => {
              setDateFormat(next);
              setReport(undefined);
            }}
          />
          <div className={classes.actions}>
            <Button
              variant="contained"
              color="primary"
              disabled={!complete || busy}
              onClick={() => send(true)}
            >
              Look through it
            </Button>
            <Typography variant="body2" color="textSecondary" role="status">
              {busy
                ? 'Working…'
                : 'Nothing is recorded yet: first you see what would be.'}
            </Typography>
          </div>
        </Paper>
      )}
      {error && <ProblemPanel error={error} retry={() => send(true)} />}
      {report && (
        <Paper variant="outlined" className={classes.part}>
          <Typography variant="h6" component="h4">
            {report.dryRun ? '3. What would be recorded' : 'Recorded'}
          </Typography>
          <UploadReport report={report} />
          {report.dryRun && (
            <div className={classes.actions}>
              <Button
                variant="contained"
                color="primary"
                disabled={busy || report.recorded === 0}
                onClick={() => send(false)}
              >
                {report.recorded === 1
                  ? 'Record 1 completion'
                  : `Record ${report.recorded} completions`}
              </Button>
            </div>
          )}
        </Paper>
      )}
    </>
  );
}
