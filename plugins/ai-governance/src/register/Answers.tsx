import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation';
import { Option } from './questions';

const useStyles = makeStyles(theme => ({
  group: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    columnGap: theme.spacing(2),
  },
  box: { padding: theme.spacing(0.5, 1) },
}));

/**
 * A question with several answers. That none applies is an answer, too, and not the same as none given: it has a box of its own.
 */
export function Answers(props: {
  id: string;
  label: string;
  help?: string;
  options: readonly Option[];
  /** Undefined: not answered. */
  value: readonly string[] | undefined;
  /** Where `none` may be said. */
  none?: string;
  disabled?: boolean;
  onChange: (value: string[] | undefined) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { id, label, help, value, disabled } = props;
  const none = props.none ?? t('register.answers.none');
  // what was declared elsewhere and is no option here stays
  const others = (value ?? []).filter(
    chosen => !props.options.some(option => option.value === chosen),
  );
  const options = [
    ...props.options,
    ...others.map(other => ({ value: other, word: other })),
  ];
  const toggle = (option: string) => {
    const next = value?.includes(option)
      ? value.filter(chosen => chosen !== option)
      : [...(value ?? []), option];
    props.onChange(next.length > 0 ? next : undefined);
  };
  const box = (word: string, checked: boolean, onChange: () => void) => (
    <FormControlLabel
      key={word}
      label={word}
      disabled={disabled}
      control={
        <Checkbox
          className={classes.box}
          color="primary"
          checked={checked}
          onChange={onChange}
        />
      }
    />
  );
  return (
    <FormControl
      component="fieldset"
      fullWidth
      aria-describedby={help && `${id}-help`}
    >
      <FormLabel component="legend">
        {value === undefined ? t('register.answers.open', { label }) : label}
      </FormLabel>
      {help && <FormHelperText id={`${id}-help`}>{help}</FormHelperText>}
      <FormGroup className={classes.group}>
        {options.map(({ value: option, word }) =>
          box(word, Boolean(value?.includes(option)), () => toggle(option)),
        )}
        {box(none, value !== undefined && value.length === 0, () =>
          props.onChange(value?.length === 0 ? undefined : []),
        )}
      </FormGroup>
    </FormControl>
  );
}
