import { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'block',
    color: theme.palette.text.primary,
    textDecoration: 'none',
    padding: theme.spacing(0.5, 1),
    borderLeft: '3px solid transparent',
    '&:hover': { textDecoration: 'underline' },
    '&[aria-current]': {
      fontWeight: theme.typography.fontWeightBold,
      borderLeftColor: theme.palette.primary.main,
      backgroundColor: theme.palette.action.selected,
    },
  },
}));

/** The way to another register of the page. */
export function ChoiceLink(props: {
  search: string;
  /** It is the one that is open. */
  current: boolean;
  children: ReactNode;
}) {
  const { search, current, children } = props;
  const classes = useStyles();
  const { pathname } = useLocation();
  return (
    <Link
      to={{ pathname, search }}
      className={classes.root}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </Link>
  );
}
