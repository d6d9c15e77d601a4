import { useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { lighten, makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import {
  AppendRequest,
  RecordType,
  RevisionConflictError,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { errorWords } from '../components';
import { Texts, useTexts } from '../translation';
import { checkRecord, CheckedRecord } from './checkRecord';
import { ConflictView } from './ConflictView';
import { DraftNote } from './DraftNote';
import { EffectiveAt } from './EffectiveAt';
import { FormAdditions } from './form/fieldIds';
import { RecordForm } from './form/RecordForm';
import { FieldSchema, filledIn, formSchemaOf } from './formSchema';
import { MaterialityChoice } from './MaterialityChoice';
import { NotSavedYet } from './NotSavedYet';
import { ListItem, useAppend, WritingAid } from './useAppend';
import { useNotice } from './useNotice';
import { draftKey, startOf, useDraft, Written } from './useDraft';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    minWidth: 0,
    // Material UI's own red is too faint to read
    '& .MuiFormLabel-root.Mui-error, & .MuiFormHelperText-root.Mui-error': {
      color:
        theme.palette.type === 'dark'
          ? lighten(theme.palette.error.light, 0.4)
          : theme.palette.error.dark,
    },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

function saveLabel(
  t: Texts,
  theirs: RevisionView | undefined,
  unseen: boolean,
) {
  if (!theirs) return t('records.editor.save');
  const { revision } = theirs;
  return unseen
    ? t('records.editor.compare', { revision })
    : t('records.editor.onTop', { revision });
}

export interface RecordEditorProps {
  /** The subject, full reference; of what is no subject, what its drafts are kept under. */
  subject: string;
  /** Saves it. Default: in the stream of the subject. */
  append?: (request: AppendRequest) => Promise<RevisionView>;
  type: RecordType;
  /** The latest known revision of the record; absent for a new one. May become newer while the author writes. */
  head?: RevisionView;
  additions?: FormAdditions;
  /** Some of the fields, or what they are picked from, by what is written. Default: the schema of the type. */
  schema?: (written: Record<string, unknown>) => FieldSchema;
  /** What a new record begins with. */
  start?: Record<string, unknown>;
  /** Put into a new record as it opens. */
  begin?: ListItem;
  aid?: WritingAid;
  /** Asks neither since when it is so nor how much it matters: the record says so itself. */
  dataOnly?: boolean;
  onSaved: (revision: RevisionView) => void;
  onCancel: () => void;
}

/**
 * Writes a revision of a record of any type. What is typed stays in this browser until it is saved or discarded; when somebody
 * else wrote meanwhile, both texts are there and the author decides.
 */
export function RecordEditor(props: RecordEditorProps) {
  const t = useTexts();
  const classes = useStyles();
  const { subject, type, head, additions, dataOnly, onSaved, onCancel } = props;
  const api = useApi(aiGovernanceApiRef);
  const notice = useNotice();
  const schema = formSchemaOf(type);

  // One draft of the document, whoever wrote its first revision meanwhile; one of each entry, and one of a new entry.
  const draft = useDraft(
    draftKey(
      subject,
      type.type,
      type.shape === 'document' ? 'document' : head?.recordId ?? 'new',
    ),
    head ? [head.data] : [],
  );
  // What the author started from. A draft may come from an earlier revision than the one that is the latest now.
  const [base] = useState<{ revision?: number; data?: unknown }>(() =>
    draft.restored && draft.restored.baseRevision !== head?.revision
      ? { revision: draft.restored.baseRevision }
      : { revision: head?.revision, data: head?.data ?? {} },
  );
  const [start] = useState(() => startOf(type, head, props.start));
  const [written, setWritten] = useState<Written>(
    () => draft.restored?.written ?? start,
  );
  const { data, materiality, reason, effectiveAt } = written;
  const [checked, setChecked] = useState<CheckedRecord>();
  const [refusal, setRefusal] = useState<Error>();
  const [conflict, setConflict] = useState<RevisionView>();
  // The revision of somebody else that the author has been shown: nobody saves on top of what they have not seen.
  const [shown, setShown] = useState<number>();
  const [saving, setSaving] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const problems = useRef<HTMLDivElement>(null);
  useEffect(() => {
    problems.current?.focus();
  }, [attempts]);

  // The newest revision that is not the author's own starting point: found out at saving, or told by a signal. It stands still
  // while saving, for the author's own revision may be signalled before the answer is here.
  const newest = [head, conflict]
    .filter((r): r is RevisionView => Boolean(r))
    .filter(r => r.revision > (base.revision ?? 0))
    .sort((a, b) => b.revision - a.revision)[0];
  const standing = useRef(newest);
  if (!saving) standing.current = newest;
  const theirs = standing.current;
  const unseen = theirs !== undefined && theirs.revision !== shown;
  const onTop = theirs ?? head;
  const asksMateriality =
    !dataOnly && (type.shape === 'entry' || onTop !== undefined);
  const reasonMissing =
    asksMateriality && materiality === 'routine' && reason.trim() === '';

  const change = (part: Partial<Written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    if (checked && !checked.ok) {
      setChecked(checkRecord(t, type, next.data));
    }
    // The form fills in defaults by itself: that alone is nobody's text.
    const text = (w: Written) =>
      JSON.stringify({ ...w, data: filledIn(schema, w.data) });
    if (text(next) === text(start)) draft.clear();
    else draft.keep({ written: next, baseRevision: base.revision });
  };

  const { opened, append } = useAppend(
    type.type,
    data,
    next => change({ data: next }),
    draft.restored ? undefined : props.begin,
  );

  const save = async () => {
    if (unseen) {
      setShown(theirs.revision);
      return;
    }
    const result = checkRecord(t, type, data);
    setChecked(result);
    setRefusal(undefined);
    if (!result.ok || reasonMissing) {
      setAttempts(attempts + 1);
      if (result.ok) setChecked({ ok: false, problems: [], errorSchema: {} });
      return;
    }
    setSaving(true);
    draft.sending(result.data);
    try {
      const write =
        props.append ??
        ((request: AppendRequest) => api.append(subject, request));
      const saved = await write({
        type: type.type,
        data: result.data,
        ...(onTop && {
          recordId: onTop.recordId,
          baseRevision: onTop.revision,
        }),
        ...(asksMateriality && { materiality }),
        ...(asksMateriality &&
          materiality === 'routine' && { materialityReason: reason.trim() }),
        ...(effectiveAt && !dataOnly && { effectiveAt }),
      });
      draft.finish();
      notice(
        t('records.editor.saved', {
          record: type.title,
          revision: saved.revision,
        }),
      );
      onSaved(saved);
    } catch (error) {
      draft.sending(undefined);
      if (error instanceof RevisionConflictError) {
        setConflict(error.head);
        setShown(error.head.revision);
      } else {
        setRefusal(error as Error);
        setAttempts(attempts + 1);
      }
      setSaving(false);
    }
  };

  const discard = () => {
    draft.clear();
    onCancel();
  };

  const wrong = checked && !checked.ok ? checked.problems : [];
  const shownSchema = props.schema?.((data ?? {}) as Record<string, unknown>);
  return (
    <div className={classes.root}>
      {draft.restored && <DraftNote draft={draft.restored} />}
      {theirs && (
        <ConflictView
          type={type}
          theirs={theirs}
          mine={filledIn(schema, data)}
          base={base.data}
          shown={!unseen}
          onTakeTheirs={key =>
            change({
              data: { ...(data as object), [key]: theirs.data?.[key] },
            })
          }
        />
      )}
      {props.aid?.((data ?? {}) as Record<string, unknown>, append)}
      <RecordForm
        type={type}
        subject={props.append ? undefined : subject}
        schema={shownSchema}
        value={data}
        onChange={next => change({ data: next })}
        errors={checked && !checked.ok ? checked.errorSchema : undefined}
        additions={additions}
        opened={opened}
        disabled={saving}
      />
      {type.shape === 'entry' && !dataOnly && (
        <EffectiveAt
          id={`${type.type}-effective`}
          value={effectiveAt}
          disabled={saving}
          onChange={at => change({ effectiveAt: at })}
        />
      )}
      {asksMateriality && (
        <MaterialityChoice
          id={type.type}
          value={materiality}
          reason={reason}
          reasonMissing={reasonMissing && checked !== undefined}
          disabled={saving}
          onChange={(next, why) => change({ materiality: next, reason: why })}
        />
      )}
      {(wrong.length > 0 || (checked && reasonMissing)) && (
        <NotSavedYet
          ref={problems}
          problems={wrong}
          reasonMissing={reasonMissing}
        />
      )}
      {refusal && (
        <Alert severity="error" role="alert" ref={problems} tabIndex={-1}>
          <AlertTitle>{t('records.editor.refused')}</AlertTitle>
          {t('records.editor.stillHere', { reason: errorWords(refusal) })}
        </Alert>
      )}
      <div className={classes.actions}>
        <Button
          variant="contained"
          color="primary"
          disabled={saving}
          onClick={save}
        >
          {saveLabel(t, theirs, unseen)}
        </Button>
        <Button disabled={saving} onClick={discard}>
          {t('records.editor.discard')}
        </Button>
        {saving && (
          <Typography role="status" color="textSecondary">
            {t('records.editor.saving')}
          </Typography>
        )}
      </div>
    </div>
  );
}
