import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { ImportReport } from 'backstage-plugin-ai-governance-common';
import { When } from '../components';
import { useTexts } from '../translation';
import { ImportIssuesList } from './ImportIssuesList';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), marginBottom: theme.spacing(3) },
  source: { overflowWrap: 'anywhere' },
  warning: { marginTop: theme.spacing(1) },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(100px, 1fr))',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0),
    '& > div': { display: 'flex', flexDirection: 'column-reverse' },
    '& dt': {
      ...theme.typography.body2,
      color: theme.palette.text.secondary,
    },
    '& dd': { ...theme.typography.h4, margin: 0, lineHeight: 1.2 },
  },
}));

/** One register: when it was read, what came of it, and the rows that something is wrong with. */
export function ImportReportCard({ report }: { report: ImportReport }) {
  const t = useTexts();
  const classes = useStyles();
  const headingId = `ai-governance-import-${report.id}`;
  const figures = [
    ['rows', report.rows],
    ['taken', report.taken],
    ['refused', report.refused],
    ['doubtful', report.doubtful],
    ['groups', report.groups],
  ] as const;
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={headingId}
      className={classes.root}
    >
      <Typography variant="h4" component="h3" id={headingId}>
        {report.id}
      </Typography>
      <Typography variant="body2" className={classes.source}>
        {report.source}
        {report.takenAt && (
          <>
            {' · '}
            {t('pages.imports.taken', { at: <When at={report.takenAt} /> })}
          </>
        )}
        {report.readAt && report.readAt !== report.takenAt && (
          <>
            {' · '}
            {t('pages.imports.tried', { at: <When at={report.readAt} /> })}
          </>
        )}
        {!report.readAt && ` · ${t('pages.imports.unread')}`}
      </Typography>
      {report.warning && (
        <Alert severity="warning" className={classes.warning}>
          {report.warning}
        </Alert>
      )}
      {report.takenAt && (
        <>
          <dl className={classes.figures}>
            {figures.map(([name, count]) => (
              <div key={name}>
                <dt>{t(`pages.imports.figure.${name}`)}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
          {report.issues === 0 ? (
            <Typography variant="body2">
              {t('pages.imports.allTaken')}
            </Typography>
          ) : (
            <ImportIssuesList report={report} />
          )}
        </>
      )}
    </Paper>
  );
}
