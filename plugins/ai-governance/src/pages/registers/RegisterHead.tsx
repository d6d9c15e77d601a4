import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1, 2),
  },
  about: { flex: '1 1 300px' },
}));

/** What a register holds, and what can be done with all of it. */
export function RegisterHead(props: {
  title: string;
  description: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { title, description, children } = props;
  return (
    <div className={classes.root}>
      <div className={classes.about}>
        <Typography variant="h5" component="h3">
          {title}
        </Typography>
        <Typography variant="body2">{description}</Typography>
      </div>
      {children}
    </div>
  );
}
