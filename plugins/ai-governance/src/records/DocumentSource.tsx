import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { makeStyles } from '@material-ui/core/styles';
import RepositoryIcon from '@material-ui/icons/Code';
import { Link, LinkButton } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  RecordSource,
  SourceFile,
} from 'backstage-plugin-ai-governance-common';
import { safeHref, When } from '../components';
import { useTexts } from '../translation';
import { declaredInPortal } from './declaredInPortal';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    overflowWrap: 'anywhere',
  },
  alert: { margin: theme.spacing(1, 0), overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** Whether a record is written in its file, and nowhere else. */
export const isFromFile = (file: SourceFile | undefined): file is SourceFile =>
  file !== undefined && file.goneAt === null;

/** The path of a file, as a link to where it is edited if somebody knows that. */
export function FileName({ file }: { file: SourceFile }) {
  const href = file.url && safeHref(file.url);
  return href ? <Link to={href}>{file.path}</Link> : <code>{file.path}</code>;
}

/** What takes the place of the button that begins to write. */
export function EditAtSource(props: { file: SourceFile; of?: string }) {
  const t = useTexts();
  const { file, of } = props;
  const href = file.url && safeHref(file.url);
  return href ? (
    <LinkButton
      to={href}
      variant="outlined"
      size="small"
      aria-label={of && t('records.source.editOf', { document: of })}
    >
      {t('records.source.edit')}
    </LinkButton>
  ) : (
    <Typography variant="body2" component="span" color="textSecondary">
      {t('records.source.editPath', { path: <code>{file.path}</code> })}
    </Typography>
  );
}

/** Where a document comes from, and what is wrong there. */
export function DocumentSource(props: {
  file: SourceFile;
  source: RecordSource;
  /** Whether there is a text. */
  written: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { file, source, written } = props;
  if (file.goneAt !== null) {
    return (
      <Alert severity="info" className={classes.alert}>
        {t('records.source.gone', {
          path: <code>{file.path}</code>,
          at: <When at={file.goneAt} />,
        })}
      </Alert>
    );
  }
  return (
    <>
      <Typography
        variant="body2"
        color="textSecondary"
        component="div"
        className={classes.line}
      >
        <RepositoryIcon fontSize="small" aria-hidden />
        <span>
          {t('records.source.from', {
            file: <FileName file={file} />,
            at: <When at={source.readAt ?? file.readAt} />,
          })}
        </span>
      </Typography>
      {file.problems.length > 0 && (
        <Alert severity="error" className={classes.alert}>
          <AlertTitle>
            {t('records.source.refused', { path: <code>{file.path}</code> })}
          </AlertTitle>
          <ul className={classes.list}>
            {file.problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path
                  ? t('records.source.problemAt', {
                      path: <code>{path}</code>,
                      problem: message,
                    })
                  : t('records.source.problem', { problem: message })}
              </li>
            ))}
          </ul>
          {written
            ? t('records.source.lastText')
            : t('records.source.readAgain')}
        </Alert>
      )}
      <SourceProblem source={source} />
    </>
  );
}

/** Why the folder could not be read the last time. */
export function SourceProblem({ source }: { source: RecordSource }) {
  const t = useTexts();
  const classes = useStyles();
  if (source.problem === null) return null;
  return (
    <Alert severity="warning" className={classes.alert}>
      <AlertTitle>{t('records.source.unread')}</AlertTitle>
      {source.problem}
      {/[.!?]$/.test(source.problem) ? ' ' : '. '}
      {source.readAt
        ? t('records.source.stays', { at: <When at={source.readAt} /> })
        : t('records.source.tried')}
    </Alert>
  );
}

/** The folder that documents are read from, as a link if it is at an address. */
export function SourceLocation({ location }: { location: string }) {
  const href = /^https?:/i.test(location) ? safeHref(location) : '';
  return href ? <Link to={href}>{location}</Link> : <code>{location}</code>;
}

/** How a document that nobody has written may be written in a file as well; nothing where there is no repository. */
export function OrAsFile(props: { type: string; source?: RecordSource }) {
  const t = useTexts();
  const { type, source } = props;
  const { entity } = useEntity();
  if (!source && declaredInPortal(entity)) return null;
  const markdown = <code>{type}.md</code>;
  return (
    <>
      {source
        ? t('records.source.orAdd', {
            markdown,
            yaml: <code>{type}.yaml</code>,
            location: <SourceLocation location={source.location} />,
          })
        : t('records.source.orKeep', {
            annotation: <code>ai-governance/records: ./governance/</code>,
            markdown,
          })}
    </>
  );
}
