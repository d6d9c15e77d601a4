import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { Materiality } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../translation';

/** Whether a revision changes what was approved. Routine needs a reason, which the next approver reads. */
export function MaterialityChoice(props: {
  id: string;
  value: Materiality;
  reason: string;
  onChange: (value: Materiality, reason: string) => void;
  reasonMissing: boolean;
  disabled?: boolean;
}) {
  const t = useTexts();
  const { id, value, reason, onChange, reasonMissing, disabled } = props;
  return (
    <FormControl component="fieldset" fullWidth disabled={disabled}>
      <FormLabel component="legend">
        {t('records.materiality.legend')}
      </FormLabel>
      <RadioGroup
        name={`${id}-materiality`}
        value={value}
        onChange={event => onChange(event.target.value as Materiality, reason)}
      >
        <FormControlLabel
          value="material"
          control={<Radio size="small" color="primary" />}
          label={t('records.materiality.isMaterial')}
        />
        <FormControlLabel
          value="routine"
          control={<Radio size="small" color="primary" />}
          label={t('records.materiality.isRoutine')}
        />
      </RadioGroup>
      {value === 'routine' && (
        <TextField
          id={`${id}-reason`}
          label={t('records.materiality.why')}
          required
          fullWidth
          variant="outlined"
          size="small"
          margin="dense"
          value={reason}
          disabled={disabled}
          onChange={event => onChange(value, event.target.value)}
          error={reasonMissing}
          helperText={
            reasonMissing
              ? t('records.materiality.sayWhy')
              : t('records.materiality.readBy')
          }
          inputProps={{ maxLength: 2000 }}
        />
      )}
    </FormControl>
  );
}
