import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ImportIssue,
  ImportReport,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, ProblemPanel } from '../components';
import { useTexts } from '../translation';
import { TrailButtons } from './TrailButtons';
import { useReading } from './useReading';

const ROWS = 50;

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 0),
  },
  choice: { minWidth: 200 },
  total: { flexGrow: 1 },
  scroll: { overflowX: 'auto', position: 'relative' },
  table: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    minWidth: 560,
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(0.75, 1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& td': { overflowWrap: 'anywhere' },
  },
  line: { width: 72 },
  outcome: { width: 96 },
  column: { width: '30%' },
}));

/** What was refused or not understood of a register, in pages of the server. */
export function ImportIssuesList({ report }: { report: ImportReport }) {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const [outcome, setOutcome] = useState<ImportIssue['outcome']>();
  /** Cursors of the pages up to this one; the first has none. */
  const [trail, setTrail] = useState<string[]>([]);
  const cursor = trail[trail.length - 1];
  const { value, error, pending, reload } = useReading(
    () => api.importIssues(report.id, { outcome, limit: ROWS, cursor }),
    [api, report.id, report.takenAt, outcome, cursor],
  );
  const choiceId = `ai-governance-import-${report.id}-outcome`;
  const label = t('pages.imports.issues.label', { id: report.id });
  const from = trail.length * ROWS;
  return (
    <>
      <div className={classes.bar}>
        <TextField
          select
          size="small"
          label={t('pages.imports.issues.filter')}
          id={choiceId}
          className={classes.choice}
          value={outcome ?? ''}
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          onChange={event => {
            setOutcome((event.target.value || undefined) as typeof outcome);
            setTrail([]);
          }}
        >
          <option value="">{t('pages.imports.issues.both')}</option>
          <option value="refused">{t('pages.imports.issues.refused')}</option>
          <option value="doubtful">{t('pages.imports.issues.doubtful')}</option>
        </TextField>
      </div>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && (
        <Loading label={t('pages.imports.issues.loading')} />
      )}
      {value && (
        <>
          <div
            className={classes.scroll}
            role="region"
            aria-label={label}
            // Wider than a small window: the keyboard must be able to scroll it.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            <table
              className={classes.table}
              aria-label={label}
              aria-busy={pending}
            >
              <thead>
                <tr>
                  <th scope="col" className={classes.line}>
                    {t('pages.imports.issues.line')}
                  </th>
                  <th scope="col" className={classes.outcome}>
                    {t('pages.imports.issues.outcome')}
                  </th>
                  <th scope="col">{t('pages.imports.issues.reason')}</th>
                  <th scope="col" className={classes.column}>
                    {t('pages.imports.issues.column')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {value.items.map((issue, index) => (
                  <tr key={`${from + index}`}>
                    <td>{issue.line}</td>
                    <td>{t(`pages.imports.figure.${issue.outcome}`)}</td>
                    <td>{issue.reason}</td>
                    <td>{issue.column ?? t('pages.imports.issues.row')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className={classes.bar}>
            <Typography
              variant="body2"
              className={classes.total}
              role="status"
              aria-live="polite"
            >
              {value.items.length === 0
                ? t('pages.imports.issues.none')
                : t('pages.imports.issues.range', {
                    from: from + 1,
                    to: from + value.items.length,
                    all: value.totalItems,
                  })}
            </Typography>
            <TrailButtons
              trail={trail}
              onTrail={setTrail}
              nextCursor={value.nextCursor}
              pending={pending}
            />
          </div>
        </>
      )}
    </>
  );
}
