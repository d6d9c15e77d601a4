import { ReactNode, useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { lighten, makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { ErrorSchema } from '@rjsf/utils';
import {
  AppendRequest,
  RecordType,
  RevisionConflictError,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Sentence, statusOf } from '../components';
import {
  CheckedRecord,
  checkRecord,
  DraftNote,
  FieldSchema,
  filledIn,
  RecordForm,
  useDraft,
  useNotice,
} from '../records';
import { useTexts } from '../translation';
import { statementDraft } from './draftedForm';
import { refusalWords } from './refusalWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    minWidth: 0,
    padding: theme.spacing(2),
    margin: theme.spacing(2, 0),
    border: `1px solid ${theme.palette.divider}`,
    borderLeft: `4px solid ${theme.palette.primary.main}`,
    borderRadius: theme.shape.borderRadius,
    // Material UI's own red is too faint to read
    '& .MuiFormLabel-root.Mui-error, & .MuiFormHelperText-root.Mui-error': {
      color:
        theme.palette.type === 'dark'
          ? lighten(theme.palette.error.light, 0.4)
          : theme.palette.error.dark,
    },
  },
  title: { outline: 'none' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

type Written = Record<string, unknown>;

export interface StatementFormProps {
  /** The subject, or whom it is stated of; full reference. */
  subject: string;
  /** Where it is written. Default: the stream of the subject. */
  append?: (request: AppendRequest) => Promise<RevisionView>;
  type: RecordType<any>;
  /** Tells this form from others of the type on the page. */
  id: string;
  title: string;
  headingLevel?: number;
  text?: ReactNode;
  /** The fields that are filled in, by what stands in them already. */
  schema: (written: Written) => FieldSchema;
  start: Written;
  /** The whole record, from what was filled in. */
  record: (written: Written) => Written;
  /** Where in the record's problems those of the shown fields are. Default: at the top. */
  problemsIn?: (errors: ErrorSchema) => ErrorSchema | undefined;
  /** The revision that is revised; absent for a new record. */
  revises?: RevisionView<any>;
  /** Of a decision: the governed state that is on the screen now. */
  stateHash?: string;
  submit: string;
  /** What is said when it is done. */
  done: string;
  onSaved: () => Promise<void> | void;
  onCancel: () => void;
  /** Reads again what is on the screen. */
  reload: () => Promise<void>;
  /** Shown before the fields, such as what is decided on. */
  children?: ReactNode;
}

/**
 * States something of a subject in place. Checked by the record's own schema; what the ledger refuses stays in the form with the
 * reason, and what is typed stays in this browser until it is recorded or cancelled. A decision is on what its author looked at: when
 * the subject changes meanwhile, also over a reload, they look again before they decide.
 */
export function StatementForm(props: StatementFormProps) {
  const t = useTexts();
  const classes = useStyles();
  const { subject, type, id, revises, stateHash, headingLevel = 3 } = props;
  const api = useApi(aiGovernanceApiRef);
  const append =
    props.append ?? ((request: AppendRequest) => api.append(subject, request));
  const notice = useNotice();
  const draft = useDraft(
    statementDraft(subject, type.type, id),
    revises ? [revises.data] : [],
  );
  const [start] = useState(props.start);
  const [written, setWritten] = useState<Written>(() =>
    draft.restored
      ? restored(props.start, draft.restored.written.data, props.schema)
      : props.start,
  );
  // The revision that the author started from: what is newer is overwritten only once they were told of it.
  const base = useRef(
    draft.restored ? draft.restored.baseRevision : revises?.revision,
  );
  const [seen, setSeen] = useState(
    (stateHash && draft.restored?.stateHash) ?? stateHash,
  );
  const [checked, setChecked] = useState<CheckedRecord>();
  const [refusal, setRefusal] = useState<string>();
  const [saving, setSaving] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  const problem = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    if (attempts > 0) problem.current?.focus();
  }, [attempts]);

  const moved = stateHash !== seen;
  const change = (next: Written) => {
    setWritten(next);
    // the form fills in defaults by itself: that alone is nobody's text
    const text = (w: Written) => JSON.stringify(filledIn(props.schema(w), w));
    if (text(next) === text(start)) draft.clear();
    else {
      draft.keep({
        written: { data: next, materiality: 'material', reason: '' },
        baseRevision: base.current ?? revises?.revision,
        stateHash: seen,
      });
    }
    if (checked && !checked.ok) {
      setChecked(checkRecord(t, type, props.record(next)));
    }
  };

  const save = async () => {
    if (moved) {
      setSeen(stateHash);
      return;
    }
    const result = checkRecord(t, type, props.record(written));
    setChecked(result);
    setRefusal(undefined);
    if (!result.ok) {
      setAttempts(attempts + 1);
      return;
    }
    setSaving(true);
    draft.sending(result.data);
    try {
      await append({
        type: type.type,
        data: result.data,
        ...(revises && {
          recordId: revises.recordId,
          baseRevision: base.current ?? revises.revision,
        }),
        ...(seen && { stateHash: seen }),
      });
      draft.finish();
      notice(props.done);
      await props.onSaved();
    } catch (error) {
      draft.sending(undefined);
      if (error instanceof RevisionConflictError) base.current = undefined;
      if (
        error instanceof RevisionConflictError ||
        statusOf(error as Error) === 409
      ) {
        await props.reload();
      }
      setRefusal(refusalWords(t, error as Error));
      setAttempts(attempts + 1);
      setSaving(false);
    }
  };

  const cancel = () => {
    draft.clear();
    props.onCancel();
  };

  const wrong = checked && !checked.ok ? checked : undefined;
  const errors =
    wrong && (props.problemsIn ?? (whole => whole))(wrong.errorSchema);
  return (
    <div className={classes.root} role="group" aria-labelledby={`${id}-title`}>
      <Typography
        variant="h6"
        component={`h${headingLevel}` as 'h3'}
        id={`${id}-title`}
        className={classes.title}
        tabIndex={-1}
        ref={title}
      >
        {props.title}
      </Typography>
      {props.text && <Typography component="div">{props.text}</Typography>}
      {props.children}
      {draft.restored && <DraftNote draft={draft.restored} />}
      <RecordForm
        type={type}
        subject={props.append ? undefined : subject}
        schema={props.schema(written)}
        id={id}
        value={written}
        onChange={next => change(next as Written)}
        errors={errors}
        disabled={saving}
      />
      {wrong && (
        <Alert severity="error" role="alert" ref={problem} tabIndex={-1}>
          <AlertTitle>{t('assurance.decisions.form.notSent')}</AlertTitle>
          <ul className={classes.list}>
            {wrong.problems.map(({ where, message }) => (
              <li key={`${where} ${message}`}>
                {where ? `${where}: ${message}` : message}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {refusal && !moved && (
        <Alert severity="error" role="alert" ref={problem} tabIndex={-1}>
          <AlertTitle>{t('assurance.decisions.form.notRecorded')}</AlertTitle>
          {t('assurance.decisions.form.stillHere', {
            reason: <Sentence text={refusal} />,
          })}
        </Alert>
      )}
      {moved && (
        <Alert severity="warning" role="alert" ref={problem} tabIndex={-1}>
          <AlertTitle>{t('assurance.decisions.form.moved.title')}</AlertTitle>
          {t('assurance.decisions.form.moved.text')}
        </Alert>
      )}
      <div className={classes.actions}>
        <Button
          variant="contained"
          color="primary"
          disabled={saving}
          onClick={save}
        >
          {moved ? t('assurance.decisions.form.moved.looked') : props.submit}
        </Button>
        <Button disabled={saving} onClick={cancel}>
          {t('components.cancel')}
        </Button>
        {saving && (
          <Typography role="status" color="textSecondary">
            {t('assurance.decisions.form.sending')}
          </Typography>
        )}
      </div>
    </div>
  );
}

/** What was typed, in what the form begins with now: only its fields were the author's, the rest may have become another since. */
function restored(
  start: Written,
  typed: unknown,
  schema: StatementFormProps['schema'],
): Written {
  const all = { ...start, ...(typed as Written) };
  const keys = Object.keys(schema(all).properties ?? {});
  return {
    ...start,
    ...Object.fromEntries(keys.map(key => [key, all[key]])),
  };
}
