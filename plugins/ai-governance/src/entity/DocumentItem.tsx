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
            {head ? (
              <>
                Revision {head.revision} by <Author author={head.author} />,{' '}
                <When at={head.recordedAt} />
                {head.data === null && ' · its text was erased'}
              </>
            ) : (
              'Not written yet.'
            )}
            {applies.length === 0 && ` ${notAsked(asked)}`}
          </Typography>
          {isFromFile(file) && (
            <Typography variant="body2" color="textSecondary">
              From the repository: <FileName file={file} />
            </Typography>
          )}
          {isFromFile(file) && file.problems.length > 0 && (
            <Typography
              variant="body2"
              color={unwritten ? 'textSecondary' : 'error'}
            >
              {unwritten
                ? 'The file states nothing yet.'
                : 'The file cannot be taken as it is.'}{' '}
              <Link to={address}>
                {unwritten ? 'See what is to do' : 'See what is wrong with it'}
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
            aria-label={`${head ? 'Edit' : 'Write'}: ${type.title}`}
          >
            {head ? 'Edit' : 'Write'}
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
function notAsked(asked: readonly ResultView[]) {
  const reasons = [...new Set(asked.map(({ reason }) => reason))];
  return ['It is not asked of this system.', ...reasons].join(' ');
}
