import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { DateTime } from 'luxon';
import { useTexts } from '../translation';

/** Since when it is true, by the author: local time in the field, an ISO instant with its offset outside. Empty means now. */
export function EffectiveAt(props: {
  id: string;
  value?: string;
  disabled?: boolean;
  onChange: (value: string | undefined) => void;
}) {
  const t = useTexts();
  const [text, setText] = useState(() =>
    props.value
      ? DateTime.fromISO(props.value).toFormat("yyyy-MM-dd'T'HH:mm")
      : '',
  );
  return (
    <TextField
      id={props.id}
      type="datetime-local"
      label={t('records.effective.label')}
      helperText={t('records.effective.help')}
      variant="outlined"
      size="small"
      value={text}
      disabled={props.disabled}
      InputLabelProps={{ shrink: true }}
      onChange={event => {
        setText(event.target.value);
        const at = DateTime.fromISO(event.target.value);
        props.onChange(at.isValid ? at.toISO()! : undefined);
      }}
    />
  );
}
