import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link, LinkButton } from '@backstage/core-components';
import {
  RecordType,
  ResultView,
  RevisionView,
  sourceOfDocument,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { needsAction, Sentence, StateLabel, When } from '../components';
import { Author, EditAtSource, FileName, isFromFile } from '../records';
import { Texts, useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  words: { flex: '1 1 300px', minWidth: 0 },
  results: { listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 },
  result: {
    display: 'grid',
    gridTemplateColumns: '140px 1fr',
    alignItems: 'start',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0.5, 0),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
}));

/** One document in the list: whether it is written, by whom and when, and what is asked of it. */
export function DocumentItem(props: {
  type: RecordType;
  head?: RevisionView;
  asked: readonly ResultView[];
  posture: SubjectPosture;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { type, head, asked, posture } = props;
  const file = sourceOfDocument(posture.source, type.type);
  const address = `?type=${type.type}`;
  const heading = `document-${type.type}`;
  const applies = asked.filter(({ state }) => state !== 'not-applicable');
  const open = asked.some(({ state }) => needsAction.includes(state));
  // of the file as a whole: there is no field to mend
  const unwritten = !head && file?.problems.every(({ path }) => path === '');
  return (
    <li className={classes.root} aria-labelledby={heading}>
      <div className={classes.head}>
        <div className={classes.words}>
          <Typography variant="h6" component="h3" id={heading}>
            <Link to={address}>{type.title}</Link>
          </Typography>
          <Typography>{type.description}</Typography>
          <Typography variant="body2" color="textSecondary">
            {head
              ? t(
                  head.data === null
                    ? 'entity.document.erased'
                    : 'entity.document.written',
                  {
                    revision: head.revision,
                    author: <Author author={head.author} />,
                    at: <When at={head.recordedAt} />,
                  },
                )
              : t('entity.document.unwritten')}
            {applies.length === 0 && ` ${notAsked(t, asked)}`}
          </Typography>
          {isFromFile(file) && (
            <Typography variant="body2" color="textSecondary">
              {t('entity.document.file', { file: <FileName file={file} /> })}
            </Typography>
          )}
          {isFromFile(file) && file.problems.length > 0 && (
            <Typography
              variant="body2"
              color={unwritten ? 'textSecondary' : 'error'}
            >
              {t(
                unwritten
                  ? 'entity.document.fileEmpty.text'
                  : 'entity.document.fileWrong.text',
              )}{' '}
              <Link to={address}>
                {t(
                  unwritten
                    ? 'entity.document.fileEmpty.link'
                    : 'entity.document.fileWrong.link',
                )}
              </Link>
            </Typography>
          )}
        </div>
        {isFromFile(file) && <EditAtSource file={file} of={type.title} />}
        {!isFromFile(file) && posture.may.append && (
          <LinkButton
            to={`${address}&edit`}
            size="small"
            variant={open ? 'contained' : 'outlined'}
            color={open ? 'primary' : 'default'}
            aria-label={t(
              head ? 'entity.document.editOf' : 'entity.document.writeOf',
              { title: type.title },
            )}
          >
            {t(head ? 'entity.document.edit' : 'entity.document.write')}
          </LinkButton>
        )}
      </div>
      {applies.length > 0 && (
        <ul className={classes.results}>
          {applies.map(({ controlId, state, title, reason }) => (
            <li key={controlId} className={classes.result}>
              <StateLabel state={state} />
              <Typography variant="body2">
                {title} ({controlId}). <Sentence text={reason} />
              </Typography>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Why nothing is asked, by the controls themselves. */
function notAsked(t: Texts, asked: readonly ResultView[]) {
  const reasons = [...new Set(asked.map(({ reason }) => reason))];
  return [t('entity.document.notAsked'), ...reasons].join(' ');
}
