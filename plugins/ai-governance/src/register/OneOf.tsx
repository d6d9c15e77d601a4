import TextField from '@material-ui/core/TextField';
import { useTexts } from '../translation';
import { Option } from './questions';

/** A question with one answer, or none yet. */
export function OneOf(props: {
  id: string;
  label: string;
  options: readonly Option[];
  value: string | undefined;
  required?: boolean;
  problem?: string;
  help?: string;
  disabled?: boolean;
  onChange: (value: string | undefined) => void;
}) {
  const t = useTexts();
  const { id, label, value, required, problem, help, disabled } = props;
  const known = props.options.some(option => option.value === value);
  const options =
    value === undefined || known
      ? props.options
      : [...props.options, { value, word: value }];
  return (
    <TextField
      id={id}
      select
      label={label}
      required={required}
      disabled={disabled}
      error={problem !== undefined}
      helperText={problem ?? help}
      variant="outlined"
      size="small"
      fullWidth
      value={value ?? ''}
      onChange={event => props.onChange(event.target.value || undefined)}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
    >
      <option value="">
        {t(required ? 'register.oneOf.choose' : 'register.oneOf.open')}
      </option>
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.word}
        </option>
      ))}
    </TextField>
  );
}
