import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  BulkRecords,
  SheetField,
  SheetSource,
  spellingKey,
} from 'backstage-plugin-ai-governance-common';
import { inWords } from '../../records';
import { TextKey, Texts, useTexts } from '../../translation';
import { ColumnSelect, columnAt, positionOf } from './ColumnSelect';
import { FieldRow } from './FieldRow';

const useStyles = makeStyles(theme => ({
  below: { marginTop: theme.spacing(1) },
  values: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      fontWeight: 'normal',
      padding: theme.spacing(0.5, 1, 0, 0),
      overflowWrap: 'anywhere',
    },
    '& th': { width: '40%' },
    '& select, & input': {
      font: 'inherit',
      color: 'inherit',
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: theme.shape.borderRadius,
      padding: theme.spacing(0.25, 0.5),
      width: '100%',
      minWidth: 120,
    },
  },
}));

type ColumnSource = Extract<SheetSource, { column: unknown }>;
type Columns = BulkRecords['columns'];

const ratingKeys: readonly TextKey[] = [
  'words.inSentence.risk.very-low',
  'words.inSentence.risk.low',
  'words.inSentence.risk.medium',
  'words.inSentence.risk.high',
  'words.inSentence.risk.very-high',
];
const wordOf = (t: Texts, field: SheetField, value: string) =>
  field.takes === 'rating'
    ? `${value} (${t(ratingKeys[Number(value) - 1])})`
    : inWords(value);

/** How a day is written where nothing is said. */
const DAY_FORMAT = 'yyyy-MM-dd';

/** Where the value of one field comes from: a column with what its spellings mean, or the same value for every row. */
export function SourceEditor(props: {
  field: SheetField;
  required: boolean;
  columns: Columns;
  source: SheetSource | undefined;
  onChange: (source: SheetSource | undefined) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { field, required, columns, source, onChange } = props;
  const constant = source && 'constant' in source ? source : undefined;
  const column = source && 'column' in source ? source : undefined;
  const position = column ? positionOf(columns, column.column) : 0;
  const id = field.path.replace(/\W+/g, '-');
  return (
    <FieldRow id={id} title={field.title} required={required}>
      <ColumnSelect
        id={id}
        required={required}
        columns={columns}
        value={position}
        others={{ constant: t('pages.spreadsheet.field.constant') }}
        other={constant && 'constant'}
        onChange={(picked, other) => {
          if (other) onChange({ constant: field.values?.[0] ?? '–' });
          else if (picked === 0) onChange(undefined);
          else onChange({ column: columnAt(columns, picked) });
        }}
      />
      {constant && (
        <TextField
          fullWidth
          className={classes.below}
          id={`ai-governance-sheet-${id}-constant`}
          label={t('pages.spreadsheet.field.constantOf', {
            title: field.title,
          })}
          variant="outlined"
          size="small"
          select={field.values !== undefined}
          SelectProps={{ native: true }}
          value={String(constant.constant)}
          onChange={event =>
            event.target.value && onChange({ constant: event.target.value })
          }
        >
          {field.values?.map(value => (
            <option key={value} value={value}>
              {wordOf(t, field, value)}
            </option>
          ))}
        </TextField>
      )}
      {column && field.takes === 'day' && (
        <TextField
          fullWidth
          className={classes.below}
          id={`ai-governance-sheet-${id}-format`}
          label={t('pages.spreadsheet.field.days')}
          placeholder={DAY_FORMAT}
          helperText={t('pages.spreadsheet.field.daysHelp')}
          variant="outlined"
          size="small"
          InputLabelProps={{ shrink: true }}
          value={column.format ?? ''}
          onChange={event =>
            onChange({ ...column, format: event.target.value || undefined })
          }
        />
      )}
      {column && position > 0 && (
        <Values
          field={field}
          source={column}
          spellings={columns[position - 1].spellings.map(({ text }) => text)}
          more={columns[position - 1].more}
          onChange={onChange}
        />
      )}
    </FieldRow>
  );
}

const nothing = 'nothing';

/** What each spelling of a column means, where a field takes only some values. */
function Values(props: {
  field: SheetField;
  source: ColumnSource;
  spellings: readonly string[];
  more: number;
  onChange: (source: SheetSource) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { field, source, spellings, more, onChange } = props;
  const asks = spellings.filter(text => field.takes === 'reference' ? !/^[a-z]+:./i.test(text) : field.values && !field.values.includes(spellingKey(text))); // prettier-ignore
  if (asks.length === 0) return null;
  const without = (text: string): ColumnSource => {
    const other = (known: string) => spellingKey(known) !== spellingKey(text);
    const values = Object.fromEntries(
      Object.entries(source.values ?? {})
        .map(([value, texts]) => [value, texts.filter(other)] as const)
        .filter(([, texts]) => texts.length > 0),
    );
    const absent = source.absent?.filter(other) ?? [];
    const { values: _, absent: __, ...rest } = source;
    return {
      ...rest,
      ...(Object.keys(values).length > 0 && { values }),
      ...(absent.length > 0 && { absent }),
    };
  };
  const meaning = (text: string): string => {
    const is = (known: string) => spellingKey(known) === spellingKey(text);
    if (source.absent?.some(is)) return nothing;
    return (
      Object.entries(source.values ?? {}).find(([, texts]) =>
        texts.some(is),
      )?.[0] ?? ''
    );
  };
  const mean = (text: string, value: string) => {
    const next = without(text);
    if (value === nothing) {
      onChange({ ...next, absent: [...(next.absent ?? []), text] });
    } else if (value) {
      const texts = [...(next.values?.[value] ?? []), text];
      onChange({ ...next, values: { ...next.values, [value]: texts } });
    } else onChange(next);
  };
  return (
    <>
      <table
        className={classes.values}
        aria-label={t('pages.spreadsheet.field.values', { title: field.title })}
      >
        <tbody>
          {asks.map(text => (
            <tr key={text}>
              <th scope="row">“{text}”</th>
              <td>
                {field.values ? (
                  <select
                    aria-label={t('pages.spreadsheet.field.means', {
                      title: field.title,
                      text,
                    })}
                    value={meaning(text)}
                    onChange={event => mean(text, event.target.value)}
                  >
                    <option value="">
                      {t('pages.spreadsheet.field.refuse')}
                    </option>
                    <option value={nothing}>
                      {t('pages.spreadsheet.field.blank')}
                    </option>
                    {field.values.map(value => (
                      <option key={value} value={value}>
                        {wordOf(t, field, value)}
                      </option>
                    ))}
                  </select>
                ) : (
                  <input
                    aria-label={t('pages.spreadsheet.field.means', {
                      title: field.title,
                      text,
                    })}
                    placeholder={t('pages.spreadsheet.field.reference')}
                    value={meaning(text)}
                    onChange={event => mean(text, event.target.value.trim())}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Typography variant="caption" color="textSecondary">
          {t('pages.spreadsheet.field.more', { count: more })}
        </Typography>
      )}
    </>
  );
}
