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
import { useTexts } from '../../translation';
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
  const t = useTexts();
  const classes = useStyles();
  const { type, record, may, related, drafted, onRevise, children } = props;
  const [shown, setShown] = useState<'text' | 'history'>();
  const { data, summary } = record;
  const today = dayOf(instant(Date.now()));
  const standing = data && managementStanding(t, type.type, data, today);
  const mayRevise = data && whyNotWriteHere(t, type, may, data) === undefined;
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
            t('pages.organization.records.erased')
          )}
        </Typography>
        {standing && <LookLabel word={standing.word} look={standing.look} />}
      </div>
      <Typography variant="body2" color="textSecondary">
        {t(
          record.revision > 1
            ? 'pages.organization.records.revised'
            : 'pages.organization.records.recorded',
          {
            revision: record.revision,
            time: <When at={record.recordedAt} />,
            author: <Author author={record.author} />,
          },
        )}
        {drafted && ` · ${t('pages.organization.records.drafted')}`}
      </Typography>
      <div className={classes.buttons}>
        {data && (
          <Button
            size="small"
            color="primary"
            aria-expanded={shown === 'text'}
            aria-label={t('pages.organization.records.readOne', {
              record: summary,
            })}
            onClick={() => toggle('text')}
          >
            {t(
              shown === 'text'
                ? 'pages.organization.records.hide'
                : 'pages.organization.records.read',
            )}
          </Button>
        )}
        {mayRevise && (
          <Button
            size="small"
            color="primary"
            disabled={!onRevise}
            aria-label={t('pages.organization.records.reviseOne', {
              record: summary,
            })}
            onClick={onRevise}
          >
            {t('pages.organization.records.revise')}
          </Button>
        )}
        <Button
          size="small"
          color="primary"
          aria-expanded={shown === 'history'}
          aria-label={t('pages.organization.records.historyOne', {
            record: summary,
          })}
          onClick={() => toggle('history')}
        >
          {t('pages.organization.records.history')}
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
