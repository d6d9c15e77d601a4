import TextField from '@material-ui/core/TextField';
import {
  BulkRecords,
  SheetColumn,
  sheetColumnIndex,
} from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';

type Columns = BulkRecords['columns'];

/** The column of a position, named so that a file with another layout is refused and not misread. */
export function columnAt(columns: Columns, position: number): SheetColumn {
  const { header } = columns[position - 1];
  const once = columns.filter(c => c.header === header).length === 1;
  if (!header) return position;
  return once ? header : { position, header };
}

/** From 1; 0: the file has no such column. */
export function positionOf(columns: Columns, column: SheetColumn): number {
  const found = sheetColumnIndex(
    columns.map(({ header }) => header),
    column,
  );
  return 'index' in found ? found.index + 1 : 0;
}

/** What the label of a field says that it is for. */
export const fieldId = (id: string) => `ai-governance-sheet-${id}`;

/** Picks a column of the file; its label stands beside it, by `fieldId`. */
export function ColumnSelect(props: {
  id: string;
  required?: boolean;
  columns: Columns;
  /** Position from 1; 0: none. */
  value: number;
  /** What else may be picked, by a value that is no position. */
  others?: Readonly<Record<string, string>>;
  other?: string;
  onChange: (position: number, other?: string) => void;
}) {
  const t = useTexts();
  const { id, required, columns, value, others = {}, other } = props;
  return (
    <TextField
      select
      fullWidth
      id={fieldId(id)}
      required={required}
      variant="outlined"
      size="small"
      SelectProps={{ native: true }}
      value={other ?? String(value)}
      onChange={event =>
        event.target.value in others
          ? props.onChange(0, event.target.value)
          : props.onChange(Number(event.target.value))
      }
    >
      <option value="0">{t('pages.spreadsheet.column.none')}</option>
      {Object.entries(others).map(([key, word]) => (
        <option key={key} value={key}>
          {word}
        </option>
      ))}
      {columns.map(({ position, header }) => (
        <option key={position} value={position}>
          {header || t('pages.spreadsheet.column.nth', { position })}
        </option>
      ))}
    </TextField>
  );
}
