import SvgIcon from '@material-ui/core/SvgIcon';
import { makeStyles, useTheme, Theme } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    verticalAlign: 'bottom',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
  },
}));

/** How something stands, as sign and word: colour never says it alone. */
export function SignLabel(props: {
  Icon: typeof SvgIcon;
  word: string;
  color: (theme: Theme) => string;
}) {
  const classes = useStyles();
  const theme = useTheme();
  const { Icon, word, color } = props;
  return (
    <span className={classes.root}>
      <Icon aria-hidden fontSize="small" style={{ color: color(theme) }} />
      {word}
    </span>
  );
}
