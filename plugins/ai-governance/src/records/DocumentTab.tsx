import { ReactNode, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import {
  RecordType,
  RevisionView,
  sourceOfDocument,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { Loading, NextStep, ProblemPanel, When } from '../components';
import { useTexts } from '../translation';
import { withAsked } from './askedSections';
import { Author } from './Author';
import {
  DocumentSource,
  EditAtSource,
  isFromFile,
  OrAsFile,
} from './DocumentSource';
import { FormAdditions } from './form/fieldIds';
import { formSchemaOf } from './formSchema';
import { PlaceHeading } from './PlaceHeading';
import { RecordEditor } from './RecordEditor';
import { materialityText, RecordHistory } from './RecordHistory';
import { RecordReader } from './RecordReader';
import { StreamRecords } from './StreamRecords';
import { ListItem, WritingAid } from './useAppend';
import { draftKey, unsavedDraft } from './useDraft';
import { useHeadingFocus } from './useHeadingFocus';
import { useSubjectRecords } from './useSubjectRecords';
import { WriteButton } from './WriteButton';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(3),
    overflow: 'hidden',
    '& + &': { marginTop: theme.spacing(3) },
  },
  origin: { marginBottom: theme.spacing(2) },
  other: { marginTop: theme.spacing(1) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  buttons: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

export interface DocumentTabProps<T> {
  type: RecordType;
  /** What the empty place says. */
  empty: { title: string; text: string; action: string };
  /** Shown beside fields while they are filled in. */
  additions?: (posture: SubjectPosture) => FormAdditions;
  /** Below that, ways to begin; `begin` opens the form with an item in one of its lists, and is there for those who may write. */
  beginnings?: (
    posture: SubjectPosture,
    begin?: (first: ListItem) => void,
  ) => ReactNode;
  /** Shown above the form. */
  aid?: (posture: SubjectPosture) => WritingAid;
  /** Where it is not the document of its page: opened for writing by `?type=…&edit`, never by `?edit` alone. */
  byType?: boolean;
  /** How the document reads; its sections one after the other when absent. */
  read?: (data: T, posture: SubjectPosture) => ReactNode;
}

/** A living document of this page's entity, of any record type: to read, to write, and its history. */
export function DocumentTab<T = Record<string, unknown>>(
  props: DocumentTabProps<T>,
) {
  const t = useTexts();
  const { type } = props;
  const { ref, value, error, reload } = useSubjectRecords<T>(type.type);
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading
        label={t('records.document.loading', {
          document: type.title.toLocaleLowerCase('en-US'),
        })}
      />
    );
  }
  return (
    <StreamRecords subject={ref}>
      <LoadedDocument
        {...props}
        subject={ref}
        posture={value.posture}
        head={value.records[0]}
        reload={reload}
      />
    </StreamRecords>
  );
}

