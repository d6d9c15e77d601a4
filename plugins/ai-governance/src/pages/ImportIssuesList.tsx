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

const outcomeWords: Record<ImportIssue['outcome'], string> = {
  refused: 'Refused',
  doubtful: 'Doubtful',
};

/** What was refused or not understood of a register, in pages of the server. */
export function ImportIssuesList({ report }: { report: ImportReport }) {
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
  const label = `What was refused or not understood of ${report.id}`;
  const from = trail.length * ROWS;
  return (
    <>
      <div className={classes.bar}>
        <TextField
          select
          size="small"
          label="Show"
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
          <option value="">Refused and doubtful</option>
          <option value="refused">Refused: no AI system</option>
          <option value="doubtful">Doubtful: taken without this</option>
        </TextField>
      </div>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label="Loading the issues" />}
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
                    Line
                  </th>
                  <th scope="col" className={classes.outcome}>
                    Outcome
                  </th>
                  <th scope="col">Reason</th>
                  <th scope="col" className={classes.column}>
                    Column
                  </th>
                </tr>
              </thead>
              <tbody>
                {value.items.map((issue, index) => (
                  <tr key={`${from + index}`}>
                    <td>{issue.line}</td>
                    <td>{outcomeWords[issue.outcome]}</td>
                    <td>{issue.reason}</td>
                    <td>{issue.column ?? 'The row'}</td>
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
                ? 'None'
                : `${from + 1}–${from + value.items.length} of ${
                    value.totalItems
                  }`}
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
