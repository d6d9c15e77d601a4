import { Link, useLocation } from 'react-router-dom';
import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Register } from './registerQuery';
import { groups } from './registers';

const useStyles = makeStyles(theme => ({
  list: {
    [theme.breakpoints.down('sm')]: { display: 'none' },
    '& ul': { listStyle: 'none', margin: theme.spacing(0, 0, 2), padding: 0 },
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
  select: {
    padding: theme.spacing(2),
    [theme.breakpoints.up('md')]: { display: 'none' },
  },
}));

/** Which register is open: a list at the left, in a narrow window a field. */
export function RegisterChoice({ register }: { register: Register }) {
  const classes = useStyles();
  const { pathname } = useLocation();
  const { type, searchOf, address } = register;
  return (
    <>
      <nav aria-label="Registers" className={classes.list}>
        {groups.map(group => (
          <div key={group.title}>
            <Typography variant="overline" component="p">
              {group.title}
            </Typography>
            <ul>
              {group.types.map(t => (
                <li key={t.type}>
                  <Link
                    to={{ pathname, search: searchOf(t.type) }}
                    className={classes.link}
                    aria-current={t === type ? 'page' : undefined}
                  >
                    {t.plural}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <Paper variant="outlined" className={classes.select}>
        <TextField
          select
          fullWidth
          id="ai-governance-register"
          label="Register"
          variant="outlined"
          size="small"
          SelectProps={{ native: true }}
          value={type.type}
          onChange={event => address.change({ type: event.target.value })}
        >
          {groups.map(group => (
            <optgroup key={group.title} label={group.title}>
              {group.types.map(t => (
                <option key={t.type} value={t.type}>
                  {t.plural}
                </option>
              ))}
            </optgroup>
          ))}
        </TextField>
      </Paper>
    </>
  );
}
