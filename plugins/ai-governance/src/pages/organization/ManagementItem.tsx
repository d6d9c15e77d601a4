import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  dayOf,
  instant,
  OrganizationEntry,
  RecordType,
} from 'backstage-plugin-ai-governance-common';
import { LookLabel, Sentence, When } from '../../components';
import { Author, RecordHistory } from '../../records';
import { ManagementRecord } from './ManagementRecord';
import { managementStanding } from './managementStanding';
import { MayOfOrganization, whyNotWriteHere } from './managementTypes';
import { Related } from './useRelated';

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
  title: { overflowWrap: 'anywhere' },
  // the words of the buttons stand under the words above
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 8, marginLeft: -5 },
  body: { margin: theme.spacing(1, 0) },
}));

/** One record: its line and how it stands, and on demand all that it says, its history and the way to carry it on. */
export function ManagementItem(props: {
  type: RecordType<any>;
  record: OrganizationEntry;
  may: MayOfOrganization;
  related: Related;
  /** Something was typed on it and not saved. */
  drafted: boolean;
  /** Absent while a form is open. */
  onRevise?: () => void;
  /** The form in which it is revised. */
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { type, record, may, related, drafted, onRevise, children } = props;
  const [shown, setShown] = useState<'text' | 'history'>();
  const { data, summary } = record;
  const today = dayOf(instant(Date.now()));
  const standing = data && managementStanding(type.type, data, today);
  const mayRevise = data && whyNotWriteHere(type, may, data) === undefined;
  const toggle = (what: 'text' | 'history') =>
    setShown(shown === what ? undefined : what);
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <Typography
          variant="subtitle1"
          component="h4"
          className={classes.title}
        >
          {data ? (
            <Sentence text={summary} />
          ) : (
            'A record whose text was erased'
          )}
        </Typography>
        {standing && <LookLabel word={standing.word} look={standing.look} />}
      </div>
      <Typography variant="body2" color="textSecondary">
        {record.revision > 1
          ? `Revision ${record.revision}, recorded `
          : 'Recorded '}
        <When at={record.recordedAt} /> by <Author author={record.author} />
        {drafted && ' · has unsaved text of yours: revise it to go on'}
      </Typography>
      <div className={classes.buttons}>
        {data && (
          <Button
            size="small"
            color="primary"
            aria-expanded={shown === 'text'}
            aria-label={`Read: ${summary}`}
            onClick={() => toggle('text')}
          >
            {shown === 'text' ? 'Hide' : 'Read'}
          </Button>
        )}
        {mayRevise && (
          <Button
            size="small"
            color="primary"
            disabled={!onRevise}
            aria-label={`Revise: ${summary}`}
            onClick={onRevise}
          >
            Revise
          </Button>
        )}
        <Button
          size="small"
          color="primary"
          aria-expanded={shown === 'history'}
          aria-label={`History: ${summary}`}
          onClick={() => toggle('history')}
        >
          History
        </Button>
      </div>
      {shown === 'text' && (
        <div className={classes.body}>
          <ManagementRecord
            type={type}
            record={record}
            may={may}
            related={related}
          />
        </div>
      )}
      {shown === 'history' && (
        <RecordHistory type={type} head={record} headingLevel={5} />
      )}
      {children}
    </li>
  );
}
