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
import { Loading, NextStep, outOfSight, ProblemPanel } from '../../components';
import { csvOf, notCsv } from '../csvFile';
import { useTexts } from '../../translation';
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
  file: outOfSight,
  text: { '& textarea': { fontFamily: 'monospace', fontSize: 13 } },
}));

/** A file of completions: chosen or pasted, its columns mapped, looked through, then recorded. */
export function Upload() {
  const t = useTexts();
  const { allowed, loading } = usePermission({
    permission: trainingAppendPermission,
  });
  if (loading) return <Loading label={t('pages.training.upload.loading')} />;
  if (!allowed) {
    return (
      <NextStep
        title={t('pages.training.upload.denied.title')}
        text={t('pages.training.upload.denied.text')}
      />
    );
  }
  return <UploadForm />;
}

function UploadForm() {
  const t = useTexts();
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
      if (text === undefined) setProblem(notCsv(t));
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
          {t('pages.training.upload.title')}
        </Typography>
        <Typography variant="body2">
          {t('pages.training.upload.text')}
        </Typography>
      </div>
      <Paper variant="outlined" className={classes.part}>
        <Typography variant="h6" component="h4">
          {t('pages.training.upload.file.title')}
        </Typography>
        <div className={classes.actions}>
          <input
            ref={chooser}
            id="completions-file"
            type="file"
            accept=".csv,text/csv,text/plain"
            aria-label={t('pages.training.upload.file.label')}
            className={classes.file}
            onChange={choose}
            tabIndex={-1}
          />
          <Button variant="outlined" onClick={() => chooser.current?.click()}>
            {t('pages.training.upload.file.choose')}
          </Button>
          <Typography variant="body2" color="textSecondary">
            {t('pages.training.upload.file.paste')}
          </Typography>
        </div>
        {problem && <Alert severity="error">{problem}</Alert>}
        <TextField
          id="completions-text"
          label={t('pages.training.upload.file.rows')}
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
            tooLarge ? t('pages.training.upload.file.tooLarge') : undefined
          }
        />
      </Paper>
      {headers.length > 0 && (
        <Paper variant="outlined" className={classes.part}>
          <Typography variant="h6" component="h4">
            {t('pages.training.upload.columns.title')}
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
              {t('pages.training.upload.look')}
            </Button>
            <Typography variant="body2" color="textSecondary" role="status">
              {t(
                busy
                  ? 'pages.training.upload.working'
                  : 'pages.training.upload.notYet',
              )}
            </Typography>
          </div>
        </Paper>
      )}
      {error && <ProblemPanel error={error} retry={() => send(true)} />}
      {report && (
        <Paper variant="outlined" className={classes.part}>
          <Typography variant="h6" component="h4">
            {t(
              report.dryRun
                ? 'pages.training.upload.would'
                : 'pages.training.upload.recorded',
            )}
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
                {t('pages.training.upload.record', { count: report.recorded })}
              </Button>
            </div>
          )}
        </Paper>
      )}
    </>
  );
}
