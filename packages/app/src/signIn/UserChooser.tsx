import Chip from '@material-ui/core/Chip';
import Container from '@material-ui/core/Container';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ExampleUser } from './exampleUsers';

const useStyles = makeStyles(theme => ({
  page: { padding: theme.spacing(6, 2) },
  intro: { margin: theme.spacing(1, 0, 3) },
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontWeight: theme.typography.fontWeightBold as number,
  },
  chip: { margin: 0 },
}));

export function UserChooser(props: {
  title: string;
  users: ExampleUser[];
  onChoose(ref: string): void;
}) {
  const classes = useStyles();
  return (
    <Container component="main" maxWidth="md" className={classes.page}>
      <Typography variant="h3" component="h1">
        {props.title}
      </Typography>
      <Typography className={classes.intro}>
        An example company. Sign in as one of its people: each sees and may do
        what their teams own. No password is needed.
      </Typography>
      <Paper>
        <List disablePadding aria-label="Sign in as">
          {props.users.map((user, index) => (
            <li key={user.ref}>
              <ListItem
                button
                component="button"
                divider={index < props.users.length - 1}
                onClick={() => props.onChoose(user.ref)}
              >
                <ListItemText
                  disableTypography
                  primary={
                    <Typography component="span" className={classes.name}>
                      {user.name}
                      <Chip
                        className={classes.chip}
                        size="small"
                        variant="outlined"
                        label={user.role}
                      />
                    </Typography>
                  }
                  secondary={
                    <Typography variant="body2">{user.about}</Typography>
                  }
                />
              </ListItem>
            </li>
          ))}
        </List>
      </Paper>
    </Container>
  );
}
