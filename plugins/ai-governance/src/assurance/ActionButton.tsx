import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence } from '../components';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  button: { whiteSpace: 'nowrap' },
  reason: { flex: '1 1 220px', maxWidth: 560 },
}));

/** The button of a step; for somebody who may not take it, disabled with the reason beside it. */
export function ActionButton(props: {
  label: string;
  /** For those who hear the button out of its place. */
  of?: string;
  /** Why it cannot be pressed. */
  reason?: string;
  main?: boolean;
  small?: boolean;
  onClick: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { label, of, reason, main, small, onClick } = props;
  return (
    <span className={classes.root}>
      <Button
        className={classes.button}
        variant={main ? 'contained' : 'outlined'}
        color={main ? 'primary' : 'default'}
        size={small ? 'small' : 'medium'}
        disabled={reason !== undefined}
        aria-label={of ? t('assurance.about', { label, of }) : undefined}
        onClick={onClick}
      >
        {label}
      </Button>
      {reason && (
        <Typography variant="body2" component="span" className={classes.reason}>
          <Sentence text={reason} />
        </Typography>
      )}
    </span>
  );
}
