import TextField from '@material-ui/core/TextField';

/** A question that is answered in a line of text, or in several with `rows`. */
export function LineField(props: {
  id: string;
  label: string;
  value: string | undefined;
  problem?: string;
  help?: string;
  rows?: number;
  max?: number;
  required?: boolean;
  disabled?: boolean;
  onChange: (text: string) => void;
}) {
  const { id, label, value, problem, help, rows, max } = props;
  return (
    <TextField
      id={id}
      label={label}
      required={props.required}
      disabled={props.disabled}
      error={problem !== undefined}
      helperText={problem ?? help}
      variant="outlined"
      size="small"
      fullWidth
      multiline={rows !== undefined}
      minRows={rows}
      value={value ?? ''}
      onChange={event => props.onChange(event.target.value)}
      InputLabelProps={{ shrink: true }}
      inputProps={{ maxLength: max ?? 200 }}
    />
  );
}
