import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  CompletionColumn,
  CompletionColumns,
  completionColumns,
  CompletionDateFormat,
  completionDateFormats,
} from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: theme.spacing(2),
  },
}));

const needed: readonly CompletionColumn[] = ['person', 'course', 'completed'];

/** Which column of the file is which, and how its dates are written. */
export function ColumnChoices(props: {
  headers: readonly string[];
  columns: CompletionColumns;
  dateFormat: CompletionDateFormat;
  onColumns: (columns: CompletionColumns) => void;
  onDateFormat: (format: CompletionDateFormat) => void;
}) {
  const t = useTexts();
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
            label={t(`pages.training.upload.columns.${column}`)}
            value={columns[column] ?? ''}
            SelectProps={{ native: true }}
            InputLabelProps={{ shrink: true }}
            helperText={
              missing ? t('pages.training.upload.columns.choose') : undefined
            }
            onChange={event => {
              const { [column]: _, ...rest } = columns;
              const header = event.target.value;
              onColumns(header ? { ...rest, [column]: header } : rest);
            }}
          >
            <option value="">{t('pages.training.upload.columns.none')}</option>
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
        label={t('pages.training.upload.columns.dates')}
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
