import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  BulkRecords,
  checkMapping,
  SheetMapping,
  sheetMappingSchema,
  SheetSource,
  SheetType,
} from 'backstage-plugin-ai-governance-common';
import { DownloadButton } from '../DownloadButton';
import { useTexts } from '../../translation';
import { ColumnSelect, columnAt, positionOf } from './ColumnSelect';
import { FieldRow } from './FieldRow';
import { SourceEditor } from './SourceEditor';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    '& > :first-child': { flexGrow: 1 },
  },
  fields: {
    maxWidth: 900,
    margin: theme.spacing(2, 0, 3),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  more: {
    maxWidth: 420,
    marginBottom: theme.spacing(2),
  },
}));

/** Which column becomes which field. A mapping can be saved and used again for the next file of the kind. */
export function MappingEditor(props: {
  type: SheetType;
  columns: BulkRecords['columns'];
  mapping: SheetMapping;
  onChange: (mapping: SheetMapping) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { type, columns, mapping, onChange } = props;
  const [problem, setProblem] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  const header = columns.map(column => column.header);
  const isNeeded = (path: string) =>
    type.needed.some(any => any[0] === path && !any.some(p => p !== path && mapping.fields[p])); // prettier-ignore
  const shown = type.fields.filter(
    ({ path }) => mapping.fields[path] || isNeeded(path),
  );
  const others = type.fields.filter(field => !shown.includes(field));
  const set = (path: string, source: SheetSource | undefined) => {
    const { [path]: _, ...fields } = mapping.fields;
    onChange({ ...mapping, fields: source ? { ...fields, [path]: source } : fields }); // prettier-ignore
  };
  const load = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    try {
      const read = sheetMappingSchema.safeParse(JSON.parse(await file.text()));
      const wrong = read.success
        ? checkMapping(type, read.data, header)
        : read.error.issues.map(i => `${i.path.join('.')}: ${i.message}`);
      if (wrong.length > 0) {
        setProblem(
          t('pages.spreadsheet.mapping.misfit', { problems: wrong.join('; ') }),
        );
      } else onChange(read.data!);
    } catch {
      setProblem(t('pages.spreadsheet.mapping.noJson'));
    }
  };
  return (
    <section aria-labelledby="ai-governance-mapping">
      <div className={classes.head}>
        <Typography variant="h5" component="h3" id="ai-governance-mapping">
          {t('pages.spreadsheet.mapping.title')}
        </Typography>
        <DownloadButton
          label={t('pages.spreadsheet.mapping.save')}
          load={async () =>
            new Blob([`${JSON.stringify(mapping, null, 2)}\n`], {
              type: 'application/json',
            })
          }
          fileName={() => `${type.type.type}-mapping.json`}
        />
        <Button variant="outlined" onClick={() => chooser.current?.click()}>
          {t('pages.spreadsheet.mapping.use')}
        </Button>
        <input
          hidden
          ref={chooser}
          type="file"
          accept=".json,application/json"
          aria-label={t('pages.spreadsheet.mapping.file')}
          onChange={event => {
            void load(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {problem && <Alert severity="error">{problem}</Alert>}
      <Typography variant="body2">
        {t('pages.spreadsheet.mapping.text')}
      </Typography>
      <div className={classes.fields}>
        <FieldRow
          id="subject"
          title={t('pages.spreadsheet.mapping.subject.title')}
          required
          about={t('pages.spreadsheet.mapping.subject.about')}
        >
          <ColumnSelect
            id="subject"
            required
            columns={columns}
            value={positionOf(columns, mapping.subject.column)}
            onChange={position =>
              onChange({
                ...mapping,
                subject: {
                  ...mapping.subject,
                  column: columnAt(columns, position || 1),
                },
              })
            }
          />
        </FieldRow>
        {shown.map(field => (
          <SourceEditor
            key={field.path}
            field={field}
            required={type.needed.some(any => any.includes(field.path))}
            columns={columns}
            source={mapping.fields[field.path]}
            onChange={source => set(field.path, source)}
          />
        ))}
      </div>
      <TextField
        select
        fullWidth
        className={classes.more}
        id="ai-governance-sheet-more"
        label={t('pages.spreadsheet.mapping.more')}
        variant="outlined"
        size="small"
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        value=""
        onChange={event =>
          set(event.target.value, { column: columnAt(columns, 1) })
        }
      >
        <option value="" />
        {others.map(({ path, title }) => (
          <option key={path} value={path}>
            {title}
          </option>
        ))}
      </TextField>
    </section>
  );
}
