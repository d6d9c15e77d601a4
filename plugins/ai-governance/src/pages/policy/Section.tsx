import { ReactNode, useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(4) },
}));

/** A part of the page with its heading. */
export function Section(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <Typography variant="h5" component="h3" id={id} gutterBottom>
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
}
