import { useEffect, useState } from 'react';
import TextField from '@material-ui/core/TextField';

/** How long to wait after a key before asking the server. */
const DEBOUNCE_MS = 300;

/** A word that a list is searched for. */
export function SearchField(props: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const { label, value, onChange } = props;
  const [text, setText] = useState(value);
  // The address may change by itself, as on the way back.
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text), DEBOUNCE_MS);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return (
    <TextField
      id="ai-governance-filter-q"
      label={label}
      type="search"
      variant="outlined"
      size="small"
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ maxLength: 200 }}
    />
  );
}
