import Button from '@material-ui/core/Button';
import Container from '@material-ui/core/Container';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';

const useStyles = makeStyles(theme => ({
  page: { padding: theme.spacing(6, 2) },
  text: { margin: theme.spacing(2, 0) },
  button: { marginRight: theme.spacing(1) },
}));

export function SignInFailure(props: {
  error?: Error;
  onRetry(): void;
  onBack(): void;
}) {
  const classes = useStyles();
  // The catalog reads the users in the first seconds of the first start.
  const early = props.error?.name === 'NotFoundError';
  return (
    <Container component="main" maxWidth="md" className={classes.page}>
      <Typography variant="h4" component="h1">
        Not signed in
      </Typography>
      <Typography role="alert" className={classes.text}>
        {early
          ? 'The catalog does not know this person yet. Right after the first start it is still reading its entries: try again in a few seconds.'
          : `The backend refused or did not answer: ${
              props.error?.message ?? 'no reason was given'
            }`}
      </Typography>
      <Button
        className={classes.button}
        variant="contained"
        color="primary"
        onClick={props.onRetry}
      >
        Try again
      </Button>
      <Button onClick={props.onBack}>Choose somebody else</Button>
    </Container>
  );
}
