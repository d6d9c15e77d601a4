import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { AsOfAddress, AsOfPicker } from '../components';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  title: { flexGrow: 1 },
}));

/** The title of a page, the time that it shows, and what is done from there. */
export function TitleLine(props: {
  title: string;
  time: AsOfAddress;
  /** Below the title. */
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const { title, time, aside, children } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <div className={classes.title}>
        <Typography variant="h3" component="h2">
          {title}
        </Typography>
        {aside}
      </div>
      <AsOfPicker address={time} />
      {children}
    </div>
  );
}
