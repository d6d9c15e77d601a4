import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  CompletionColumn,
  CompletionColumns,
  completionColumns,
  CompletionDateFormat,
  completionDateFormats,
} from 'backstage-plugin-ai-governance-common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: theme.spacing(2),
  },
}));

const words: Record<CompletionColumn, string> = {
  person: 'Person',
  course: 'Course',
  completed: 'Completed on',
  expires: 'Expires (optional)',
  provider: 'Provider (optional)',
};

const needed: readonly CompletionColumn[] = ['person', 'course', 'completed'];

/** Which column of the file is which, and how its dates are written. */
export function ColumnChoices(props: {
  headers: readonly string[];
  columns: CompletionColumns;
  dateFormat: CompletionDateFormat;
  onColumns: (columns: CompletionColumns) => void;
  onDateFormat: (format: CompletionDateFormat) => void;
}) {
  const classes = useStyles();
  const { headers, columns, dateFormat, onColumns, onDateFormat } = props;
  return (
    <div className={classes.root}>
      {completionColumns.map(column => {
        const missing = needed.includes(column) && !columns[column];
        return (
          <TextField
            key={column}
            select
            size="small"
            variant="outlined"
            id={`completions-${column}`}
            label={words[column]}
            value={columns[column] ?? ''}
            SelectProps={{ native: true }}
            InputLabelProps={{ shrink: true }}
            helperText={missing ? 'Choose a column' : undefined}
            onChange={event => {
              const { [column]: _, ...rest } = columns;
              const header = event.target.value;
              onColumns(header ? { ...rest, [column]: header } : rest);
            }}
          >
            <option value="">None</option>
            {[...new Set(headers)].map(header => (
              <option key={header} value={header}>
                {header}
              </option>
            ))}
          </TextField>
        );
      })}
      <TextField
        select
        size="small"
        variant="outlined"
        id="completions-dates"
        label="Dates are written like"
        value={dateFormat}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        onChange={event =>
          onDateFormat(event.target.value as CompletionDateFormat)
        }
      >
        {Object.entries(completionDateFormats).map(([format, example]) => (
          <option key={format} value={format}>
            {example}
          </option>
        ))}
      </TextField>
    </div>
  );
}
