import { lazy, Suspense, useState } from 'react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';
import { WidgetProps } from '@rjsf/utils';
import {
  instant,
  RecordType,
  recordTypeOf,
} from 'backstage-plugin-ai-governance-common';
import useAsync from 'react-use/esm/useAsync';
import { Texts, useTexts } from '../../translation';
import { FieldSchema, formSchemaOf } from '../formSchema';
import { readFor, RecordChoice, recordChoices } from '../recordChoices';
import { Stream, useStreamRecords } from '../StreamRecords';
import { describedBy } from './fieldIds';
import { TextWidget } from './TextWidget';

// loaded as it opens: it holds a form, which holds this field
const NewRecordDialog = lazy(() => import('./NewRecordDialog'));

const useStyles = makeStyles(theme => ({
  // in the dark its shadow alone does not part it from the fields below
  list: { border: `1px solid ${theme.palette.text.secondary}` },
  unknown: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.palette.text.primary,
  },
}));

/** Found by its words, by what is said of it, and by its id. */
const filterOptions = createFilterOptions<RecordChoice>({
  stringify: ({ id, summary, about }) => `${summary} ${about} ${id}`,
});

/** The only type of records to pick from, if one can be written in passing: of a case the form asks for its state, which is its own tab's. */
function writable(types: readonly string[]): RecordType | undefined {
  const type = types.length === 1 ? recordTypeOf(types[0]) : undefined;
  return type?.shape === 'entry' && !formSchemaOf(type).properties?.status
    ? type
    : undefined;
}

function nothingThere(t: Texts, types: readonly string[]): string {
  const named = types.map(type => {
    const title = recordTypeOf(type)?.title ?? type;
    return title.toLocaleLowerCase('en-US');
  });
  return t('records.ref.noneYet', {
    types: named.reduce((one, other) => t('records.ref.or', { one, other })),
  });
}

/** Another record of the subject, picked by what it is; an id that is of none stays, and is warned of. */
export function RecordRefWidget(props: WidgetProps) {
  const t = useTexts();
  const classes = useStyles();
  const { id, label, required, disabled, readonly, schema, value } = props;
  const types = (schema as FieldSchema).recordTypes ?? [];
  const [text, setText] = useState('');
  const { stream, records, loading, error } = useStreamRecords(readFor(types));
  // there is nothing to pick from, or it could not be read: the id can be typed, and the ledger checks it
  if (!stream || error) return <TextWidget {...props} />;

  const choices =
    records && recordChoices(t, records, types, instant(Date.now()));
  const found = choices?.find(choice => choice.id === value);
  const unknown = Boolean(choices && !loading && value && !found);
  const chosen: RecordChoice | null =
    found ??
    (value ? { id: value, type: '', summary: value, about: '' } : null);
  const said = found ? [found.about, found.why].filter(Boolean) : [];
  const describing = [
    describedBy(props),
    said.length > 0 ? `${id}__about` : undefined,
    unknown ? `${id}__unknown` : undefined,
  ]
    .filter(Boolean)
    .join(' ');
  const fixed = disabled || readonly;
  return (
    <>
      <Autocomplete<RecordChoice>
        id={id}
        classes={{ paper: classes.list }}
        disabled={fixed}
        loading={loading}
        loadingText={t('records.ref.reading')}
        options={[...(choices ?? []), ...(chosen && !found ? [chosen] : [])]}
        noOptionsText={
          choices?.length === 0
            ? nothingThere(t, types)
            : t('records.ref.noneFound')
        }
        filterOptions={filterOptions}
        getOptionLabel={choice => choice.summary}
        getOptionSelected={(a, b) => a.id === b.id}
        renderOption={choice => (
          <div>
            {choice.summary}
            <Typography variant="caption" display="block">
              {choice.about}
            </Typography>
          </div>
        )}
        value={chosen}
        inputValue={text}
        onInputChange={(_, next) => setText(next)}
        onChange={(_, choice) => props.onChange(choice?.id)}
        renderInput={params => (
          <TextField
            {...params}
            label={label}
            required={required}
            error={Boolean(props.rawErrors?.length)}
            variant="outlined"
            size="small"
            placeholder={t('records.form.choose')}
            InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
            inputProps={{
              ...params.inputProps,
              'aria-describedby': describing || undefined,
            }}
          />
        )}
      />
      {said.length > 0 && (
        <FormHelperText id={`${id}__about`}>{said.join('. ')}</FormHelperText>
      )}
      {unknown && (
        <FormHelperText
          id={`${id}__unknown`}
          role="alert"
          className={classes.unknown}
        >
          <UnknownIcon aria-hidden fontSize="small" />
          {t('records.ref.unknown')}
        </FormHelperText>
      )}
      {!fixed && (
        <NewRecord
          type={writable(types)}
          stream={stream}
          onWritten={props.onChange}
        />
      )}
    </>
  );
}

/** The way to write what is not there to be picked, for those who may. */
function NewRecord(props: {
  type?: RecordType;
  stream: Stream;
  onWritten: (recordId: string) => void;
}) {
  const t = useTexts();
  const { type, stream, onWritten } = props;
  const [open, setOpen] = useState(false);
  const may = useAsync(async () => type && stream.may(), [type, stream]);
  const takes = type?.takes?.({}) ?? 'append';
  if (!type || takes === 'self' || !may.value?.[takes]) return null;
  return (
    <>
      <Button
        size="small"
        color="primary"
        startIcon={<AddIcon />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('records.ref.new', {
          record: type.title.toLocaleLowerCase('en-US'),
        })}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <NewRecordDialog
            type={type}
            subject={stream.subject}
            onSaved={recordId => {
              stream.changed();
              onWritten(recordId);
              setOpen(false);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
