import { Link, useLocation } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { RecordType } from 'backstage-plugin-ai-governance-common';
import { managementTypes } from './managementTypes';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    [theme.breakpoints.down('sm')]: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
    },
  },
  link: {
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

/** Which register is open. */
export function ManagementChoice({ type }: { type: RecordType<any> }) {
  const classes = useStyles();
  const { pathname } = useLocation();
  return (
    <nav aria-label="Records">
      <ul className={classes.list}>
        {managementTypes.map(t => (
          <li key={t.type}>
            <Link
              to={{ pathname, search: `?type=${t.type}` }}
              className={classes.link}
              aria-current={t === type ? 'page' : undefined}
            >
              {t.plural}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
