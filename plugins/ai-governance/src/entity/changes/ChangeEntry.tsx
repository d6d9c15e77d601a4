import { useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ArrowIcon from '@material-ui/icons/ArrowForward';
import { Link } from '@backstage/core-components';
import {
  Change,
  change as changeType,
  RevisionView,
  SourceFile,
} from 'backstage-plugin-ai-governance-common';
import { CaseLink } from '../../assurance';
import { Markdown, safeHref, When } from '../../components';
import {
  Author,
  EditAtSource,
  inWords,
  isFromFile,
  materialityText,
  RecordHistory,
} from '../../records';
import { useTexts } from '../../translation';
import { kindIcons } from './kinds';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    listStyle: 'none',
    padding: theme.spacing(0, 0, 3, 5),
    // the line that joins the entries
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
  icon: {
    position: 'absolute',
    left: 0,
    top: 2,
    color: theme.palette.text.secondary,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  title: { outline: 'none' },
  step: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    overflowWrap: 'anywhere',
    margin: theme.spacing(0.5, 0),
  },
  text: { ...theme.typography.body1, margin: theme.spacing(1, 0) },
}));

/** One change in the timeline: what became what and why, by whom and since when. */
export function ChangeEntry(props: {
  revision: RevisionView<Change>;
  mayEdit: boolean;
  /** That it comes from. */
  file?: SourceFile;
  /** Whether the reader came to see it: then the focus is there. */
  cameFor?: boolean;
  onEdit: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { revision, mayEdit, file, cameFor, onEdit } = props;
  const [history, setHistory] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (cameFor) title.current?.focus();
  }, [cameFor]);
  const { data } = revision;
  if (!data) {
    return (
      <li className={classes.root}>
        <Typography variant="h6" component="h3">
          {t('entity.change.erased')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('entity.change.since', {
            since: <When at={revision.effectiveAt} />,
          })}
        </Typography>
      </li>
    );
  }
  const Icon = kindIcons[data.kind];
  const href = data.link && safeHref(data.link);
  return (
    <li className={classes.root}>
      <Icon aria-hidden className={classes.icon} />
      <div className={classes.head}>
        <Typography
          variant="h6"
          component="h3"
          className={classes.title}
          tabIndex={-1}
          ref={title}
        >
          {data.title}
        </Typography>
        <Chip size="small" variant="outlined" label={inWords(data.kind)} />
        <Chip
          size="small"
          variant="outlined"
          label={materialityText(t, revision)}
        />
      </div>
      <Typography variant="body2" color="textSecondary">
        {t(`entity.change.by.${data.origin}`, {
          since: <When at={revision.effectiveAt} />,
          recorded: <When at={revision.recordedAt} />,
          author: <Author author={revision.author} />,
        })}
      </Typography>
      {(data.from || data.to) && (
        <div className={classes.step}>
          <span>{data.from ?? t('entity.change.nothingBefore')}</span>
          <ArrowIcon fontSize="small" titleAccess={t('entity.change.became')} />
          <span>{data.to ?? t('entity.change.nothingAfter')}</span>
        </div>
      )}
      <div className={classes.text}>
        <Markdown text={data.why} />
      </div>
      {data.rollback && (
        <div className={classes.text}>
          <Typography variant="subtitle2" component="h4">
            {t('entity.change.rollback')}
          </Typography>
          <Markdown text={data.rollback} headingLevel={5} />
        </div>
      )}
      {href && <Link to={href}>{data.link}</Link>}
      <div className={classes.head}>
        {isFromFile(file) && <EditAtSource file={file} of={data.title} />}
        {mayEdit && !isFromFile(file) && (
          <Button
            size="small"
            onClick={onEdit}
            aria-label={t('entity.change.correctOf', { title: data.title })}
          >
            {t('entity.change.correct')}
          </Button>
        )}
        {revision.revision > 1 && (
          <Button
            size="small"
            aria-expanded={history}
            aria-label={t('entity.change.historyOf', { title: data.title })}
            onClick={() => setHistory(!history)}
          >
            {history
              ? t('entity.change.hideHistory')
              : t('entity.change.history', { count: revision.revision })}
          </Button>
        )}
        <CaseLink
          type="change"
          recordId={revision.recordId}
          data={data}
          summary={data.title}
        />
      </div>
      {history && (
        <RecordHistory
          type={changeType}
          head={revision as RevisionView}
          headingLevel={4}
        />
      )}
    </li>
  );
}
