import { ReactNode, useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  dayOf,
  instant,
  RecordType,
  RevisionView,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { LookLabel, Sentence, When } from '../components';
import {
  Author,
  FieldFacts,
  fieldsOf,
  formSchemaOf,
  RecordHistory,
  recordStanding,
} from '../records';
import { useTexts } from '../translation';
import { CaseLink } from './case';
import { mayRevise } from './entryTypes';
import { SystemFacts } from './SystemFacts';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    // the words of the buttons stand under the words above
    marginLeft: -5,
  },
  body: { margin: theme.spacing(1, 0) },
  title: { overflowWrap: 'anywhere', outline: 'none' },
}));

/** One entry: its line and how it stands, and on demand all that it says, its history and the way to carry it on. */
export function EntryItem(props: {
  type: RecordType;
  record: RevisionView;
  posture: SubjectPosture;
  /** Absent while a form of the section is open. */
  onRevise?: () => void;
  /** What follows from it. */
  steps?: ReactNode;
  /** Whether the reader came to see it: then all of it is shown, and the focus is there. */
  cameFor?: boolean;
  /** The form in which it is revised. */
  children?: ReactNode;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { type, record, posture, onRevise, steps, children } = props;
  const [shown, setShown] = useState<'text' | 'history' | undefined>(
    props.cameFor ? 'text' : undefined,
  );
  const [cameFor] = useState(props.cameFor);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (cameFor) title.current?.focus();
  }, [cameFor]);
  const { data } = record;
  if (!data) {
    return (
      <li className={classes.root}>
        <Typography variant="subtitle1" component="h3">
          {t('assurance.entries.erased')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('assurance.entries.erasedAt', {
            at: <When at={record.recordedAt} />,
          })}
        </Typography>
      </li>
    );
  }
  const summary = type.summary(data);
  const standing = recordStanding(
    t,
    type.type,
    data,
    dayOf(instant(Date.now())),
  );
  const about = (what: 'read' | 'revise' | 'history') =>
    t('assurance.about', {
      label: t(`assurance.entries.${what}`),
      of: summary,
    });
  const toggle = (what: 'text' | 'history') =>
    setShown(shown === what ? undefined : what);
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <Typography
          variant="subtitle1"
          component="h3"
          className={classes.title}
          tabIndex={-1}
          ref={title}
        >
          <Sentence text={summary} />
        </Typography>
        {standing && <LookLabel word={standing.word} look={standing.look} />}
      </div>
      <Typography variant="body2" color="textSecondary">
        {t(
          record.revision > 1
            ? 'assurance.entries.revised'
            : 'assurance.entries.recorded',
          {
            revision: record.revision,
            at: <When at={record.recordedAt} />,
            author: <Author author={record.author} />,
          },
        )}
      </Typography>
      <SystemFacts type={type} data={data} />
      {steps}
      <div className={classes.buttons}>
        <Button
          size="small"
          color="primary"
          aria-expanded={shown === 'text'}
          aria-label={about('read')}
          onClick={() => toggle('text')}
        >
          {t(
            shown === 'text'
              ? 'assurance.entries.hide'
              : 'assurance.entries.read',
          )}
        </Button>
        {mayRevise(type, posture, record) && (
          <Button
            size="small"
            color="primary"
            disabled={!onRevise}
            aria-label={about('revise')}
            onClick={onRevise}
          >
            {t('assurance.entries.revise')}
          </Button>
        )}
        {record.revision > 1 && (
          <Button
            size="small"
            color="primary"
            aria-expanded={shown === 'history'}
            aria-label={about('history')}
            onClick={() => toggle('history')}
          >
            {t('assurance.entries.history')}
          </Button>
        )}
        <CaseLink
          type={type.type}
          recordId={record.recordId}
          data={data}
          summary={summary}
        />
      </div>
      {shown === 'text' && (
        <div className={classes.body}>
          <FieldFacts fields={fieldsOf(formSchemaOf(type))} data={data} />
          <Typography variant="body2" color="textSecondary">
            {t('assurance.entries.id', { id: <code>{record.recordId}</code> })}
          </Typography>
        </div>
      )}
      {shown === 'history' && (
        <RecordHistory type={type} head={record} headingLevel={4} />
      )}
      {children}
    </li>
  );
}
