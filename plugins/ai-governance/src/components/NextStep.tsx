import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(4, 2),
    textAlign: 'center',
    maxWidth: 640,
    margin: '0 auto',
  },
  action: { marginTop: theme.spacing(2) },
}));

/** What an empty place says: what is missing, why it matters, and the one step that fills it. */
export function NextStep(props: {
  title: string;
  text: ReactNode;
  action?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography variant="h6" component="p" gutterBottom>
        {props.title}
      </Typography>
      <Typography component="div">{props.text}</Typography>
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  );
}
