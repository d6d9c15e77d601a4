import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';

export interface Choice {
  value: string;
  word: string;
}

/** The choices with those chosen by the address but not (or no longer) on offer. */
const withChosen = (choices: Choice[], chosen: string[]): Choice[] => [
  ...choices,
  ...chosen
    .filter(value => !choices.some(choice => choice.value === value))
    .map(value => ({ value, word: value })),
];

/** Any of some choices. */
export function ManyField(props: {
  id: string;
  label: string;
  choices: Choice[];
  value: string[];
  onChange: (value: string[]) => void;
}) {
  const { id, label, value, onChange } = props;
  const choices = withChosen(props.choices, value);
  return (
    <Autocomplete
      id={`ai-governance-filter-${id}`}
      multiple
      size="small"
      disableCloseOnSelect
      options={choices}
      value={choices.filter(choice => value.includes(choice.value))}
      getOptionLabel={choice => choice.word}
      getOptionSelected={(a, b) => a.value === b.value}
      onChange={(_, chosen) => onChange(chosen.map(choice => choice.value))}
      renderInput={params => (
        <TextField {...params} label={label} variant="outlined" />
      )}
    />
  );
}

/** One of some choices, or none. */
export function OneField(props: {
  id: string;
  label: string;
  choices: Choice[];
  value: string;
  onChange: (value: string) => void;
}) {
  const { id, label, value, onChange } = props;
  const choices = withChosen(props.choices, value ? [value] : []);
  return (
    <Autocomplete
      id={`ai-governance-filter-${id}`}
      size="small"
      options={choices}
      value={choices.find(choice => choice.value === value) ?? null}
      getOptionLabel={choice => choice.word}
      getOptionSelected={(a, b) => a.value === b.value}
      onChange={(_, chosen) => onChange(chosen?.value ?? '')}
      renderInput={params => (
        <TextField {...params} label={label} variant="outlined" />
      )}
    />
  );
}
