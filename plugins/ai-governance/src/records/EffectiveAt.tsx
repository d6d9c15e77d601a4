import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { DateTime } from 'luxon';

/** Since when it is true, by the author: local time in the field, an ISO instant with its offset outside. Empty means now. */
export function EffectiveAt(props: {
  id: string;
  value?: string;
  disabled?: boolean;
  onChange: (value: string | undefined) => void;
}) {
  const [text, setText] = useState(() =>
    props.value
      ? DateTime.fromISO(props.value).toFormat("yyyy-MM-dd'T'HH:mm")
      : '',
  );
  return (
    <TextField
      id={props.id}
      type="datetime-local"
      label="In effect since"
      helperText="When it took effect, if that was not now."
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