function LoadedDocument<T>(
  props: DocumentTabProps<T> & {
    subject: string;
    posture: SubjectPosture;
    head?: RevisionView<T>;
    reload: () => Promise<void>;
  },
) {
  const t = useTexts();
  const classes = useStyles();
  const { type, subject, posture, empty, read, reload } = props;
  const additionsOf = props.additions;
  const additions = useMemo(
    () => additionsOf?.(posture),
    [additionsOf, posture],
  );
  const schema = useMemo(
    () => withAsked(formSchemaOf(type), type.type, posture),
    [type, posture],
  );
  const aidOf = props.aid;
  const aid = useMemo(() => aidOf?.(posture), [aidOf, posture]);
  const [first, setFirst] = useState<ListItem>();
  const head = props.head as RevisionView | undefined;
  const [params, setParams] = useSearchParams();
  const named = params.get('type');
  const meant = named === null ? !props.byType : named === type.type;
  const asked = meant && params.has('edit');
  const file = sourceOfDocument(posture.source, type.type);
  // what comes from a file is written there, whatever was drafted here before
  const mayWrite = posture.may.append && !isFromFile(file);
  const [chosen, setMode] = useState<'read' | 'write' | 'history'>(() =>
    mayWrite &&
    (asked ||
      unsavedDraft(draftKey(subject, type.type, 'document'), [head?.data]) !==
        undefined)
      ? 'write'
      : 'read',
  );
  const mode = chosen === 'write' && !mayWrite ? 'read' : chosen;
  const heading = useHeadingFocus(mode === 'write' ? 'form' : 'text', asked);
  const revision = `${type.type}-revision`;
  const begin = (item: ListItem) => {
    setFirst(item);
    setMode('write');
  };
  const stopWriting = () => {
    setMode('read');
    setFirst(undefined);
    params.delete('edit');
    setParams(params, { replace: true });
  };

  const origin = file && posture.source && (
    <DocumentSource
      file={file}
      source={posture.source}
      written={Boolean(head)}
    />
  );
  const writeButton = (label: string) =>
    isFromFile(file) ? (
      <EditAtSource file={file} />
    ) : (
      <WriteButton
        label={label}
        posture={posture}
        onClick={() => setMode('write')}
      />
    );

  if (mode === 'write') {
    return (
      <Paper className={classes.root}>
        <PlaceHeading ref={heading} gutterBottom>
          {type.title}
        </PlaceHeading>
        <Typography color="textSecondary" paragraph>
          {type.description}
          {schema !== formSchemaOf(type) && (
            <>
              {' '}
              {t('records.document.asked', {
                tier: t(`words.inSentence.tier.${posture.tier ?? 'none'}`),
              })}
            </>
          )}
        </Typography>
        <RecordEditor
          subject={subject}
          type={type}
          head={head}
          schema={() => schema}
          additions={additions}
          aid={aid}
          begin={first}
          onCancel={stopWriting}
          onSaved={async () => {
            await reload();
            stopWriting();
          }}
        />
      </Paper>
    );
  }
  if (!head) {
    return (
      <Paper className={classes.root}>
        <PlaceHeading ref={heading}>{type.title}</PlaceHeading>
        {origin}
        <NextStep
          title={empty.title}
          text={
            <>
              {empty.text}
              {!isFromFile(file) && (
                <Typography
                  variant="body2"
                  color="textSecondary"
                  className={classes.other}
                >
                  <OrAsFile type={type.type} source={posture.source} />
                </Typography>
              )}
            </>
          }
          action={writeButton(empty.action)}
        />
        {props.beginnings?.(posture, mayWrite ? begin : undefined)}
      </Paper>
    );
  }
  return (
    <Paper className={classes.root}>
      <div className={classes.head}>
        <div>
          <PlaceHeading ref={heading} describedBy={revision}>
            {type.title}
          </PlaceHeading>
          <Typography id={revision} variant="body2" color="textSecondary">
            {t('records.document.revision', {
              revision: head.revision,
              author: <Author author={head.author} />,
              at: <When at={head.recordedAt} />,
            })}
            {head.revision > 1 && ` · ${materialityText(t, head)}`}
          </Typography>
        </div>
        <span className={classes.buttons}>
          <Button
            variant="outlined"
            aria-expanded={mode === 'history'}
            onClick={() => setMode(mode === 'history' ? 'read' : 'history')}
          >
            {mode === 'history'
              ? t('records.document.back')
              : t('records.document.history')}
          </Button>
          {writeButton(t('records.document.edit'))}
        </span>
      </div>
      {origin && <div className={classes.origin}>{origin}</div>}
      {mode === 'history' && <RecordHistory type={type} head={head} />}
      {mode === 'read' && head.data === null && (
        <Alert severity="info">{t('records.document.erased')}</Alert>
      )}
      {mode === 'read' &&
        head.data !== null &&
        (read ? (
          read(head.data as T, posture)
        ) : (
          <RecordReader schema={formSchemaOf(type)} data={head.data} />
        ))}
    </Paper>
  );
}
