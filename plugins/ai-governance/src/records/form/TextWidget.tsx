import TextField from '@material-ui/core/TextField';
import { WidgetProps } from '@rjsf/utils';
import { describedBy } from './fieldIds';

const types: Record<string, string> = { date: 'date', uri: 'url' };

/** One line of text, a date, a link or a number: by the schema's format and type. */
export function TextWidget(props: WidgetProps) {
  const { id, label, required, disabled, readonly, schema, value } = props;
  const numeric = schema.type === 'integer' || schema.type === 'number';
  const type = numeric ? 'number' : types[schema.format ?? ''] ?? 'text';
  const long = !numeric && (schema.maxLength ?? 0) > 400;
  return (
    <TextField
      id={id}
      label={label}
      type={type}
      required={required}
      disabled={disabled || readonly}
      error={Boolean(props.rawErrors?.length)}
      variant="outlined"
      size="small"
      fullWidth
      multiline={long}
      value={value ?? ''}
      onChange={event => {
        const text = event.target.value;
        if (text === '') props.onChange(undefined);
        else props.onChange(numeric ? Number(text) : text);
      }}
      onBlur={() => props.onBlur(id, value)}
      onFocus={() => props.onFocus(id, value)}
      InputLabelProps={type === 'date' ? { shrink: true } : undefined}
      inputProps={{ 'aria-describedby': describedBy(props) }}
    />
  );
}
