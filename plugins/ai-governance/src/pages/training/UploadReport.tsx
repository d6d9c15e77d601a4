import { useEffect, useRef } from 'react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { CompletionsReport } from 'backstage-plugin-ai-governance-common';
import { useTableStyles } from '../../training/useTableStyles';

const count = (n: number, one: string, many: string) =>
  `${n} ${n === 1 ? one : many}`;

/** What became of a file, or would: counts, and each row that was refused with the reason. */
export function UploadReport({ report }: { report: CompletionsReport }) {
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
        {count(rows, 'row', 'rows')}: {recorded}{' '}
        {dryRun ? 'would be recorded' : 'recorded'}, {alreadyThere} already
        there, {refused} refused.
      </Alert>
      {report.otherCourses.length > 0 && (
        <Alert severity="info">
          The policy asks for none of these courses, so they count for no
          system: {report.otherCourses.join(', ')}. If one is meant to count,
          its name must be as in the policy.
        </Alert>
      )}
      {issues.length > 0 && (
        <div
          className={classes.scroll}
          role="region"
          aria-label="Rows that were refused"
          // Wider than a small window: the keyboard must be able to scroll it.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <table className={classes.table} aria-label="Rows that were refused">
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Why it is refused</th>
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
              And {refused - issues.length} more: mend these first, then look
              again.
            </Typography>
          )}
        </div>
      )}
    </>
  );
}
