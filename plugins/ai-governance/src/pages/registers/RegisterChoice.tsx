import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { ChoiceLink } from '../ChoiceLink';
import { Register } from './registerQuery';
import { choicesOf, groups } from './registers';

const useStyles = makeStyles(theme => ({
  list: {
    [theme.breakpoints.down('sm')]: { display: 'none' },
    '& ul': { listStyle: 'none', margin: theme.spacing(0, 0, 2), padding: 0 },
  },
  select: {
    padding: theme.spacing(2),
    [theme.breakpoints.up('md')]: { display: 'none' },
  },
}));

/** Which register is open: a list at the left, in a narrow window a field. */
export function RegisterChoice({ register }: { register: Register }) {
  const t = useTexts();
  const classes = useStyles();
  const { id, searchOf, address } = register;
  return (
    <>
      <nav aria-label={t('pages.registers.title')} className={classes.list}>
        {groups.map(group => (
          <div key={group.id}>
            <Typography variant="overline" component="p">
              {t(`pages.registers.group.${group.id}`)}
            </Typography>
            <ul>
              {choicesOf(t, group).map(choice => (
                <li key={choice.id}>
                  <ChoiceLink
                    search={searchOf(choice.id)}
                    current={choice.id === id}
                  >
                    {choice.title}
                  </ChoiceLink>
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
          label={t('pages.registers.choose')}
          variant="outlined"
          size="small"
          SelectProps={{ native: true }}
          value={id}
          onChange={event => address.change({ type: event.target.value })}
        >
          {groups.map(group => (
            <optgroup
              key={group.id}
              label={t(`pages.registers.group.${group.id}`)}
            >
              {choicesOf(t, group).map(choice => (
                <option key={choice.id} value={choice.id}>
                  {choice.title}
                </option>
              ))}
            </optgroup>
          ))}
        </TextField>
      </Paper>
    </>
  );
}
