import { ReactNode, useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(4) },
  title: { outline: 'none' },
}));

/** A part of the page with its heading. */
export function Section(props: {
  title: string;
  /** Of the heading, where an address leads to it. */
  id?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const own = useId();
  const id = props.id ?? own;
  return (
    <section className={classes.root} aria-labelledby={id}>
      <Typography
        variant="h5"
        component="h3"
        id={id}
        tabIndex={props.id === undefined ? undefined : -1}
        className={classes.title}
        gutterBottom
      >
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
}
