import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(3),
    overflow: 'hidden',
    '& + &': { marginTop: theme.spacing(3) },
  },
  title: { outline: 'none' },
  text: { maxWidth: 900 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(2, 0),
    '&[hidden]': { display: 'none' },
  },
  heading: {
    margin: theme.spacing(3, 0, 1),
    '&:first-child': { marginTop: 0 },
  },
}));

/** One subject of the tab under its own heading, with a sentence on what it is for. */
export function Section(props: {
  id: string;
  title: string;
  text: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { id, title, text, children } = props;
  return (
    <Paper className={classes.root} component="section" aria-labelledby={id}>
      <Typography
        variant="h5"
        component="h2"
        id={id}
        tabIndex={-1}
        className={classes.title}
        gutterBottom
      >
        {title}
      </Typography>
      <Typography color="textSecondary" paragraph className={classes.text}>
        {text}
      </Typography>
      {children}
    </Paper>
  );
}

/** The buttons of a section, out of sight while one of its forms is open. */
export function Actions(props: { hidden: boolean; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.actions} hidden={props.hidden}>
      {props.children}
    </div>
  );
}

/** The heading of a part of a section. */
export function PartHeading({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <Typography variant="h6" component="h3" className={classes.heading}>
      {children}
    </Typography>
  );
}
