import { forwardRef, ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({ root: { outline: 'none' } });

/** The heading of what is read or written in a place, which may be given the focus; read out together with what describes it. */
export const PlaceHeading = forwardRef<
  HTMLHeadingElement,
  {
    id?: string;
    /** The id of what is read out with it. */
    describedBy?: string;
    gutterBottom?: boolean;
    children: ReactNode;
  }
>(({ id, describedBy, gutterBottom, children }, ref) => {
  const classes = useStyles();
  return (
    <Typography
      variant="h5"
      component="h2"
      id={id}
      ref={ref}
      tabIndex={-1}
      className={classes.root}
      aria-describedby={describedBy}
      gutterBottom={gutterBottom}
    >
      {children}
    </Typography>
  );
});
