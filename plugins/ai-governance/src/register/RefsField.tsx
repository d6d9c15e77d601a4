import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import RemoveIcon from '@material-ui/icons/DeleteOutline';
import { useTexts } from '../translation';
import { RefField } from './RefField';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: theme.spacing(1),
    alignItems: 'start',
    marginTop: theme.spacing(1.5),
  },
  add: { alignSelf: 'flex-start', marginTop: theme.spacing(1) },
}));

/**
 * Several references picked in the catalog. That there is none is an answer, and not the same as none given: where it can be said, it
 * has a box of its own.
 */
export function RefsField(props: {
  id: string;
  /** Where it is in the registration; what is wrong with the second one is at `path[1]`. */
  path: string;
  label: string;
  /** What one of them is. */
  one: 'part' | 'dependency' | 'api' | 'source' | 'user';
  kinds: string[];
  help?: string;
  /** What says that there is none. */
  none?: string;
  /** Undefined: not answered. */
  value: readonly string[] | undefined;
  problems: ReadonlyMap<string, string>;
  disabled?: boolean;
  onChange: (value: string[] | undefined) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { id, path, label, one, help, none, value, problems, disabled } = props;
  const refs = value ?? [];
  const change = (next: string[]) =>
    props.onChange(next.length > 0 ? next : undefined);
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
      {refs.map((ref, index) => (
        // they are told apart by their place alone
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} className={classes.row}>
          <RefField
            id={`${id}-${index}`}
            label={t(`register.refs.${one}.nth`, { number: index + 1 })}
            kinds={props.kinds}
            value={ref}
            problem={problems.get(`${path}[${index}]`)}
            disabled={disabled}
            onChange={(text = '') =>
              change(refs.map((other, at) => (at === index ? text : other)))
            }
          />
          <IconButton
            size="small"
            aria-label={t(`register.refs.${one}.remove`, {
              number: index + 1,
            })}
            disabled={disabled}
            onClick={() => change(refs.filter((_, at) => at !== index))}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
        </div>
      ))}
      <Button
        className={classes.add}
        size="small"
        variant="outlined"
        startIcon={<AddIcon />}
        disabled={disabled}
        onClick={() => change([...refs, ''])}
      >
        {t(`register.refs.${one}.add`)}
      </Button>
      {none && refs.length === 0 && (
        <FormControlLabel
          label={none}
          disabled={disabled}
          control={
            <Checkbox
              color="primary"
              checked={value !== undefined}
              onChange={() => props.onChange(value ? undefined : [])}
            />
          }
        />
      )}
    </FormControl>
  );
}
