import TextField from '@material-ui/core/TextField';
import { WidgetProps } from '@rjsf/utils';
import { useTexts } from '../../translation';
import { choiceText, FieldSchema } from '../formSchema';
import { describedBy } from './fieldIds';

/** One of the values that the schema lists. */
export function ChoiceWidget(props: WidgetProps) {
  const t = useTexts();
  const { id, label, required, disabled, readonly, value } = props;
  const schema = props.schema as FieldSchema;
  const choices = (schema.enum ?? []).map(String);
  return (
    <TextField
      id={id}
      select
      label={label}
      required={required}
      disabled={disabled || readonly}
      error={Boolean(props.rawErrors?.length)}
      variant="outlined"
      size="small"
      fullWidth
      value={value ?? ''}
      onChange={event => props.onChange(event.target.value || undefined)}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
      inputProps={{ 'aria-describedby': describedBy(props) }}
    >
      {(!required || value === undefined) && (
        <option value="">
          {required ? t('records.form.choose') : t('records.form.none')}
        </option>
      )}
      {choices.map(choice => (
        <option key={choice} value={choice}>
          {choiceText(schema, choice)}
        </option>
      ))}
    </TextField>
  );
}
