import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import { WidgetProps } from '@rjsf/utils';
import { useTexts } from '../../translation';
import { describedBy } from './fieldIds';

const useStyles = makeStyles(theme => ({
  row: { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
  radio: { padding: theme.spacing(0.5) },
  label: { margin: theme.spacing(0, 1.5, 0, 0) },
}));

/** A whole number on a short scale, each point a choice. */
export function RatingWidget(props: WidgetProps) {
  const t = useTexts();
  const classes = useStyles();
  const { id, label, required, disabled, readonly, schema, value } = props;
  const from = schema.minimum ?? 1;
  const points = Array.from(
    { length: (schema.maximum ?? from) - from + 1 },
    (_, i) => from + i,
  );
  const fixed = disabled || readonly;
  return (
    <div>
      <FormLabel
        id={`${id}__label`}
        required={required}
        error={Boolean(props.rawErrors?.length)}
      >
        {label}
      </FormLabel>
      <div className={classes.row}>
        <RadioGroup
          row
          id={id}
          name={id}
          aria-labelledby={`${id}__label`}
          aria-describedby={describedBy(props)}
          value={value === undefined ? '' : String(value)}
          onChange={event => props.onChange(Number(event.target.value))}
        >
          {points.map(point => (
            <FormControlLabel
              key={point}
              className={classes.label}
              value={String(point)}
              disabled={fixed}
              control={
                <Radio size="small" color="primary" className={classes.radio} />
              }
              label={point}
            />
          ))}
        </RadioGroup>
        {value !== undefined && !fixed && (
          <Button
            size="small"
            onClick={() => props.onChange(undefined)}
            aria-label={t('records.form.clearOf', { field: label })}
          >
            {t('records.form.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
