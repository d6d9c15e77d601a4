import { useEffect, useRef } from 'react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { CompletionsReport } from 'backstage-plugin-ai-governance-common';
import { useTableStyles } from '../../training/useTableStyles';
import { useTexts } from '../../translation';

/** What became of a file, or would: counts, and each row that was refused with the reason. */
export function UploadReport({ report }: { report: CompletionsReport }) {
  const t = useTexts();
  const classes = useTableStyles();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [report]);
  const { dryRun, rows, recorded, alreadyThere, refused, issues } = report;
  return (
    <>
      <Alert
        severity={refused > 0 ? 'warning' : 'success'}
        ref={summary}
        tabIndex={-1}
      >
        {t(`pages.training.upload.report.${dryRun ? 'would' : 'did'}`, {
          count: rows,
          recorded,
          there: alreadyThere,
          refused,
        })}
      </Alert>
      {report.otherCourses.length > 0 && (
        <Alert severity="info">
          {t('pages.training.upload.report.otherCourses', {
            courses: report.otherCourses.join(', '),
          })}
        </Alert>
      )}
      {issues.length > 0 && (
        <div
          className={classes.scroll}
          role="region"
          aria-label={t('pages.training.upload.report.table')}
          // Wider than a small window: the keyboard must be able to scroll it.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <table
            className={classes.table}
            aria-label={t('pages.training.upload.report.table')}
          >
            <thead>
              <tr>
                <th scope="col">{t('pages.training.upload.report.line')}</th>
                <th scope="col">{t('pages.training.upload.report.why')}</th>
              </tr>
            </thead>
            <tbody>
              {issues.map(({ line, reason }, index) => (
                <tr key={`${line} ${index}`}>
                  <td>{line}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {refused > issues.length && (
            <Typography variant="body2">
              {t('pages.training.upload.report.more', {
                count: refused - issues.length,
              })}
            </Typography>
          )}
        </div>
      )}
    </>
  );
}
